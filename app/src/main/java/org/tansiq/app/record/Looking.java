package org.tansiq.app.record;

import java.io.IOException;
import org.tansiq.app.check.Complaint;
import org.tansiq.app.check.Console;
import org.tansiq.core.VerifierKey;

/** What a key's party may know now, for commands that only ask. */
public final class Looking {
    private Looking() {}

    /** With {@code all}, also what is over. Complains where nothing answers. */
    public static Sight sight(Where where, Common common, Console console, Keyring keyring, boolean all)
            throws IOException {
        if (!where.away()) {
            VerifierKey key = Keyring.read(keyring.key).key();
            return Sight.of(Viewing.world(where.folder(), console, common.messages()), key)
                    .orElseThrow(() -> new Complaint("show.not-party", "key", key.name()));
        }
        try (Away away = new Away(where, common, keyring)) {
            return away.sight(all);
        }
    }
}
