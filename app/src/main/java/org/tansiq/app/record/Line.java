package org.tansiq.app.record;

import java.io.IOException;
import org.tansiq.app.words.Phrase;
import org.tansiq.client.Outbox;
import org.tansiq.core.party.Parties;

/** What a key speaks to: the record of a folder, or a server; either may be out of reach for now. */
interface Line extends Outbox.Way, AutoCloseable {
    /** What the key's party may know now, or, where that is out of reach, what it knew last. */
    Sight sight();

    /** Whether something can be said now. */
    boolean open();

    /** That nothing can be said now, and that so many notes wait. */
    Phrase shut(int waiting);

    /** Who takes part, to name them by, once something was said. */
    Parties parties();

    /** Takes in what is known anew once something was said, for when the line is out of reach. */
    void refresh() throws IOException;

    @Override
    void close();
}
