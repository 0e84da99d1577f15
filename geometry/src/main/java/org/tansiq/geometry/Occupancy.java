package org.tansiq.geometry;

/**
 * Which wider cells hold something: one bit for each of 8, 64 and 512 cells on a side, found by hash.
 *
 * <p>Two cells may share a bit, so a set bit promises nothing; a bit that is not set promises that all is
 * empty. Bits are never cleared.
 */
final class Occupancy {
    /** How many sizes of wider cells there are. */
    static final int TIERS = 3;

    /** Each size is 2^3 times as wide as the one before. */
    static final int TIER_BITS = 3;

    private final long[] bits;

    /** With this many bits at least for each cell that may be occupied. */
    Occupancy(int cells) {
        bits = new long[Math.max(1, cells / 16)];
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
