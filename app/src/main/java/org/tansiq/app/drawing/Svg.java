package org.tansiq.app.drawing;

import java.util.Locale;

/** Text of an SVG picture in the making. Numbers are written to a tenth of a pixel. */
final class Svg {
    private final StringBuilder text = new StringBuilder();
    private final boolean rightToLeft;

    Svg(boolean rightToLeft) {
        this.rightToLeft = rightToLeft;
    }

    boolean rightToLeft() {
        return rightToLeft;
    }

    /** A piece of SVG with numbers in place of {@code %s}, each to a tenth. */
    void add(String form, double... numbers) {
        Object[] written = new Object[numbers.length];
        for (int i = 0; i < numbers.length; i++) written[i] = tenth(numbers[i]);
        text.append(String.format(Locale.ROOT, form, written)).append('\n');
    }

    /** Words that begin at x: in a language read from the right, the place of their right end. */
    void words(double x, double y, String style, String words) {
        add(
                "<text x=\"%s\" y=\"%s\" " + (rightToLeft ? "direction=\"rtl\" " : "") + style + ">" + escaped(words)
                        + "</text>",
                x,
                y);
    }

    /** Words round x. */
    void centred(double x, double y, String words) {
        words(x, y, "text-anchor=\"middle\"", words);
    }

    static String tenth(double value) {
        double rounded = Math.rint(value * 10) / 10;
        return rounded == Math.rint(rounded) ? String.valueOf((long) rounded) : String.valueOf(rounded);
    }

    /** What XML allows, with its own signs written out; percent signs doubled for {@link #add}. */
    static String escaped(String words) {
        StringBuilder out = new StringBuilder();
        words.codePoints().filter(c -> c >= ' ' && c != 0xfffe && c != 0xffff).forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '%' -> out.append("%%");
                default -> out.appendCodePoint(c);
            }
        });
        return out.toString();
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
