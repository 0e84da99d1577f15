package org.tansiq.sim;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tansiq.core.Bytes;

/**
 * A file as the system shows it, as the disk holds it, and the pieces on their way from the one to the other.
 */
final class SimFile {
    /** Bytes that reach the disk together or not at all, except the last piece that a cut tears. */
    private static final int PIECE = 512;

    private record Piece(long at, Bytes bytes) {}

    private final Growing shown = new Growing();
    private final Growing durable = new Growing();
    private final List<Piece> waiting = new ArrayList<>();

    SimFile copy() {
        SimFile copy = new SimFile();
        copy.shown.put(0, shown.all());
        copy.durable.put(0, shown.all());
        return copy;
    }

    int size() {
        return shown.size;
    }

    byte[] content() {
        return shown.all();
    }

    /** Whether all that is shown is on the disk. */
    boolean settled() {
        return waiting.isEmpty() && shown.size == durable.size;
    }

    int read(long at, ByteBuffer into) {
        int bytes = (int) Math.max(0, Math.min(into.remaining(), shown.size - at));
        into.put(shown.bytes, (int) at, bytes);
        return bytes;
    }

    void write(long at, byte[] bytes) {
        shown.put(at, bytes);
        for (int from = 0; from < bytes.length; from += PIECE) {
            byte[] piece = Arrays.copyOfRange(bytes, from, Math.min(from + PIECE, bytes.length));
            waiting.add(new Piece(at + from, Bytes.of(piece)));
        }
    }

    void sync() {
        waiting.forEach(piece -> durable.put(piece.at, piece.bytes.copy()));
        waiting.clear();
    }

    /** A sync that fails: some pieces arrive, none waits any more, and the system still shows them all. */
    void failedSync(Dice dice) {
        for (Piece piece : waiting) if (dice.oneIn(2)) durable.put(piece.at, piece.bytes.copy());
        waiting.clear();
    }

    void truncate(int size) {
        sync();
        shown.size = size;
        durable.size = size;
        Arrays.fill(shown.bytes, size, shown.bytes.length, (byte) 0);
        Arrays.fill(durable.bytes, size, durable.bytes.length, (byte) 0);
    }

    /** The power is gone: of what waited, some pieces are there, in no order, and one may be torn. */
    void powerGone(Dice dice, Counts counts) {
        boolean lost = false;
        for (Piece piece : waiting) {
            switch (dice.below(5)) {
                case 0, 1 -> {
                    counts.add("disk: write lost");
                    lost = true;
                }
                case 2 -> {
                    counts.add("disk: write torn");
                    durable.put(piece.at, Arrays.copyOf(piece.bytes.copy(), dice.below(piece.bytes.size())));
                    lost = true;
                }
                default -> {
                    if (lost) counts.add("disk: write before an earlier one");
                    durable.put(piece.at, piece.bytes.copy());
                }
            }
        }
        waiting.clear();
        byte[] left = durable.all();
        shown.size = 0;
        Arrays.fill(shown.bytes, (byte) 0);
        shown.put(0, left);
    }

    private static final class Growing {
        private byte[] bytes = new byte[1024];
        private int size;

        void put(long at, byte[] from) {
            int end = (int) at + from.length;
            if (end > bytes.length) bytes = Arrays.copyOf(bytes, Math.max(end, 2 * bytes.length));
            System.arraycopy(from, 0, bytes, (int) at, from.length);
            size = Math.max(size, end);
        }

        byte[] all() {
            return Arrays.copyOf(bytes, size);
        }
    }
}
