package org.tansiq.app.record;

import java.io.IOException;
import org.tansiq.app.check.Complaint;
import org.tansiq.app.check.Console;
import org.tansiq.core.VerifierKey;

/** What a key's party may know now, for commands that only ask. */
public final class Looking {
    private Looking() {}

    /** What is asked, while the record or the server is open. */
    public interface Asked {
        void of(Activities activities) throws IOException;
    }

    /** With {@code all}, also what is over. Complains where nothing answers. */
    public static void at(Where where, Common common, Console console, Keyring keyring, boolean all, Asked asked)
            throws IOException {
        if (where.away()) {
            try (Away away = new Away(where, common, keyring)) {
                asked.of(new Activities(common, console, away.sight(all), new Notes.There(away)));
            }
            return;
        }
        VerifierKey key = Keyring.read(keyring.key).key();
        try (Viewing viewing = Viewing.open(where.folder(), console, common.messages())) {
            Sight sight = Sight.of(viewing.record().world(), key)
                    .orElseThrow(() -> new Complaint("show.not-party", "key", key.name()));
            asked.of(new Activities(common, console, sight, new Notes.Here(viewing.record())));
        }
    }
}
