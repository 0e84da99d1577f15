package org.tansiq.engine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.tansiq.core.Hash;
import org.tansiq.engine.JournalDoubt.Kind;

/** Walks over the frames of a journal from its start, past the bodies, and changes nothing. */
final class FrameScan {
    private final DiskFile file;
    private final long size;
    private final long checked;
    private final Window window;

    private Frames frames = Frames.NONE;
    private Hash last = Hash.NONE;

    private FrameScan(DiskFile file, long checked) throws IOException {
        this.file = file;
        this.size = file.size();
        this.checked = checked;
        this.window = new Window(file);
    }

    /**
     * What the whole file holds. Bodies of entries from {@code checked} on are read, and those of the last
     * frame.
     */
    static Scanned of(DiskFile file, long checked) throws IOException, JournalDoubt {
        FrameScan scan = new FrameScan(file, checked);
        while (scan.good()) {
            // Each turn is one frame more.
        }
        scan.judgeTail();
        scan.doubtUnless(scan.frames.next() >= checked, Kind.BEHIND_SNAPSHOT, checked, scan.frames.next());
        return new Scanned(scan.frames, scan.last, scan.size);
    }

    /** Goes past one frame if it is whole. */
    private boolean good() throws IOException, JournalDoubt {
        long at = frames.end();
        Optional<FrameHeader> found = FrameHeader.at(window.at(at, FrameHeader.LENGTH_MAX));
        if (found.isEmpty()) return false;
        FrameHeader header = found.get();
        judge(header);
        long end = at + header.length() + header.bodies();
        if (end > size || !bodiesHold(header, at, end)) return false;
        last = header.hash();
        frames = frames.plus(header.count(), end - at);
        return true;
    }

    private void judge(FrameHeader header) throws JournalDoubt {
        long first = header.first();
        doubtUnless(header.version() == FrameHeader.VERSION, Kind.OTHER_VERSION, FrameHeader.VERSION, header.version());
        long counted = header.lengthAsCounted();
        boolean lengths = counted == header.length() && header.bodiesAddUp();
        doubtUnless(lengths, Kind.LENGTHS_DIFFER, counted, header.length());
        doubtUnless(first == frames.next(), Kind.INDEX_GAP, frames.next(), first);
        doubtUnless(header.previous().equals(last), Kind.CHAIN_BROKEN, first, first);
    }

    private boolean bodiesHold(FrameHeader header, long at, long end) throws IOException, JournalDoubt {
        boolean newest = end == size;
        if (!newest && header.first() + header.count() <= checked) return true;
        Optional<Long> lost = FrameBodies.lost(file, at, header);
        doubtUnless(lost.isEmpty() || newest, Kind.BODY_DIFFERS, lost.orElse(0L), lost.orElse(0L));
        return lost.isEmpty();
    }

    /** Past the last good frame there may be one that a crash cut short, and nothing else. */
    private void judgeTail() throws IOException, JournalDoubt {
        long tail = size - frames.end();
        if (tail == 0) return;
        if (frames.count() == 0) judgeStart();
        else judgeLast();
        long after = FrameSearch.header(window, frames.end() + 1, size);
        doubtUnless(after < 0, Kind.FRAME_AFTER_FAULT, frames.end(), after);
        doubtUnless(tail <= Scanned.TAIL_MAX, Kind.TAIL_TOO_LONG, Scanned.TAIL_MAX, tail);
    }

    /** A first frame cut short begins as a frame does, or with nothing written yet. */
    private void judgeStart() throws IOException, JournalDoubt {
        ByteBuffer start = window.at(0, Long.BYTES);
        ByteBuffer padded = ByteBuffer.allocate(Long.BYTES).put(start).clear();
        long begun = padded.getLong(0);
        int cut = Long.SIZE - Byte.SIZE * start.limit();
        boolean journal = begun == 0 || begun >>> cut == FrameHeader.MAGIC >>> cut;
        doubtUnless(journal, Kind.NOT_A_JOURNAL, FrameHeader.MAGIC, begun);
    }

    /** Before what was cut short there is a frame that was durable. */
    private void judgeLast() throws IOException, JournalDoubt {
        long at = frames.place(frames.next() - 1).from();
        FrameHeader header =
                FrameHeader.at(window.at(at, FrameHeader.LENGTH_MAX)).orElseThrow();
        Optional<Long> lost = FrameBodies.lost(file, at, header);
        doubtUnless(lost.isEmpty(), Kind.BODY_DIFFERS, lost.orElse(0L), lost.orElse(0L));
    }

    private void doubtUnless(boolean holds, Kind kind, long expected, long found) throws JournalDoubt {
        if (!holds) throw new JournalDoubt(kind, frames.end(), expected, found);
    }
}
