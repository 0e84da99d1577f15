package org.tansiq.geometry;

/** A run of grid cells in each of three directions, both ends included; empty where one runs backwards. */
record Cells(int left, int right, int bottom, int top, long from, long until) {

    /** The cells of 2^space steps and 2^time microseconds that a block needs. */
    static Cells of(Block block, int space, int time) {
        Patch patch = block.patch();
        Window window = block.window();
        return new Cells(
                patch.left() >> space,
                patch.right() >> space,
                patch.bottom() >> space,
                patch.top() >> space,
                window.from() >> time,
                window.until() >> time);
    }

    double count() {
        return (right - left + 1.0) * (top - bottom + 1.0) * ((double) until - from + 1);
    }

    Cells and(Cells other) {
        return new Cells(
                Math.max(left, other.left),
                Math.min(right, other.right),
                Math.max(bottom, other.bottom),
                Math.min(top, other.top),
                Math.max(from, other.from),
                Math.min(until, other.until));
    }

    boolean empty() {
        return left > right || bottom > top || from > until;
    }

    /** The cells 2^bits times as wide that hold these. */
    Cells coarser(int bits) {
        return new Cells(left >> bits, right >> bits, bottom >> bits, top >> bits, from >> bits, until >> bits);
    }

    /** Those of these that lie in one cell 2^bits times as wide. */
    Cells within(int x, int y, long t, int bits) {
        int last = (1 << bits) - 1;
        return and(
                new Cells(x << bits, (x << bits) + last, y << bits, (y << bits) + last, t << bits, (t << bits) + last));
    }
}
