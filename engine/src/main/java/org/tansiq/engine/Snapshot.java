package org.tansiq.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.tansiq.core.Bytes;
import org.tansiq.core.Hash;
import org.tansiq.ledger.Sha256;

/**
 * The state once an index was in it, as rows of text that only their reader knows: one line that names it,
 * the rows, and a last line with the SHA-256 of all before.
 */
public final class Snapshot implements AutoCloseable {
    /** Bytes of one row. */
    public static final int ROW_MAX = 64 << 20;

    static final Bytes NEWLINE = Bytes.of("\n");
    private static final String SEAL = "sha256 ";
    private static final int STEP = 4 << 10;
    private static final int SEAL_BYTES = SEAL.length() + 44 + 1;

    private final DiskFile file;
    private final long index;
    private final long from;
    private final long until;

    private Snapshot(DiskFile file, long index, long from, long until) {
        this.file = file;
        this.index = index;
        this.from = from;
        this.until = until;
    }

    static String head(long index) {
        return "tansiq snapshot 1 " + index + "\n";
    }

    static String seal(Hash hash) {
        return SEAL + hash.text() + "\n";
    }

    /** Whether some bytes can be a row: none is a newline, and they are not too many. */
    static boolean row(Bytes row) {
        ByteBuffer bytes = row.buffer();
        for (int i = 0; i < bytes.limit(); i++) if (bytes.get(i) == '\n') return false;
        return row.size() <= ROW_MAX;
    }

    /** The snapshot that a file holds, if it is whole. */
    static Optional<Snapshot> of(DiskFile file, long index) throws IOException {
        Bytes head = Bytes.of(head(index));
        long until = file.size() - SEAL_BYTES;
        if (until < head.size() || !read(file, 0, head.size()).equals(head)) return Optional.empty();
        MessageDigest sha256 = Sha256.digest();
        Window window = new Window(file);
        for (long at = 0; at < until; at += Window.BYTES)
            sha256.update(window.at(at, (int) Math.min(Window.BYTES, until - at)));
        Bytes seal = Bytes.of(seal(Hash.of(sha256.digest())));
        if (!read(file, until, SEAL_BYTES).equals(seal)) return Optional.empty();
        return Optional.of(new Snapshot(file, index, head.size(), until));
    }

    private static Bytes read(DiskFile file, long at, int bytes) throws IOException {
        ByteBuffer into = ByteBuffer.allocate(bytes);
        file.read(at, into);
        return copy(into.flip());
    }

    private static Bytes copy(ByteBuffer from) {
        byte[] copy = new byte[from.remaining()];
        from.get(copy);
        return Bytes.of(copy);
    }

    /** The index that it was written with. */
    public long index() {
        return index;
    }

    /** The rows in their order, read as they are asked for. Throws {@link UncheckedIOException}. */
    public Iterator<Bytes> rows() {
        return new Rows();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private final class Rows implements Iterator<Bytes> {
        private final Window window = new Window(file);
        private long at = from;

        @Override
        public boolean hasNext() {
            return at < until;
        }

        @Override
        public Bytes next() {
            if (!hasNext()) throw new NoSuchElementException();
            try {
                int length = length();
                Bytes row = length <= Window.BYTES ? copy(window.at(at, length)) : read(file, at, length);
                at += length + 1;
                return row;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private int length() throws IOException {
            int length = 0;
            while (true) {
                ByteBuffer part = window.at(at + length, STEP);
                for (int i = 0; i < part.limit(); i++, length++) if (part.get(i) == '\n') return length;
                if (part.limit() < STEP || length > ROW_MAX) throw new IOException("no row at byte " + at);
            }
        }
    }
}
