package org.tansiq.engine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.tansiq.core.Bytes;
import org.tansiq.core.Hash;
import org.tansiq.ledger.Sha256;

/** The snapshots of a disk: files {@code snapshot-<index>}, the two newest kept. */
public final class Snapshots {
    /** Snapshots that stay when a newer one is written. */
    public static final int KEPT = 2;

    private static final String NAME = "snapshot-";
    private static final String DIGITS = NAME + "(0|[1-9][0-9]{0,17})";

    private final Disk disk;
    private final Consumer<String> alarm;

    /** {@code alarm} hears the name of each file that was a snapshot and is none any more. */
    public Snapshots(Disk disk, Consumer<String> alarm) {
        this.disk = disk;
        this.alarm = alarm;
    }

    /**
     * Writes rows, none of which holds a newline, as the snapshot of an index. It is there whole or not at
     * all; older ones go only once it is durable. A failure leaves those that were there.
     */
    public void write(long index, Iterable<Bytes> rows) throws IOException {
        for (String name : parts()) disk.delete(name);
        String name = NAME + index;
        try (DiskFile part = disk.open(name + Disk.PART)) {
            Sink sink = new Sink(part);
            sink.put(Bytes.of(Snapshot.head(index)));
            for (Bytes row : rows) sink.row(row);
            sink.seal();
            part.sync();
        }
        disk.move(name + Disk.PART, name);
        for (long old : indexes().skip(KEPT).toList()) disk.delete(NAME + old);
    }

    /**
     * The newest that is whole; whoever asks closes it. One that is not gets another name, and the alarm its
     * name.
     */
    public Optional<Snapshot> newest() throws IOException {
        for (long index : indexes().toList()) {
            Optional<Snapshot> whole = whole(index);
            if (whole.isPresent()) return whole;
            alarm.accept(setAside(NAME + index));
        }
        return Optional.empty();
    }

    private Optional<Snapshot> whole(long index) throws IOException {
        DiskFile file = disk.open(NAME + index);
        Optional<Snapshot> whole = Optional.empty();
        try {
            whole = Snapshot.of(file, index);
            return whole;
        } finally {
            if (whole.isEmpty()) file.close();
        }
    }

    private String setAside(String name) throws IOException {
        if (!disk.writable()) return name;
        List<String> taken = disk.names();
        int n = 0;
        while (taken.contains(name + ".corrupt-" + n)) n++;
        String aside = name + ".corrupt-" + n;
        disk.move(name, aside);
        return aside;
    }

    private Stream<Long> indexes() throws IOException {
        return disk.names().stream()
                .filter(name -> name.matches(DIGITS))
                .map(name -> Long.valueOf(name.substring(NAME.length())))
                .sorted(Comparator.reverseOrder());
    }

    private List<String> parts() throws IOException {
        return disk.names().stream()
                .filter(name -> name.startsWith(NAME) && name.endsWith(Disk.PART))
                .toList();
    }

    /** Gathers what is written into larger pieces, and their hash. */
    private static final class Sink {
        private final DiskFile file;
        private final MessageDigest sha256 = Sha256.digest();
        private final ByteBuffer gathered = ByteBuffer.allocate(Window.BYTES);
        private long at;

        Sink(DiskFile file) {
            this.file = file;
        }

        void row(Bytes row) throws IOException {
            if (!Snapshot.row(row)) throw new IllegalArgumentException("not a row: " + row);
            put(row);
            put(Snapshot.NEWLINE);
        }

        void put(Bytes bytes) throws IOException {
            ByteBuffer from = bytes.buffer();
            while (from.hasRemaining()) {
                int some = Math.min(from.remaining(), gathered.remaining());
                gathered.put(from.slice(from.position(), some));
                from.position(from.position() + some);
                if (!gathered.hasRemaining()) flush();
            }
        }

        void seal() throws IOException {
            flush();
            put(Bytes.of(Snapshot.seal(Hash.of(sha256.digest()))));
            flush();
        }

        private void flush() throws IOException {
            gathered.flip();
            sha256.update(gathered.duplicate());
            int bytes = gathered.limit();
            file.write(at, gathered);
            at += bytes;
            gathered.clear();
        }
    }
}
