package org.tansiq.engine;

import java.util.Arrays;

/**
 * Where each frame begins, and where the next one will.
 *
 * <p>One thread adds. The arrays are shared, and nobody looks at what lies beyond {@code count}, so that
 * whoever holds one of these sees for ever what was there when it was made.
 */
final class Frames {
    static final Frames NONE = new Frames(new long[16], new long[16], 0, 0, 0);

    private final long[] firsts;
    private final long[] starts;
    private final int count;
    private final long next;
    private final long end;

    private Frames(long[] firsts, long[] starts, int count, long next, long end) {
        this.firsts = firsts;
        this.starts = starts;
        this.count = count;
        this.next = next;
        this.end = end;
    }

    /** With one frame more; only the newest may be added to. */
    Frames plus(int entries, long bytes) {
        boolean full = count == firsts.length || count == 0;
        long[] moreFirsts = full ? Arrays.copyOf(firsts, firsts.length * 2) : firsts;
        long[] moreStarts = full ? Arrays.copyOf(starts, starts.length * 2) : starts;
        moreFirsts[count] = next;
        moreStarts[count] = end;
        return new Frames(moreFirsts, moreStarts, count + 1, next + entries, end + bytes);
    }

    int count() {
        return count;
    }

    /** The index of the entry that comes next. */
    long next() {
        return next;
    }

    /** Bytes of all frames. */
    long end() {
        return end;
    }

    /** The place of the frame that holds an entry. */
    Place place(long index) {
        if (index < 0 || index >= next) throw new IllegalArgumentException("entry " + index + " of " + next);
        int found = Arrays.binarySearch(firsts, 0, count, index);
        int frame = found >= 0 ? found : -found - 2;
        return new Place(starts[frame], frame + 1 < count ? starts[frame + 1] : end);
    }

    /** Bytes from the start of the journal: where a frame begins, and where it is over. */
    record Place(long from, long until) {
        long bytes() {
            return until - from;
        }
    }
}
