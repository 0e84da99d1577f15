package org.tansiq.app.record;

import java.io.IOException;
import java.nio.file.Path;
import org.tansiq.app.check.Console;
import org.tansiq.app.words.Messages;
import org.tansiq.core.Hash;
import org.tansiq.core.World;
import org.tansiq.engine.Disk;
import org.tansiq.engine.JournalDoubt;
import org.tansiq.engine.RecordDoubt;
import org.tansiq.engine.RecordView;

/** A record opened to look at, whether or not another process is at work on its folder. */
public final class Viewing implements AutoCloseable {
    private final Disk disk;
    private final RecordView record;

    private Viewing(Disk disk, RecordView record) {
        this.disk = disk;
        this.record = record;
    }

    static Viewing open(Path folder, Console console, Messages messages) {
        Disk disk = Folder.reading(folder);
        Hash rules = Folder.rules();
        try (Paced paced = new Paced(console, messages, "progress.opening")) {
            return new Viewing(disk, RecordView.open(disk, () -> rules, new Sayings(console, messages), paced));
        } catch (IOException | JournalDoubt | RecordDoubt doubt) {
            throw Doubts.complaint(folder, messages, doubt);
        }
    }

    public static World world(Path folder, Console console, Messages messages) {
        try (Viewing viewing = open(folder, console, messages)) {
            return viewing.record.world();
        }
    }

    RecordView record() {
        return record;
    }

    @Override
    public void close() {
        record.close();
        Folder.close(disk);
    }
}
