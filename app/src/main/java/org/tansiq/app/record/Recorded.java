package org.tansiq.app.record;

import java.io.IOException;
import java.nio.file.Path;
import org.tansiq.core.World;
import org.tansiq.engine.Disk;
import org.tansiq.engine.JournalDoubt;
import org.tansiq.engine.RecordDoubt;
import org.tansiq.engine.RecordView;

/** A record opened with nobody watching. */
public final class Recorded {
    private Recorded() {}

    /** What is so in a folder; whatever keeps it from being read is a failure of this program's. */
    public static World world(Path folder) throws IOException {
        try (Disk disk = Folder.reading(folder);
                RecordView view = RecordView.open(disk, Folder::rules, (_, _) -> {}, (_, _) -> {})) {
            return view.world();
        } catch (JournalDoubt | RecordDoubt doubt) {
            throw new IOException(doubt);
        }
    }
}
