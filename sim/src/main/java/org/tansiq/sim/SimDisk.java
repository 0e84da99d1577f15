package org.tansiq.sim;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.tansiq.engine.Disk;
import org.tansiq.engine.DiskFile;

/**
 * A disk in memory that forgets what was not synced when the power goes; slow, full and failing where told
 * to.
 */
final class SimDisk implements Disk {
    private static final long TOTAL = 100L << 30;
    private static final long SLOW_MICROS = 3_000_000;

    private final TreeMap<String, SimFile> files = new TreeMap<>();
    private final Dice dice;
    private final Counts counts;
    private final SimClock clock;
    private int untilCut = Integer.MAX_VALUE;
    private Optional<String> failing = Optional.empty();
    private boolean slow;
    private boolean nearlyFull;
    private boolean full;

    SimDisk(Dice dice, Counts counts, SimClock clock) {
        this.dice = dice;
        this.counts = counts;
        this.clock = clock;
    }

    /** What is shown now, whole and without faults, for somebody else to look at. */
    SimDisk copy() {
        SimDisk copy = new SimDisk(new Dice(0), new Counts(), clock);
        files.forEach((name, file) -> copy.files.put(name, file.copy()));
        return copy;
    }

    void forget(String start) {
        files.keySet().removeIf(name -> name.startsWith(start));
    }

    /** What is shown of a file, nothing where there is none. */
    byte[] content(String name) {
        return files.containsKey(name) ? file(name).content() : new byte[0];
    }

    int size(String name) {
        return file(name).size();
    }

    /** Whether a file is there as it is shown, should the power go now. */
    boolean settled(String name) {
        return !files.containsKey(name) || file(name).settled();
    }

    // --- faults ---

    /** The process ends within so many changes to the disk. */
    void cutAfter(int changes) {
        untilCut = changes;
    }

    /** The next sync of a file whose name begins so. */
    void failNextSync(String name) {
        failing = Optional.of(name);
    }

    void slow(boolean yes) {
        slow = yes;
    }

    void nearlyFull(boolean yes) {
        nearlyFull = yes;
    }

    void full(boolean yes) {
        full = yes;
    }

    /** All faults are mended; what was lost stays lost. */
    void mend() {
        untilCut = Integer.MAX_VALUE;
        failing = Optional.empty();
        ease();
    }

    /** It is quick and has room again; what else is to come still comes. */
    void ease() {
        slow = false;
        nearlyFull = false;
        full = false;
    }

    void powerGone() {
        files.values().forEach(file -> file.powerGone(dice, counts));
    }

    private void change(String what) {
        if (untilCut != Integer.MAX_VALUE && --untilCut <= 0) throw new PowerCut(what);
    }

    private SimFile file(String name) {
        SimFile file = files.get(name);
        if (file == null) throw new IllegalArgumentException("no file " + name);
        return file;
    }

    // --- as the engine sees it ---

    @Override
    public List<String> names() {
        return List.copyOf(files.keySet());
    }

    @Override
    public DiskFile open(String name) {
        if (!files.containsKey(name)) change("open " + name);
        return new Open(name, files.computeIfAbsent(name, _ -> new SimFile()));
    }

    @Override
    public void move(String from, String to) {
        change("move " + from);
        files.put(to, file(from));
        files.remove(from);
    }

    @Override
    public void delete(String name) {
        change("delete " + name);
        files.remove(name);
    }

    @Override
    public boolean writable() {
        return true;
    }

    @Override
    public long free() {
        return nearlyFull || full ? 0 : TOTAL;
    }

    @Override
    public long total() {
        return TOTAL;
    }

    @Override
    public void close() {}

    private final class Open implements DiskFile {
        private final String name;
        private final SimFile file;

        Open(String name, SimFile file) {
            this.name = name;
            this.file = file;
        }

        @Override
        public long size() {
            return file.size();
        }

        @Override
        public int read(long at, ByteBuffer into) {
            return file.read(at, into);
        }

        @Override
        public void write(long at, ByteBuffer from) throws IOException {
            byte[] bytes = new byte[from.remaining()];
            from.get(bytes);
            if (full) {
                counts.add("disk: write refused");
                throw new IOException("no space left");
            }
            file.write(at, bytes);
            change("write");
        }

        @Override
        public void sync() throws IOException {
            change("sync");
            if (slow) {
                counts.add("disk: slow sync");
                clock.pass(1 + dice.below((int) SLOW_MICROS));
            }
            if (failing.isPresent() && name.startsWith(failing.get())) {
                counts.add("disk: sync failed");
                failing = Optional.empty();
                file.failedSync(dice);
                throw new IOException("sync failed");
            }
            file.sync();
        }

        @Override
        public void truncate(long size) {
            change("truncate");
            file.truncate((int) size);
        }

        @Override
        public void close() {}
    }
}
