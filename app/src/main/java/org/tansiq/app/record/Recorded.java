package org.tansiq.app.record;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.tansiq.core.Hash;
import org.tansiq.core.World;
import org.tansiq.engine.Disk;
import org.tansiq.engine.JournalDoubt;
import org.tansiq.engine.RecordDoubt;
import org.tansiq.engine.RecordView;

/** A record opened with nobody watching; whatever keeps it from being read is a failure of this program's. */
public final class Recorded {
    private Recorded() {}

    /** What is so in a folder. */
    public static World world(Path folder) throws IOException {
        return seen(folder, RecordView::world);
    }

    /** The entries of each note. */
    public static Map<Hash, List<Long>> notes(Path folder) throws IOException {
        return seen(folder, Recorded::notes);
    }

    private static Map<Hash, List<Long>> notes(RecordView view) {
        Map<Hash, List<Long>> notes = new TreeMap<>();
        for (long index = 0; index < view.world().next(); index++) {
            long at = index;
            view.entry(index)
                    .submission()
                    .ifPresent(said -> notes.computeIfAbsent(said.note().note().hash(), _ -> new ArrayList<>())
                            .add(at));
        }
        return notes;
    }

    private static <T> T seen(Path folder, Function<RecordView, T> look) throws IOException {
        try (Disk disk = Folder.reading(folder);
                RecordView view = RecordView.open(disk, Folder::rules, (_, _) -> {}, (_, _) -> {})) {
            return look.apply(view);
        } catch (JournalDoubt | RecordDoubt doubt) {
            throw new IOException(doubt);
        }
    }
}
