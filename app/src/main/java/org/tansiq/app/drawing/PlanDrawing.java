package org.tansiq.app.drawing;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.tansiq.geometry.Footprint;

/** Both outlines from above, north up, with a scale bar; what both cover is hatched. */
final class PlanDrawing {
    private static final double METRES_PER_RADIAN = 6_371_000;
    private static final double AROUND = 3; // How much wider than the overlap the view may be, in its widths.

    private final Svg svg;
    private final Picture.Frame frame;
    private final double scale; // Pixels for one radian.
    private final Coordinate middle;
    private final Geometry view;

    private PlanDrawing(Svg svg, Picture.Frame frame, Coordinate middle, double half) {
        this.svg = svg;
        this.frame = frame;
        this.middle = middle;
        this.scale = Math.min(frame.width(), frame.height()) / 2 / half;
        double wide = frame.width() / 2 / scale;
        double high = frame.height() / 2 / scale;
        this.view = Plane.GEOMETRIES.toGeometry(
                new Envelope(middle.x - wide, middle.x + wide, middle.y - high, middle.y + high));
    }

    static void draw(Svg svg, Panel.Plan plan, Picture.Frame frame) {
        Plane plane = new Plane(plan.centre());
        List<Geometry> a = outlines(plan.a(), plane);
        List<Geometry> b = outlines(plan.b(), plane);
        List<Geometry> shared = List.of(OverlayNGRobust.union(plan.pairs().stream()
                .map(pair -> Outline.overlap(Outline.of(pair.a(), plane), Outline.of(pair.b(), plane)))
                .toList()));
        Envelope all = envelope(a);
        all.expandToInclude(envelope(b));
        Envelope core = envelope(shared);
        double least = Math.min(size(envelope(a)), size(envelope(b)));
        double half = Math.min(size(all), AROUND * Math.max(size(core), least / 4)) / 2 * 1.1;
        Coordinate middle = core.isNull() ? new Coordinate(0, 0) : core.centre();
        PlanDrawing drawing = new PlanDrawing(svg, frame, middle, Math.max(half, 1e-9));
        svg.centred(frame.x() + frame.width() / 2, frame.y() - 6, plan.caption());
        svg.add(frame.rect("fill=\"#f7f7f7\" stroke=\"#bbbbbb\""));
        drawing.areas(a, "fill=\"" + Picture.A + "\" fill-opacity=\"0.35\" stroke=\"" + Picture.A + "\"");
        drawing.areas(b, "fill=\"" + Picture.B + "\" fill-opacity=\"0.35\" stroke=\"" + Picture.B + "\"");
        drawing.areas(shared, "fill=\"url(#hatch)\" fill-opacity=\"0.45\" stroke=\"#000000\"");
        drawing.bar(plan);
        drawing.north(plan.north());
    }

    private void areas(List<Geometry> areas, String style) {
        for (Geometry area : areas) {
            Geometry seen = Outline.overlap(area, view);
            StringBuilder path = new StringBuilder();
            for (int i = 0; i < seen.getNumGeometries(); i++)
                if (seen.getGeometryN(i) instanceof Polygon polygon) polygon(path, polygon);
            if (!path.isEmpty()) svg.add("<path d=\"" + path + "\" fill-rule=\"evenodd\" " + style + "/>");
        }
    }

    private void polygon(StringBuilder path, Polygon polygon) {
        ring(path, polygon.getExteriorRing().getCoordinates());
        for (int i = 0; i < polygon.getNumInteriorRing(); i++)
            ring(path, polygon.getInteriorRingN(i).getCoordinates());
    }

    private void ring(StringBuilder path, Coordinate[] ring) {
        String last = "";
        for (int i = 0; i < ring.length - 1; i++) {
            String next = Svg.tenth(frame.x() + frame.width() / 2 + (ring[i].x - middle.x) * scale) + " "
                    + Svg.tenth(frame.y() + frame.height() / 2 - (ring[i].y - middle.y) * scale);
            if (!next.equals(last)) path.append(i == 0 ? 'M' : 'L').append(next);
            last = next;
        }
        path.append('Z');
    }

    // The longest of 1, 2 or 5 times a power of ten that fits into a third of the frame.
    private void bar(Panel.Plan plan) {
        double most = frame.width() / 3 / scale * METRES_PER_RADIAN;
        double power = Math.pow(10, Math.floor(Math.log10(most)));
        double metres = most >= 5 * power ? 5 * power : most >= 2 * power ? 2 * power : power;
        double length = metres / METRES_PER_RADIAN * scale;
        double x = frame.x() + 10;
        double y = frame.bottom() - 10;
        svg.add("<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"4\" fill=\"#000000\"/>", x, y, length);
        svg.centred(x + length / 2, y - 5, plan.length().apply(metres));
    }

    private void north(String words) {
        double x = frame.x() + frame.width() - 18;
        double y = frame.y() + 12;
        svg.add("<path d=\"M%s %sl6 16l-6 -4l-6 4Z\" fill=\"#000000\"/>", x, y);
        svg.centred(x, y + 30, words);
    }

    private static List<Geometry> outlines(List<Footprint> footprints, Plane plane) {
        return List.of(OverlayNGRobust.union(footprints.stream()
                .map(footprint -> Outline.of(footprint, plane))
                .toList()));
    }

    private static Envelope envelope(List<Geometry> geometries) {
        Envelope all = new Envelope();
        geometries.forEach(g -> all.expandToInclude(g.getEnvelopeInternal()));
        return all;
    }

    private static double size(Envelope envelope) {
        return envelope.isNull() ? 0 : Math.max(envelope.getWidth(), envelope.getHeight());
    }
}
