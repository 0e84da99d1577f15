package org.tansiq.geometry;

/**
 * Cells of one size on one face, and what is known of all that lies in them.
 *
 * <p>A block is kept in the grid with the smallest cells no narrower and no shorter than itself, so it needs
 * at most two cells in each direction. What is open in time has the longest cells, two for all time.
 */
final class Grid {
    /** The narrowest cell is 2^17 steps: 780 m or less. */
    static final int SPACE_MIN = 17;

    /** Each width is 4 times the one before, up to a whole face; each length too, up to all time. */
    private static final int STEP = 2;

    static final int SPACES = (Integer.SIZE - 1 - SPACE_MIN) / STEP + 1;

    /** The shortest cell is 2^30 microseconds: 18 minutes. */
    static final int TIME_MIN = 30;

    static final int TIMES = (Long.SIZE - TIME_MIN) / STEP + 1;

    static final int CODES_MAX = Face.ALL.size() * SPACES * TIMES;

    private final int code;
    private final Face face;
    private final Published<Block> held; // Holds every block in the grid.
    private final Heads latest = new Heads(1); // One more than the entry.
    private int count; // About how many, for choosing a way; never for an answer.

    Grid(int code, Block first) {
        this.code = code;
        this.face = first.patch().face();
        this.held = new Published<>(first);
    }

    /** The number of the grid that a block belongs in, below {@link #CODES_MAX}. */
    static int code(Block block) {
        int sideBits = Integer.SIZE - Integer.numberOfLeadingZeros(block.patch().side());
        // A span longer than a long can count comes out below 0, and so has all its bits.
        int lengthBits = Long.SIZE
                - Long.numberOfLeadingZeros(
                        block.window().until() - block.window().from());
        int space = steps(sideBits - SPACE_MIN);
        return (block.patch().face().number() * SPACES + space) * TIMES + steps(lengthBits - TIME_MIN);
    }

    private static int steps(int bits) {
        return Math.max(0, Math.ceilDiv(bits, STEP));
    }

    int code() {
        return code;
    }

    Face face() {
        return face;
    }

    int space() {
        return SPACE_MIN + code / TIMES % SPACES * STEP;
    }

    int time() {
        return Math.min(Long.SIZE - 1, TIME_MIN + code % TIMES * STEP);
    }

    Block held() {
        return held.get();
    }

    /** The entry that came last, or {@link Entries#NONE}. */
    int latest() {
        return latest.get(0) - 1;
    }

    int count() {
        return count;
    }

    Cells cells(Block block) {
        return Cells.of(block, space(), time());
    }

    /** Takes in an entry that is already written. Only the writer may. */
    void include(int entry, Block block) {
        Block before = held.own();
        if (!before.holds(block)) held.put(before.with(block));
        count++;
        latest.put(0, entry + 1);
    }
}
