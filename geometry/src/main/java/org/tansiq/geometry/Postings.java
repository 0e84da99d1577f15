package org.tansiq.geometry;

import java.util.Arrays;

/**
 * Which entries lie in which cell: a hash table of chains that keeps no keys.
 *
 * <p>Cells that share a chain are told apart by the entries' own words. A link is 8 times the entry plus the
 * number of the cell among the entry's, plus 1; 0 ends a chain. One writer: it writes a link, then publishes
 * the head by setRelease, and readers begin at the head by getAcquire. A table that is full is replaced by
 * one twice as large.
 */
final class Postings {
    /** Cells that one entry may need. */
    static final int CELLS_MAX = 8;

    private static final int CELL_BITS = 3;
    private static final int HEADS_PER_ENTRY = 8;
    private static final int CHUNK_BITS = 13;
    private static final int CHUNK = 1 << CHUNK_BITS;
    private static final int[] NOTHING = {};

    private final int capacity;
    private final Heads heads;
    private final int[][] links; // Filled as entries come.
    private final Occupancy occupancy;

    /** A table for so many entries, a power of two. */
    Postings(int capacity) {
        this.capacity = capacity;
        this.heads = new Heads(capacity * HEADS_PER_ENTRY);
        this.links = new int[(capacity * CELLS_MAX + CHUNK - 1) >> CHUNK_BITS][];
        Arrays.fill(links, NOTHING);
        this.occupancy = new Occupancy(heads.count());
    }

    int capacity() {
        return capacity;
    }

    Occupancy occupancy() {
        return occupancy;
    }

    /** The first link of the chain that a cell is in, or 0. */
    int head(int code, int x, int y, long t) {
        long block = block(code, x, y, t);
        int within = within(x, y, t);
        return occupancy.holds(block, within) ? heads.get(place(block, within)) : 0;
    }

    int next(int link) {
        int i = link - 1;
        return links[i >> CHUNK_BITS][i & (CHUNK - 1)];
    }

    static int entry(int link) {
        return (link - 1) >> CELL_BITS;
    }

    /** Posts an entry, already written, in its cells. Only the writer may. */
    void post(int entry, Grid grid, Block block) {
        Cells cells = grid.cells(block);
        int link = (entry << CELL_BITS) + 1;
        for (int x = cells.left(); x <= cells.right(); x++)
            for (int y = cells.bottom(); y <= cells.top(); y++)
                for (long t = cells.from(); t <= cells.until(); t++) link(link++, grid.code(), x, y, t);
    }

    private void link(int link, int code, int x, int y, long t) {
        long block = block(code, x, y, t);
        int within = within(x, y, t);
        occupancy.add(block, within);
        occupancy.add(code, x, y, t);
        int i = link - 1;
        if (links[i >> CHUNK_BITS].length == 0) links[i >> CHUNK_BITS] = new int[CHUNK];
        int place = place(block, within);
        links[i >> CHUNK_BITS][i & (CHUNK - 1)] = heads.own(place);
        heads.put(place, link);
    }

    // Neighbouring cells, 2 by 2 by 4 of them, have neighbouring heads: they are mostly asked together.
    private static long block(int code, int x, int y, long t) {
        return Occupancy.mixed(code, x >> 1, y >> 1, t >> 2);
    }

    private static int within(int x, int y, long t) {
        return ((x & 1) << 3) | ((y & 1) << 2) | ((int) t & 3);
    }

    private int place(long block, int within) {
        return ((int) block & (heads.count() - Occupancy.BLOCK)) | within;
    }
}
