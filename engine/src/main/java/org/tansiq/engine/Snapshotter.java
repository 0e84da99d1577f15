package org.tansiq.engine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tansiq.core.Bytes;
import org.tansiq.core.Cause;
import org.tansiq.core.World;

/**
 * Every so many entries, once the world after them is shown, writes it down and puts its hash on the record.
 *
 * <p>A snapshot that could not be written is left out, with an alarm: the journal alone is the truth.
 */
final class Snapshotter {
    private record Due(World world, Seals seals) {}

    private final Snapshots snapshots;
    private final Waiting waiting;
    private final long every;
    private final Alarms alarms;
    private final Signal filled;
    private Optional<Due> passed = Optional.empty();
    private Optional<Due> due = Optional.empty();
    private Optional<Cause.WorldHashed> unsaid = Optional.empty();

    Snapshotter(Snapshots snapshots, Waiting waiting, long every, Alarms alarms, Signal filled) {
        this.snapshots = snapshots;
        this.waiting = waiting;
        this.every = every;
        this.alarms = alarms;
        this.filled = filled;
    }

    /** Hears every world, in order, before it is durable. */
    synchronized void passed(World world, Seals seals) {
        if (world.next() % every == 0) passed = Optional.of(new Due(world, seals));
    }

    /** Hears which worlds are shown: what passed until then is durable. */
    synchronized void shown(World world) {
        if (passed.isEmpty()) return;
        due = passed;
        passed = Optional.empty();
        filled.raise();
    }

    /** Writes the newest due snapshot, if one is; whether there was anything to do. */
    boolean step() {
        Optional<Due> next = take();
        next.ifPresent(this::write);
        return say() || next.isPresent();
    }

    private synchronized Optional<Due> take() {
        Optional<Due> next = due;
        due = Optional.empty();
        return next;
    }

    private void write(Due next) {
        WorldHash hash = new WorldHash();
        try {
            snapshots.write(next.world.next(), rows(next, hash));
        } catch (IOException e) {
            alarms.raise(Alarms.Kind.SNAPSHOT_NOT_WRITTEN, e.toString());
        }
        unsaid = Optional.of(new Cause.WorldHashed(next.world.next(), hash.result()));
    }

    private static List<Bytes> rows(Due next, WorldHash hash) {
        List<Bytes> rows = new ArrayList<>(next.seals.rows());
        hash.of(next.world, rows::add);
        return rows;
    }

    // When the line is full, the hash waits for the next step.
    private boolean say() {
        if (unsaid.isEmpty() || !waiting.offer(new Asked.Noticed(unsaid.get()))) return false;
        unsaid = Optional.empty();
        return true;
    }
}
