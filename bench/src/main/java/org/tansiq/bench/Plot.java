package org.tansiq.bench;

import java.util.List;
import java.util.Locale;

/** Microseconds against number of volumes, both logarithmic, as an SVG picture. */
@SuppressWarnings("AnnotateFormatMethod") // The annotation is of a library that nothing else here needs.
final class Plot {
    private static final int LEFT = 70;
    private static final int TOP = 30;
    private static final int WIDTH = 420;
    private static final int HEIGHT = 300;
    private static final int DECADES_ACROSS = 2; // From 10^4 to 10^6 volumes.
    private static final int DECADES_UP = 5; // From 1 to 100,000 microseconds.
    private static final List<String> COLOURS = List.of("#0b6e4f", "#74b49b", "#b5446e", "#d69fb2");

    private final StringBuilder svg = new StringBuilder();

    record Dot(int volumes, double micros) {}

    record Line(String name, List<Dot> dots) {}

    static String of(List<Line> lines) {
        Plot plot = new Plot();
        plot.frame();
        for (int i = 0; i < lines.size(); i++) plot.line(lines.get(i), i);
        return plot.svg.append("</svg>\n").toString();
    }

    private void frame() {
        add("<svg xmlns='http://www.w3.org/2000/svg' width='700' height='390'"
                + " font-family='sans-serif' font-size='12'>");
        add("<rect width='700' height='390' fill='white'/>");
        add("<rect x='%d' y='%d' width='%d' height='%d' fill='none' stroke='#444'/>", LEFT, TOP, WIDTH, HEIGHT);
        for (int i = 0; i <= DECADES_ACROSS; i++)
            text(x(StrictMath.pow(10, 4 + i)), TOP + HEIGHT + 18, "middle", "%,d".formatted((int)
                            StrictMath.pow(10, 4 + i)));
        for (int i = 0; i <= DECADES_UP; i++) {
            double y = y(StrictMath.pow(10, i));
            add("<path d='M%d %.1f h%d' stroke='#ddd'/>", LEFT, y, WIDTH);
            text(LEFT - 8, y + 4, "end", "%,d".formatted((int) StrictMath.pow(10, i)));
        }
        text(LEFT + WIDTH / 2.0, TOP + HEIGHT + 40, "middle", "volumes, same density");
        text(LEFT, TOP - 10, "middle", "µs per query");
    }

    private void line(Line line, int number) {
        String colour = COLOURS.get(number % COLOURS.size());
        StringBuilder path = new StringBuilder();
        for (Dot dot : line.dots()) {
            path.append(format("%s%.1f %.1f", path.isEmpty() ? "M" : "L", x(dot.volumes()), y(dot.micros())));
            add("<circle cx='%.1f' cy='%.1f' r='3' fill='%s'/>", x(dot.volumes()), y(dot.micros()), colour);
        }
        add("<path d='%s' fill='none' stroke='%s' stroke-width='2'/>", path, colour);
        Dot last = line.dots().getLast();
        text(x(last.volumes()) + 8, y(last.micros()) + 4, "start", line.name());
    }

    private void text(double x, double y, String anchor, String words) {
        add("<text x='%.1f' y='%.1f' text-anchor='%s'>%s</text>", x, y, anchor, words);
    }

    private void add(String template, Object... values) {
        svg.append(format(template, values)).append('\n');
    }

    private static String format(String template, Object... values) {
        return String.format(Locale.ROOT, template, values);
    }

    private static double x(double volumes) {
        return LEFT + WIDTH * (StrictMath.log10(volumes) - 4) / DECADES_ACROSS;
    }

    private static double y(double micros) {
        return TOP + HEIGHT * (1 - StrictMath.log10(micros) / DECADES_UP);
    }
}
