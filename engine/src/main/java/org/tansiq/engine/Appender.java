package org.tansiq.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tansiq.core.World;

/**
 * Takes a batch to the journal, and only then shows it and answers. One batch at a time, one sync for each.
 */
final class Appender {
    private final Journal journal;
    private final Ruling rules;
    private final Batch batch;
    private final Shown shown;
    private final Snapshotter snapshots;
    private Seals seals;

    Appender(Journal journal, Ruling rules, Batch batch, Shown shown, Snapshotter snapshots, Seals seals) {
        this.journal = journal;
        this.rules = rules;
        this.batch = batch;
        this.shown = shown;
        this.snapshots = snapshots;
        this.seals = seals;
    }

    /** Takes what is decided, if anything is; whether it did. */
    boolean step() {
        List<Decided> taken = batch.take();
        if (taken.isEmpty()) return false;
        List<Seals.Sealed> sealed = sealed(taken);
        if (!sealed.isEmpty())
            journal.append(
                    sealed.stream().map(Seals.Sealed::written).toList(),
                    seals.tree().root());
        show(taken);
        answer(taken, sealed);
        return true;
    }

    private List<Seals.Sealed> sealed(List<Decided> taken) {
        List<Seals.Sealed> all = new ArrayList<>();
        for (Decided one : taken)
            if (one instanceof Decided.Made made) {
                Seals.Sealed sealed = seals.seal(made.entry(), made.said(), rules.hash());
                seals = sealed.after();
                snapshots.passed(made.after(), seals);
                all.add(sealed);
            }
        return all;
    }

    private void show(List<Decided> taken) {
        Optional<World> last = Optional.empty();
        for (Decided one : taken) if (one instanceof Decided.Made made) last = Optional.of(made.after());
        // Only now: nobody may see what a crash could still undo.
        last.ifPresent(world -> {
            shown.show(world);
            snapshots.shown(world);
        });
    }

    private void answer(List<Decided> taken, List<Seals.Sealed> sealed) {
        int next = 0;
        for (Decided one : taken)
            switch (one) {
                case Decided.Made made -> {
                    Seals.Sealed entry = sealed.get(next++);
                    made.said().ifPresent(said -> made.answer().accept(Answers.of(entry.text(), said, shown.world())));
                }
                case Decided.Again again -> again.answer().accept(Answers.again(again, journal, shown.world()));
                case Decided.Turned turned -> turned.answer().accept(turned.what());
            }
    }
}
