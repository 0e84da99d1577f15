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

    /** How many widths of cells there are, up to a whole face. */
    static final int SPACES = Integer.SIZE - SPACE_MIN;

    /** The shortest cell is 2^30 microseconds: 18 minutes. */
    static final int TIME_MIN = 30;

    static final int TIMES = Long.SIZE - TIME_MIN;

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
        int side = Math.max(1, block.patch().side());
        int space = Math.max(0, Integer.SIZE - Integer.numberOfLeadingZeros(side - 1) - SPACE_MIN);
        long length = block.window().until() - block.window().from();
        boolean long64 = length < 0; // Longer than a long counts.
        int time = long64 ? TIMES - 1 : Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(length) - TIME_MIN);
        return (block.patch().face().number() * SPACES + space) * TIMES + Math.min(time, TIMES - 1);
    }

    int code() {
        return code;
    }

    Face face() {
        return face;
    }

    int space() {
        return SPACE_MIN + code / TIMES % SPACES;
    }

    int time() {
        return TIME_MIN + code % TIMES;
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
