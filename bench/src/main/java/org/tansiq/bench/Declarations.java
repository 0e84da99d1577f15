package org.tansiq.bench;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.tansiq.geometry.Core;
import org.tansiq.geometry.Footprint;
import org.tansiq.geometry.Position;
import org.tansiq.geometry.Volume;
import org.tansiq.geometry.Window;

/** Volumes of the workload as the GeoJSON that {@code ./tansiq check} reads, a feature on each line. */
final class Declarations {
    private Declarations() {}

    static void write(Volume[] volumes, PrintWriter out) {
        out.print("{\"type\":\"FeatureCollection\",\"features\":[\n");
        for (int i = 0; i < volumes.length; i++)
            out.print(feature(i, volumes[i]) + (i + 1 < volumes.length ? ",\n" : "\n"));
        out.print("]}\n");
    }

    private static String feature(int number, Volume v) {
        return "{\"type\":\"Feature\",\"geometry\":" + geometry(v.footprint()) + ",\"properties\":{\"name\":\"V"
                + (number + 1) + "\"" + radius(v.footprint())
                + height("floor", v.band().lowest())
                + height("ceiling", v.band().highest()) + times(v.window()) + "}}";
    }

    private static String geometry(Footprint footprint) {
        List<Position> ring = footprint.core().positions().getFirst();
        if (footprint.core().kind() == Core.Kind.SPOT)
            return "{\"type\":\"Point\",\"coordinates\":" + coordinates(ring.getFirst()) + "}";
        String closed = ring.stream().map(Declarations::coordinates).collect(Collectors.joining(","));
        return "{\"type\":\"Polygon\",\"coordinates\":[[" + closed + "," + coordinates(ring.getFirst()) + "]]}";
    }

    private static String coordinates(Position p) {
        return String.format(Locale.ROOT, "[%.7f,%.7f]", p.lng(), p.lat());
    }

    private static String radius(Footprint footprint) {
        return footprint.core().kind() == Core.Kind.SPOT
                ? String.format(Locale.ROOT, ",\"radiusMetres\":%.1f", footprint.radius())
                : "";
    }

    private static String height(String name, long millimetres) {
        return String.format(
                Locale.ROOT,
                ",\"%s\":{\"value\":%.3f,\"unit\":\"m\",\"reference\":\"W84\"}",
                name,
                millimetres / 1000.0);
    }

    private static String times(Window window) {
        String until =
                window.until() == Window.OPEN_UNTIL ? "" : ",\"until\":\"" + Window.instant(window.until()) + "\"";
        return ",\"from\":\"" + Window.instant(window.from()) + "\"" + until;
    }
}
