package org.tansiq.app.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tansiq.core.Delivery;
import org.tansiq.core.Entry;
import org.tansiq.core.Event;
import org.tansiq.core.airspace.AirspaceEvent;
import org.tansiq.core.airspace.ConflictView;
import org.tansiq.core.airspace.Overlap;
import org.tansiq.engine.Disk;
import org.tansiq.engine.FileJournal;
import org.tansiq.engine.FolderDisk;
import org.tansiq.engine.JournalDoubt;
import org.tansiq.engine.Seals;
import org.tansiq.geometry.Box;
import org.tansiq.wire.EntryText;

/**
 * What a host could do with its own record: a copy in which one side was told a box 9 km off, with every
 * checksum, hash and root made anew. Nothing but the demonstration uses it.
 */
final class Forgery {
    private static final double NINE_KILOMETRES = 0.081; // Degrees of latitude.

    private Forgery() {}

    /** Writes the copy, and gives the index of the entry that it changed. */
    static long of(Path record, Path copy) throws IOException, JournalDoubt {
        long changed = -1;
        try (Disk from = FolderDisk.reading(record);
                FileJournal honest = FileJournal.reading(from, 0);
                Disk to = FolderDisk.open(copy);
                FileJournal forged = FileJournal.open(to, 0, _ -> 0)) {
            Seals seals = Seals.NONE;
            for (long index = 0; index < honest.next(); index++) {
                EntryText text = EntryText.parse(honest.read(index).body());
                Entry entry = changed < 0 ? moved(text.entry()) : text.entry();
                if (!entry.equals(text.entry())) changed = index;
                Seals.Sealed sealed = seals.seal(entry, text.submission(), text.rules());
                forged.append(List.of(sealed.written()), sealed.after().tree().root());
                seals = sealed.after();
            }
        }
        return changed;
    }

    private static Entry moved(Entry entry) {
        List<Event> events = entry.events().stream().map(Forgery::moved).toList();
        List<Delivery> deliveries = new ArrayList<>();
        for (Delivery delivery : entry.deliveries())
            deliveries.add(new Delivery(
                    delivery.to(),
                    delivery.number(),
                    delivery.opening(),
                    delivery.shown().stream().map(Forgery::moved).toList()));
        return new Entry(entry.index(), entry.cause(), events, deliveries);
    }

    private static Event moved(Event event) {
        if (!(event instanceof AirspaceEvent.Told told)
                || told.view().overlaps().isEmpty()) return event;
        ConflictView view = told.view();
        List<Overlap> overlaps = view.overlaps().stream().map(Forgery::moved).toList();
        return new AirspaceEvent.Told(
                told.to(),
                new ConflictView(
                        view.conflict(),
                        view.declaration(),
                        view.version(),
                        view.desk(),
                        view.margins(),
                        overlaps,
                        view.more(),
                        view.other(),
                        view.standing()));
    }

    private static Overlap moved(Overlap o) {
        Box box = o.box();
        Box north = new Box(box.south() + NINE_KILOMETRES, box.north() + NINE_KILOMETRES, box.west(), box.east());
        return new Overlap(
                o.number(), o.own(), o.verdict(), o.touching(), north, o.band(), o.window(), o.late(), o.activated());
    }
}
