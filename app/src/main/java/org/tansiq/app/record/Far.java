package org.tansiq.app.record;

import java.io.IOException;
import java.util.Optional;
import org.tansiq.app.check.Complaint;
import org.tansiq.app.words.Messages;
import org.tansiq.app.words.Phrase;
import org.tansiq.client.Outbox;
import org.tansiq.client.Outboxes;
import org.tansiq.client.Unreachable;
import org.tansiq.core.Hash;
import org.tansiq.core.party.Parties;
import org.tansiq.wire.Answer;
import org.tansiq.wire.Json;
import org.tansiq.wire.Submission;
import org.tansiq.wire.View;

/**
 * A server, by a key. While it does not answer, what it showed the key last is what is known, so that notes
 * can be signed and wait.
 */
final class Far implements Line {
    private final Messages messages;
    private final Away away;
    private final Outboxes outboxes;
    private final Sight sight;
    private final Optional<String> why;

    private Far(Messages messages, Away away, Outboxes outboxes, Sight sight, Optional<String> why) {
        this.messages = messages;
        this.away = away;
        this.outboxes = outboxes;
        this.sight = sight;
        this.why = why;
    }

    static Far to(Away away, Messages messages, Outboxes outboxes) throws IOException {
        try {
            return new Far(messages, away, outboxes, shown(away, outboxes), Optional.empty());
        } catch (Unreachable e) {
            return new Far(messages, away, outboxes, remembered(away, outboxes, e), Optional.of(e.why()));
        }
    }

    // What the server shows now; it is kept for when it does not answer.
    private static Sight shown(Away away, Outboxes outboxes) throws IOException {
        View view = away.reach(session -> session.view(/* all= */ false));
        Sight sight = Sight.of(view);
        outboxes.rememberAt(away.server().address(), sight.theatre());
        outboxes.to(sight.theatre()).remember(View.FORM.write(view).bytes());
        return sight;
    }

    private static Sight remembered(Away away, Outboxes outboxes, Unreachable why) throws IOException {
        Optional<Hash> theatre = outboxes.theatreAt(away.server().address());
        if (theatre.isPresent()) {
            Outbox outbox = outboxes.to(theatre.get());
            var shown = outbox.remembered();
            if (shown.isPresent()) return Sight.of(View.FORM.read(Json.parse(shown.get())));
        }
        throw away.silent(why);
    }

    @Override
    public Sight sight() {
        return sight;
    }

    @Override
    public boolean open() {
        return why.isEmpty();
    }

    @Override
    public Answer say(Submission note) throws Unreachable {
        return away.say(note);
    }

    @Override
    public Phrase shut(int waiting) {
        return messages.say(
                "at.kept",
                "why",
                Silence.words(messages, why.orElse("")),
                "n",
                waiting,
                "server",
                away.server().address());
    }

    @Override
    public Parties parties() {
        return sight.world().parties();
    }

    // What was said is on the record, whatever comes of the question: the key may have revoked itself.
    @Override
    public void refresh() throws IOException {
        try {
            shown(away, outboxes);
        } catch (Unreachable | Complaint _) {
            return;
        }
    }

    @Override
    public void close() {
        away.close();
    }
}
