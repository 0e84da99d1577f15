package org.tansiq.bench;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A page of measurements in Markdown, said aloud as it grows. */
public final class Results {
    private final StringBuilder page = new StringBuilder();

    @SuppressWarnings("AnnotateFormatMethod") // The annotation is of a library that nothing else here needs.
    public void line(String template, Object... values) {
        String line = values.length == 0 ? template : String.format(Locale.ROOT, template, values);
        page.append(line).append('\n');
        System.out.println(line);
    }

    public void heading(String words) {
        line("");
        line("## " + words);
        line("");
    }

    public void table(String... columns) {
        row(List.of(columns));
        row(List.of(columns).stream().map(_ -> "---").toList());
    }

    public void row(List<String> cells) {
        line(cells.stream().collect(Collectors.joining(" | ", "| ", " |")));
    }

    public String page() {
        return page.toString();
    }

    /** Three digits that count, and no more. */
    public static String number(double value) {
        if (value >= 100) return String.format(Locale.ROOT, "%,d", Math.round(value));
        return String.format(Locale.ROOT, value >= 10 ? "%.1f" : "%.2f", value);
    }

    static String times(double ratio) {
        return number(ratio) + " x";
    }
}
