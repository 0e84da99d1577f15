package org.tansiq.bench.http;

import java.util.List;
import java.util.stream.IntStream;
import org.tansiq.bench.record.Plans;
import org.tansiq.core.Command;
import org.tansiq.geometry.Band;
import org.tansiq.geometry.Core;
import org.tansiq.geometry.Footprint;
import org.tansiq.geometry.Height;
import org.tansiq.geometry.Position;
import org.tansiq.geometry.Reference;
import org.tansiq.geometry.Volume;
import org.tansiq.geometry.Window;

/**
 * Discs that keep apart from each other: who declares one that stands already meets exactly that one, so that
 * two parties are told.
 */
final class Pairs {
    private static final int ROWS = 50;
    private static final int COLUMNS = 60;
    private static final int LAYERS = 10;
    private static final double SOUTH = 30.5;
    private static final double WEST = 38;
    private static final double DEGREES = 0.08;
    private static final double RADIUS = 1000;
    private static final double LAYER = 1500; // Metres from floor to floor, twice the height of a disc.

    private Pairs() {}

    /** So many discs from a place in their order on, all from tomorrow on. */
    static List<Command> discs(int from, int count, long now) {
        return IntStream.range(from, from + count)
                .parallel()
                .mapToObj(i -> disc(i, now))
                .toList();
    }

    private static Command disc(int place, long now) {
        int row = place % ROWS;
        int column = place / ROWS % COLUMNS;
        int layer = place / (ROWS * COLUMNS) % LAYERS;
        int slot = place / (ROWS * COLUMNS * LAYERS);
        Position at = new Position(
                Math.rint((SOUTH + row * DEGREES) * 100) / 100, Math.rint((WEST + column * DEGREES) * 100) / 100);
        Band band = Band.between(
                Height.floor(Reference.W84, layer * LAYER), Height.ceiling(Reference.W84, (layer + 0.5) * LAYER));
        long begin = now + Plans.DAY + slot * Plans.DAY / 4;
        Window window = new Window(begin, begin + Plans.DAY / 8);
        return Plans.declared(new Volume(new Footprint(Core.spot(at), RADIUS), band, window), List.of(window));
    }
}
