package org.tansiq.app.drawing;

import java.util.List;
import java.util.Locale;

/** One SVG picture of many conflicts, one panel below the other; readable alone. */
public final class Picture {
    /** Conflicts drawn in one picture; what is left out is said. */
    public static final int CONFLICTS_MAX = 50;

    static final String A = "#0072B2";
    static final String B = "#E69F00";

    private static final double WIDTH = 960;
    private static final double MARGIN = 20;
    private static final double HEAD = 60;
    private static final double LINE = 20;
    private static final double DRAWING = 300;
    private static final double GAP = 30;

    private Picture() {}

    /** The whole SVG text. The title stands on top, the note below the last panel. */
    public static String of(String title, List<Panel> panels, String note, boolean rightToLeft) {
        Svg svg = new Svg(rightToLeft);
        double height = HEAD + MARGIN + LINE;
        for (Panel panel : panels) height += height(panel);
        svg.add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %s %s\" width=\"%s\" height=\"%s\" "
                        + "font-family=\"'Noto Sans','Noto Sans Arabic','DejaVu Sans',sans-serif\" font-size=\"13\">",
                WIDTH, height, WIDTH, height);
        svg.add("<title>" + Svg.escaped(title) + "</title>");
        svg.add(HATCH);
        svg.add("<rect width=\"%s\" height=\"%s\" fill=\"#ffffff\"/>", WIDTH, height);
        svg.words(start(svg), HEAD / 2 + 5, "font-size=\"18\" font-weight=\"bold\"", title);
        double top = HEAD;
        for (Panel panel : panels) {
            draw(svg, panel, top);
            top += height(panel);
        }
        svg.words(start(svg), top + LINE, "", note);
        svg.add("</svg>");
        return svg.toString();
    }

    private static final String HATCH = "<defs><pattern id=\"hatch\" width=\"7\" height=\"7\" "
            + "patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">"
            + "<line x1=\"0\" y1=\"0\" x2=\"0\" y2=\"7\" stroke=\"#000000\" stroke-width=\"2.4\"/></pattern></defs>";

    private static double height(Panel panel) {
        return panel.lines().size() * LINE + DRAWING + GAP + 2 * LINE;
    }

    private static double start(Svg svg) {
        return svg.rightToLeft() ? WIDTH - MARGIN : MARGIN;
    }

    private static void draw(Svg svg, Panel panel, double top) {
        svg.add("<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" stroke=\"#999999\"/>", 0, top, WIDTH, top);
        double y = top + LINE;
        for (int i = 0; i < panel.lines().size(); i++) {
            svg.words(
                    start(svg),
                    y,
                    i == 0 ? "font-weight=\"bold\"" : "",
                    panel.lines().get(i));
            y += LINE;
        }
        key(svg, panel, y);
        double drawings = y + LINE + LINE / 2;
        PlanDrawing.draw(svg, panel.plan(), new Frame(MARGIN, drawings, 400, DRAWING - 20));
        Bars.upright(svg, panel.heights(), new Frame(460, drawings, 180, DRAWING - 20));
        Bars.lying(svg, panel.times(), new Frame(680, drawings, 260, DRAWING - 20));
    }

    // Which colour is whose.
    private static void key(Svg svg, Panel panel, double y) {
        double way = svg.rightToLeft() ? -1 : 1;
        double first = start(svg);
        double second = WIDTH / 2;
        for (boolean isFirst : List.of(true, false)) { // The two names may be the same.
            String name = isFirst ? panel.a() : panel.b();
            double x = isFirst ? first : second;
            String colour = isFirst ? A : B;
            svg.add(
                    "<rect x=\"%s\" y=\"%s\" width=\"14\" height=\"10\" fill=\"" + colour + "\"/>",
                    way > 0 ? x : x - 14,
                    y - 10);
            svg.words(x + way * 20, y, "", name);
        }
    }

    /** A rectangle to draw in, in pixels. */
    record Frame(double x, double y, double width, double height) {
        double bottom() {
            return y + height;
        }

        String rect(String style) {
            return String.format(
                    Locale.ROOT,
                    "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" %s/>",
                    Svg.tenth(x),
                    Svg.tenth(y),
                    Svg.tenth(width),
                    Svg.tenth(height),
                    style);
        }
    }
}
