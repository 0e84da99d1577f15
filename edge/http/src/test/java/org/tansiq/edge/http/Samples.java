package org.tansiq.edge.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page of counts as a program reads it: under each name its type, and each sample under its name and
 * labels. Every sample MUST be of the last name with a HELP and a TYPE above it, and MUST be there once.
 */
record Samples(Map<String, String> types, Map<String, Double> all) {
    private static final Pattern LINE =
            Pattern.compile("([a-z_]+)(\\{[a-z]+=\"[^\"]*\"(?:,[a-z]+=\"[^\"]*\")*})? ([0-9.E-]+)");
    private static final String PARTS = "_(bucket|sum|count)";

    static Samples read(String page) {
        Map<String, String> types = new TreeMap<>();
        Map<String, Double> all = new TreeMap<>();
        String helped = "";
        String typed = "";
        for (String line : page.lines().toList()) {
            String[] words = line.split(" ", 4);
            if (line.startsWith("# HELP ")) {
                helped = words[2];
                assertThat(words[3]).endsWith(".");
            } else if (line.startsWith("# TYPE ")) {
                typed = words[2];
                assertThat(typed).isEqualTo(helped);
                assertThat(types.put(typed, words[3])).as(line).isNull();
            } else {
                Matcher sample = LINE.matcher(line);
                assertThat(sample.matches()).as(line).isTrue();
                boolean histogram = "histogram".equals(types.get(typed));
                assertThat(histogram ? sample.group(1).replaceFirst(PARTS + "$", "") : sample.group(1))
                        .isEqualTo(typed);
                String name =
                        sample.group(1) + Optional.ofNullable(sample.group(2)).orElse("");
                assertThat(all.put(name, Double.valueOf(sample.group(3))))
                        .as(line)
                        .isNull();
            }
        }
        return new Samples(types, all);
    }

    /** 0 where there is none: a count that has not begun. */
    double of(String name, String... labels) {
        return all.getOrDefault(name + (labels.length == 0 ? "" : "{" + String.join(",", labels) + "}"), 0.0);
    }

    double calls(String call, String status) {
        return of("tansiq_calls_total", "call=\"" + call + "\"", "status=\"" + status + "\"");
    }

    double answers(String kind) {
        return of("tansiq_answers_total", "kind=\"" + kind + "\"");
    }
}
