package org.tansiq.app.airspace;

import java.util.ArrayList;
import java.util.List;
import org.tansiq.app.check.Complaint;
import org.tansiq.app.check.Console;
import org.tansiq.app.record.Common;
import org.tansiq.app.record.Speaker;
import org.tansiq.app.words.Phrase;
import org.tansiq.core.Status;
import org.tansiq.core.airspace.AirspaceCommand;
import org.tansiq.core.airspace.Details;
import org.tansiq.core.airspace.Envelope;
import org.tansiq.ledger.Section;
import org.tansiq.wire.Json;

/**
 * Puts a declaration into the words of a note, and says them in the reader's language before they are signed.
 */
record Saying(Common common, Console console, Foretold foretold) {
    /** What is too large to be one note is a clear line. */
    Speaker.Words words(AirspaceCommand command, Status status) {
        Speaker.Words words = Speaker.Words.of(command, status);
        if (words.envelope().size() > Section.BODY_MAX)
            throw new Complaint("declare.too-large", "n", words.envelope().size(), "limit", Section.BODY_MAX);
        return words;
    }

    void foretell(Speaker.Words words, Envelope envelope, Details details, boolean dry) {
        foretell(words, foretold.lines(envelope, details), dry);
    }

    /** These lines; for a program what would be signed, where it is not. */
    void foretell(Speaker.Words words, List<Phrase> lines, boolean dry) {
        if (common.json()) {
            if (dry) console.line(json(words).text());
            return;
        }
        for (Phrase line : lines) console.line(common.messages().line(line));
    }

    private static Json json(Speaker.Words words) {
        List<Json.Member> members = new ArrayList<>(List.of(
                new Json.Member("type", new Json.Text(words.type())),
                new Json.Member("envelope", Json.parse(words.envelope()))));
        if (words.details().size() > 0) members.add(new Json.Member("details", Json.parse(words.details())));
        return new Json.Fields(members);
    }
}
