package org.tansiq.engine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tansiq.core.Bytes;

/**
 * A disk in memory that forgets, when it is started again, what was not synced; and that fails once where
 * told to.
 *
 * <p>After a failure nothing works any more until it is {@link #restarted}.
 */
final class MemoryDisk implements Disk {
    /** What a failure leaves behind: what was asked for and all that waited for a sync, or neither. */
    enum Outcome {
        NOT_PERSISTED,
        PERSISTED
    }

    private final SortedMap<String, Content> files = new TreeMap<>();
    private String failing = "";
    private int left;
    private Outcome outcome = Outcome.NOT_PERSISTED;
    private boolean failed;
    long free = 100L << 30;
    long total = free;
    int changes;

    static MemoryDisk with(String name, byte[] content) {
        MemoryDisk disk = new MemoryDisk();
        disk.put(name, content);
        return disk;
    }

    /** Puts durable bytes there, whatever was there before. */
    void put(String name, byte[] content) {
        files.put(name, new Content(content.clone(), content.clone()));
    }

    /** The {@code nth} time that something of this name is done, as {@code sync journal}, it fails. */
    void failAt(String operation, int nth, Outcome leaves) {
        failing = operation;
        left = nth;
        outcome = leaves;
    }

    /** Works again, as if nothing had been. */
    void heal() {
        failed = false;
    }

    /** What is there after the power was gone. */
    MemoryDisk restarted() {
        MemoryDisk again = new MemoryDisk();
        boolean all = failed && outcome == Outcome.PERSISTED;
        files.forEach((name, content) -> again.put(name, all ? content.now : content.durable));
        return again;
    }

    /** What another process is shown from memory: what waited for a sync that failed waits no more. */
    MemoryDisk reopened() {
        MemoryDisk again = new MemoryDisk();
        files.forEach((name, content) -> again.files.put(name, new Content(content.now, content.durable)));
        return again;
    }

    byte[] content(String name) {
        return file(name).now.clone();
    }

    private Content file(String name) {
        Content content = files.get(name);
        if (content == null) throw new AssertionError("no file " + name + " among " + files.keySet());
        return content;
    }

    @Override
    public List<String> names() throws IOException {
        alive();
        return List.copyOf(files.keySet());
    }

    @Override
    public DiskFile open(String name) throws IOException {
        if (!files.containsKey(name)) change("open " + name, () -> put(name, new byte[0]));
        alive();
        return new Open(name, file(name));
    }

    @Override
    public void move(String from, String to) throws IOException {
        change("move " + from, () -> {
            files.put(to, file(from));
            files.remove(from);
        });
    }

    @Override
    public void delete(String name) throws IOException {
        change("delete " + name, () -> files.remove(name));
    }

    @Override
    public boolean writable() {
        return true;
    }

    @Override
    public long free() throws IOException {
        if (free < 0) throw new IOException("no answer");
        return free;
    }

    @Override
    public long total() {
        return total;
    }

    @Override
    public void close() {}

    private void alive() throws IOException {
        if (failed) throw new IOException("failed before");
    }

    private void change(String operation, Runnable change) throws IOException {
        alive();
        failed = operation.equals(failing) && --left == 0;
        if (!failed || outcome == Outcome.PERSISTED) change.run();
        changes++;
        if (failed) throw new IOException(operation + ": " + outcome);
    }

    private static byte[] written(byte[] before, long at, byte[] bytes) {
        byte[] after = Arrays.copyOf(before, Math.max(before.length, (int) at + bytes.length));
        System.arraycopy(bytes, 0, after, (int) at, bytes.length);
        return after;
    }

    private record Waiting(long at, Bytes bytes) {}

    /**
     * A file as the system shows it, as the disk holds it, and what waits to get from the one to the other.
     */
    private static final class Content {
        private final List<Waiting> waiting = new ArrayList<>();
        private byte[] now;
        private byte[] durable;

        Content(byte[] now, byte[] durable) {
            this.now = now;
            this.durable = durable;
        }

        void write(long at, byte[] bytes) {
            now = written(now, at, bytes);
            waiting.add(new Waiting(at, Bytes.of(bytes)));
        }

        void sync() {
            for (Waiting write : waiting) durable = written(durable, write.at, write.bytes.copy());
            waiting.clear();
        }

        void truncate(long size) {
            sync();
            now = Arrays.copyOf(now, (int) size);
            durable = Arrays.copyOf(durable, (int) size);
        }
    }

    private final class Open implements DiskFile {
        private final String name;
        private final Content content;

        Open(String name, Content content) {
            this.name = name;
            this.content = content;
        }

        @Override
        public long size() throws IOException {
            alive();
            return content.now.length;
        }

        @Override
        public int read(long at, ByteBuffer into) throws IOException {
            alive();
            int bytes = (int) Math.max(0, Math.min(into.remaining(), content.now.length - at));
            if (bytes > 0) into.put(content.now, (int) at, bytes);
            return bytes;
        }

        @Override
        public void write(long at, ByteBuffer from) throws IOException {
            byte[] bytes = new byte[from.remaining()];
            from.get(bytes);
            change("write " + name, () -> content.write(at, bytes));
        }

        @Override
        public void sync() throws IOException {
            change("sync " + name, content::sync);
        }

        @Override
        public void truncate(long size) throws IOException {
            change("truncate " + name, () -> content.truncate(size));
        }

        @Override
        public void close() {}
    }
}
