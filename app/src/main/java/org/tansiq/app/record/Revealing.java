package org.tansiq.app.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tansiq.app.words.Messages;
import org.tansiq.app.words.Phrase;
import org.tansiq.client.Opened;
import org.tansiq.core.Note;
import org.tansiq.core.airspace.ConflictView;
import org.tansiq.core.airspace.Details;
import org.tansiq.core.airspace.Envelope;
import org.tansiq.core.party.Parties;
import org.tansiq.core.party.PartyId;
import org.tansiq.wire.Acts;
import org.tansiq.wire.Json;
import org.tansiq.wire.OpenedNote;

/** Says what the other side of a conflict shows of its declaration beyond the overlap, and who signed it. */
record Revealing(Moments moments, Parties parties) {
    List<Phrase> lines(ConflictView view, Opened opened) {
        List<Phrase> lines = new ArrayList<>(
                List.of(signed(view.desk().party(), opened.note().note())));
        Described described = new Described(moments);
        envelope(opened).ifPresent(envelope -> lines.addAll(described.envelope(envelope)));
        details(opened).ifPresent(details -> lines.addAll(described.details(details)));
        return lines;
    }

    // Whose key it is, the signature does not say.
    private Phrase signed(PartyId party, Note note) {
        Messages messages = moments.messages();
        boolean theirs =
                parties.key(note.key()).filter(key -> key.party().equals(party)).isPresent();
        return messages.say(
                theirs ? "opened.signed" : "opened.foreign",
                "key",
                note.key().name(),
                "party",
                party,
                "at",
                moments.at(note.time()));
    }

    private static Optional<Envelope> envelope(Opened opened) {
        return Acts.envelope(opened.note().note().type(), opened.envelope().body());
    }

    private static Optional<Details> details(Opened opened) {
        return opened.details()
                .flatMap(section -> Acts.details(opened.note().note().type(), section.body()));
    }

    /** In the form in which a server shows it. */
    static Json json(Opened opened) {
        return OpenedNote.FORM.write(
                new OpenedNote(opened.entry(), opened.note().raw(), opened.envelope(), opened.details()));
    }
}
