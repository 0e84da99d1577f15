package org.tansiq.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.tansiq.core.Hash;

/**
 * The journal in one file of frames, {@code journal}.
 *
 * <p>One thread appends, any number read. What is read was durable before, and is held to its checksums
 * again.
 */
public final class FileJournal implements Journal {
    public static final String NAME = "journal";

    private final DiskFile file;
    private final Room room;
    private final Optional<Torn> torn;
    private final long tail;
    private Hash last;
    private boolean lost;
    private volatile Frames frames;

    private FileJournal(Disk disk, DiskFile file, Scanned scanned, Optional<Torn> torn) {
        this.file = file;
        this.room = new Room(disk);
        this.last = scanned.last();
        this.frames = scanned.frames();
        this.torn = torn;
        this.tail = scanned.tail();
    }

    /**
     * The journal of a disk, empty where there is none; of entries from {@code checked} on the bodies are
     * checked too.
     *
     * <p>What a crash cut short goes to {@code torn/}, and {@code notes} counts what it held. A frame that is
     * whole is kept though nobody may have been told of it, and durable from here on.
     */
    public static FileJournal open(Disk disk, long checked, ToLongFunction<ByteBuffer> notes)
            throws IOException, JournalDoubt {
        DiskFile file = disk.open(NAME);
        try {
            Scanned scanned = FrameScan.of(file, checked);
            Recovery recovery = new Recovery(disk, file, scanned);
            Optional<Torn> torn = recovery.moveTail(scanned.tail(), notes);
            recovery.writeLastAgain();
            return new FileJournal(disk, file, scanned, torn);
        } catch (IOException | JournalDoubt e) {
            file.close();
            throw e;
        }
    }

    /**
     * The journal to read only, though another process may be appending: what is whole and durable by now. A
     * frame cut short is left where it is and not shown.
     */
    public static FileJournal reading(Disk disk, long checked) throws IOException, JournalDoubt {
        DiskFile file = disk.open(NAME);
        try {
            Scanned scanned = FrameScan.of(file, checked);
            file.sync();
            return new FileJournal(disk, file, scanned, Optional.empty());
        } catch (IOException | JournalDoubt e) {
            file.close();
            throw e;
        }
    }

    /** What was cut off when this journal was opened. */
    public Optional<Torn> torn() {
        return torn;
    }

    /** Bytes that lay behind the last whole frame when this was opened: cut short, or being written. */
    long tail() {
        return tail;
    }

    @Override
    public long next() {
        return frames.next();
    }

    @Override
    public void append(List<Written> batch, Hash root) {
        if (lost) throw new JournalLost("lost before");
        Frames before = frames;
        ByteBuffer bytes = FrameHeader.frame(new Frame(before.next(), batch, root), last);
        int length = bytes.limit();
        try {
            file.write(before.end(), bytes.duplicate());
            file.sync();
        } catch (IOException e) {
            lost = true;
            throw new JournalLost("append", e);
        }
        last = FrameHeader.at(bytes).orElseThrow().hash();
        frames = before.plus(batch.size(), length);
        room.look();
    }

    @Override
    public Written read(long index) {
        try {
            Frames.Place place = frames.place(index);
            FrameHeader header = header(place);
            return FrameBodies.one(file, place.from(), header, (int) (index - header.first()));
        } catch (IOException e) {
            throw new JournalLost("read", e);
        }
    }

    @Override
    public Frame frame(long index) {
        try {
            Frames.Place place = frames.place(index);
            FrameHeader header = header(place);
            return new Frame(header.first(), FrameBodies.all(file, place.from(), header), header.root());
        } catch (IOException e) {
            throw new JournalLost("read", e);
        }
    }

    private FrameHeader header(Frames.Place place) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(FrameHeader.LENGTH_MAX, place.bytes()));
        file.read(place.from(), bytes);
        return FrameHeader.at(bytes.flip())
                .orElseThrow(() -> new JournalLost("the header at byte " + place.from() + " has changed"));
    }

    @Override
    public boolean room() {
        return room.there();
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
