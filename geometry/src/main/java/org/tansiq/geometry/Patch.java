package org.tansiq.geometry;

/** A closed rectangle on one face, in steps from 0 to 2^31 - 1; a step is 6 mm or less. */
record Patch(Face face, int left, int right, int bottom, int top) {
    /** A face is 2 units wide. */
    static final double STEPS_PER_UNIT = 0x1p30;

    /** The longer side. */
    int side() {
        return Math.max(right - left, top - bottom);
    }

    boolean holds(Patch other) {
        return left <= other.left && right >= other.right && bottom <= other.bottom && top >= other.top;
    }

    /** The smallest that holds both; they lie on one face. */
    Patch with(Patch other) {
        return new Patch(
                face,
                Math.min(left, other.left),
                Math.max(right, other.right),
                Math.min(bottom, other.bottom),
                Math.max(top, other.top));
    }
}
