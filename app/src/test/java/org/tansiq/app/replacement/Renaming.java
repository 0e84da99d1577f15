package org.tansiq.app.replacement;

import java.util.Optional;
import java.util.TreeMap;
import org.tansiq.core.Hash;

/**
 * Writes the texts of one world with numbers in place of hashes, salts, signatures and tokens, in the order
 * of their first appearance, long or short. Two worlds give equal texts, one after the other, where one is
 * the other up to a renaming.
 */
final class Renaming {
    /** Characters of a hash in base64, without what fills it up. */
    private static final int LONG = 43;
    /** Characters of the name that people use. */
    private static final int SHORT = 16;

    private final Called called;
    private final TreeMap<String, Integer> numbers = new TreeMap<>();

    Renaming(Called called) {
        this.called = called;
    }

    /** Whether something that was shown has this hash. */
    boolean has(Hash hash) {
        return numbers.containsKey(hash.brief());
    }

    String text(String text) {
        StringBuilder renamed = new StringBuilder();
        for (int i = 0; i < text.length(); ) {
            int end = end(text, i);
            renamed.append(end - i > 2 ? run(text.substring(i, end)) : text.substring(i, end));
            i = end;
        }
        return renamed.toString();
    }

    // What is escaped in JSON is no part of a name that stands behind it.
    private static int end(String text, int from) {
        if (text.charAt(from) == '\\') return Math.min(text.length(), from + 2);
        int end = from;
        while (end < text.length() && named(text.charAt(end))) end++;
        if (end - from >= LONG) while (end < text.length() && text.charAt(end) == '=') end++;
        return Math.max(end, from + 1);
    }

    private static boolean named(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || "+/_-".indexOf(c) >= 0;
    }

    private String run(String run) {
        if (run.length() >= LONG) return renamed(run);
        int dash = run.lastIndexOf('-') + 1;
        boolean brief = run.length() - dash == SHORT
                && run.chars().skip(dash).allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '2' && c <= '7'));
        return brief ? run.substring(0, dash) + renamed(run.substring(dash)) : run;
    }

    private String renamed(String name) {
        Optional<Hash> hash = Hash.parse(name.replace('-', '+').replace('_', '/'));
        String brief = hash.map(Hash::brief).orElse(name);
        return called.ofBrief(brief).map(shared -> "<" + shared + ">").orElseGet(() -> number(brief, name.length()));
    }

    private String number(String name, int length) {
        Integer known = numbers.get(name);
        if (known == null) numbers.put(name, numbers.size() + 1);
        return "#" + numbers.get(name) + "/" + length;
    }
}
