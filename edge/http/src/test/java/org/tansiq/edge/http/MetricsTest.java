package org.tansiq.edge.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.tansiq.core.Bytes;

class MetricsTest {
    private final AtomicLong nanos = new AtomicLong();
    private final Metrics metrics =
            new Metrics(nanos::get, List.of(new Metrics.Gauge("tansiq_entries", "Entries on the record.", () -> 7)));

    private static Request call(String method, String path) {
        return new Request(method, List.of(path.split("/", -1)), Map.of(), Map.of(), Bytes.of(""));
    }

    private Handler answering(int status, long took) {
        return metrics.around(_ -> {
            nanos.addAndGet(took);
            return new Response.Whole(status, "application/json", List.of(), Bytes.of("{}"));
        });
    }

    /** Each sample under its name and labels; every one MUST have a type above it. */
    private Map<String, Double> samples() {
        Map<String, Double> samples = new TreeMap<>();
        List<String> typed = new ArrayList<>();
        for (String line : metrics.text().lines().toList()) {
            if (line.startsWith("# TYPE ")) typed.add(line.split(" ", -1)[2]);
            if (line.startsWith("#")) continue;
            int space = line.lastIndexOf(' ');
            String name = line.substring(0, space);
            assertThat(typed).as(line).isNotEmpty();
            assertThat(name)
                    .startsWith(typed.getLast())
                    .matches("[a-z_]+(\\{[a-z]+=\"[^\"]+\"(,[a-z]+=\"[^\"]+\")*})?");
            samples.put(name, Double.parseDouble(line.substring(space + 1)));
        }
        return samples;
    }

    @Test
    void everyCallCountsOnceUnderItsNameAndStatus() {
        answering(201, 0).handle(call("POST", "api/v1/notes"));
        answering(409, 0).handle(call("POST", "api/v1/notes"));
        answering(200, 0).handle(call("GET", "api/v1/declarations/some-party-s-secret-id"));
        answering(404, 0).handle(call("GET", "api/v1/secret"));
        answering(404, 0).handle(call("GET", "x"));
        assertThat(samples())
                .containsEntry("tansiq_calls_total{call=\"notes\",status=\"2xx\"}", 1.0)
                .containsEntry("tansiq_calls_total{call=\"notes\",status=\"4xx\"}", 1.0)
                .containsEntry("tansiq_calls_total{call=\"declarations\",status=\"2xx\"}", 1.0)
                .containsEntry("tansiq_calls_total{call=\"other\",status=\"4xx\"}", 2.0)
                .containsEntry("tansiq_entries", 7.0);
        assertThat(metrics.text()).doesNotContain("secret");
    }

    @Test
    void aNotesTimeIsInEveryBucketThatItFits() {
        answering(201, 5_000_000).handle(call("POST", "api/v1/notes"));
        answering(201, 5_000_001).handle(call("POST", "api/v1/notes"));
        answering(201, 2_000_000_000).handle(call("POST", "api/v1/notes"));
        answering(200, 900_000_000).handle(call("GET", "api/v1/me"));
        assertThat(samples())
                .containsEntry("tansiq_note_seconds_bucket{le=\"0.005\"}", 1.0)
                .containsEntry("tansiq_note_seconds_bucket{le=\"0.01\"}", 2.0)
                .containsEntry("tansiq_note_seconds_bucket{le=\"1.0\"}", 2.0)
                .containsEntry("tansiq_note_seconds_bucket{le=\"+Inf\"}", 3.0)
                .containsEntry("tansiq_note_seconds_count", 3.0)
                .containsEntry("tansiq_note_seconds_sum", 2.010000);
    }

    // Numbers are written for a program, whatever digits the machine's language has.
    @Test
    void digitsAreThoseOfAsciiInEveryLocale() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG"));
        try {
            answering(201, 5_000_000).handle(call("POST", "api/v1/notes"));
            assertThat(metrics.text()).isASCII();
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aStreamCountsWhileItRuns() throws Exception {
        List<Double> during = new ArrayList<>();
        Handler handler = metrics.around(
                _ -> new Response.Events(_ -> during.add(samples().get("tansiq_streams")), () -> {}));
        try (Response.Events events = (Response.Events) handler.handle(call("GET", "api/v1/stream"))) {
            events.running().run(_ -> {});
        }
        assertThat(during).containsExactly(1.0);
        assertThat(samples()).containsEntry("tansiq_streams", 0.0);
    }

    @Test
    void onlyGetOfItsPageIsAnswered() {
        Handler page = metrics.page();
        assertThat(status(page, "GET", "metrics")).isEqualTo(200);
        assertThat(status(page, "POST", "metrics")).isEqualTo(405);
        assertThat(status(page, "GET", "api/v1/notes")).isEqualTo(404);
    }

    private static int status(Handler page, String method, String path) {
        return ((Response.Whole) page.handle(call(method, path))).status();
    }
}
