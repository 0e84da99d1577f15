package org.tansiq.app.drawing;

import java.util.DoubleSummaryStatistics;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Two spans side by side on one axis, upright for heights and lying for times. An open end runs off the
 * frame.
 */
final class Bars {
    private static final double PAD = 0.15;
    private static final double THICK = 0.18;

    private final Svg svg;
    private final Picture.Frame frame;
    private final boolean upright;
    private final double low;
    private final double scale;

    private Bars(Svg svg, Panel.Axis axis, Picture.Frame frame, boolean upright) {
        DoubleSummaryStatistics ends = Stream.of(axis.a(), axis.b(), axis.shared())
                .flatMap(span -> Stream.of(span.low(), span.high()))
                .flatMap(Optional::stream)
                .mapToDouble(Double::doubleValue)
                .summaryStatistics();
        boolean none = ends.getCount() == 0;
        double span = none ? 1 : Math.max(ends.getMax() - ends.getMin(), 1e-9 + Math.abs(ends.getMax()) * 1e-12);
        this.svg = svg;
        this.frame = frame;
        this.upright = upright;
        this.low = (none ? 0 : ends.getMin()) - PAD * span;
        this.scale = (upright ? frame.height() : frame.width()) / (span * (1 + 2 * PAD));
    }

    static void upright(Svg svg, Panel.Axis axis, Picture.Frame frame) {
        new Bars(svg, axis, frame, true).draw(axis);
    }

    static void lying(Svg svg, Panel.Axis axis, Picture.Frame frame) {
        new Bars(svg, axis, frame, false).draw(axis);
    }

    private void draw(Panel.Axis axis) {
        svg.centred(frame.x() + frame.width() / 2, frame.y() - 6, axis.caption());
        svg.add(frame.rect("fill=\"none\" stroke=\"#bbbbbb\""));
        bar(axis.a(), 0.16, "fill=\"" + Picture.A + "\" fill-opacity=\"0.6\" stroke=\"" + Picture.A + "\"");
        bar(axis.b(), 0.66, "fill=\"" + Picture.B + "\" fill-opacity=\"0.6\" stroke=\"" + Picture.B + "\"");
        shared(axis.shared());
    }

    private void bar(Panel.Span span, double side, String style) {
        rect(at(span.low(), false), at(span.high(), true), side, THICK, style);
    }

    // Right across both bars, with the ends in words beside it.
    private void shared(Panel.Span span) {
        double from = at(span.low(), false);
        double until = at(span.high(), true);
        double side = upright ? 0.05 : 0.1;
        rect(from, until, side, 1 - 2 * side, "fill=\"url(#hatch)\" fill-opacity=\"0.45\" stroke=\"#000000\"");
        double x = frame.x() + frame.width() / 2;
        svg.centred(x, upright ? Math.min(from + 16, frame.bottom() + 14) : frame.bottom() - 9, span.lowLabel());
        svg.centred(x, upright ? Math.max(until - 6, frame.y() + 12) : frame.y() + 19, span.highLabel());
    }

    private void rect(double from, double until, double side, double thick, String style) {
        Picture.Frame bar = upright
                ? new Picture.Frame(
                        frame.x() + side * frame.width(), until, thick * frame.width(), Math.max(from - until, 1))
                : new Picture.Frame(
                        from, frame.y() + side * frame.height(), Math.max(until - from, 1), thick * frame.height());
        svg.add(bar.rect(style));
    }

    private double at(Optional<Double> end, boolean high) {
        double length = upright ? frame.height() : frame.width();
        double along = end.map(value -> (value - low) * scale).orElse(high ? length : 0);
        return upright ? frame.bottom() - along : frame.x() + along;
    }
}
