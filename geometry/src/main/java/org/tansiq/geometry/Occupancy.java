package org.tansiq.geometry;

/**
 * Which cells hold something, and which wider cells: one bit for each cell, and for each of 8, 64 and 512
 * on a side, found by hash.
 *
 * <p>Two cells may share a bit, so a set bit promises nothing; a bit that is not set promises that all is
 * empty. Bits are never cleared.
 */
final class Occupancy {
    /** How many sizes of wider cells there are. */
    static final int TIERS = 3;

    /** Each size is 2^3 times as wide as the one before. */
    static final int TIER_BITS = 3;

    /** How many neighbouring cells have their bits side by side. */
    static final int BLOCK = 16;

    private final long[] cells;
    private final long[] bits; // Of wider cells.

    /** For about so many cells that hold something, a power of two. */
    Occupancy(int count) {
        cells = new long[count / 8];
        bits = new long[count / 16];
    }

    /** Whether a cell, the how many-th of a block that is known by its hash, may hold something. */
    boolean holds(long block, int within) {
        return (cells[cellWord(block)] & cellBit(block, within)) != 0;
    }

    /** Marks a cell. Only the writer may. */
    void add(long block, int within) {
        cells[cellWord(block)] |= cellBit(block, within);
    }

    private int cellWord(long block) {
        return (int) (block >>> 4) & (cells.length - 1);
    }

    private static long cellBit(long block, int within) {
        return 1L << ((int) (block >>> 60) * BLOCK + within);
    }

    /** Whether a cell of a tier, 1 to {@link #TIERS}, may hold something. */
    boolean holds(int tier, int code, int x, int y, long t) {
        long bit = mixed(code + tier * Grid.CODES_MAX, x, y, t);
        return (bits[word(bit)] & (1L << bit)) != 0;
    }

    /** Marks all wider cells round one cell. Only the writer may. */
    void add(int code, int x, int y, long t) {
        for (int tier = 1; tier <= TIERS; tier++) {
            int shift = tier * TIER_BITS;
            long bit = mixed(code + tier * Grid.CODES_MAX, x >> shift, y >> shift, t >> shift);
            bits[word(bit)] |= 1L << bit;
        }
    }

    private int word(long bit) {
        return (int) (bit >>> 6) & (bits.length - 1);
    }

    /** Four numbers stirred into 64 bits, of which the low ones are the best. */
    static long mixed(int code, int x, int y, long t) {
        long h = code * 0x9E3779B97F4A7C15L + x;
        h = (h ^ (h >>> 32)) * 0xD6E8FEB86659FD93L + y;
        h = (h ^ (h >>> 32)) * 0xD6E8FEB86659FD93L + t;
        h = (h ^ (h >>> 32)) * 0xD6E8FEB86659FD93L;
        return h ^ (h >>> 32);
    }
}
