package org.tansiq.app.replacement;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a call got: everything but the time at which it was sent. */
record Reply(int status, Map<String, List<String>> headers, String body) {
    Reply {
        headers = new TreeMap<>(headers);
        headers.remove("date");
    }

    String header(String name) {
        return headers.getOrDefault(name, List.of("")).getFirst();
    }
}
