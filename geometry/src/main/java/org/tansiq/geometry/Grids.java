package org.tansiq.geometry;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The grids that hold something, in the order in which they came to. One writer; readers see what is
 * published.
 */
final class Grids {

    private final @Nullable Grid[] byCode = new @Nullable Grid[Grid.CODES_MAX]; // The writer's own.
    private final Published<Grid[]> occupied = new Published<>(new Grid[0]); // Arrays are replaced, not changed.

    /** Those that hold something; the array is not the caller's to change. */
    Grid[] occupied() {
        return occupied.get();
    }

    /** The grid for a block, new where there was none. Only the writer may ask. */
    Grid of(Block block) {
        int code = Grid.code(block);
        Grid known = byCode[code];
        return known != null ? known : added(code, new Grid(code, block));
    }

    /** The grid of an entry. Only the writer may ask. */
    Grid at(int code) {
        Grid known = byCode[code];
        if (known == null) throw new IllegalStateException("grid " + code + " holds nothing");
        return known;
    }

    private Grid added(int code, Grid grid) {
        byCode[code] = grid;
        Grid[] before = occupied.own();
        Grid[] more = Arrays.copyOf(before, before.length + 1);
        more[before.length] = grid;
        occupied.put(more);
        return grid;
    }
}
