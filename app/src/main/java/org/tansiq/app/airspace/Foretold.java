package org.tansiq.app.airspace;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.tansiq.app.places.NamedPlace;
import org.tansiq.app.record.Described;
import org.tansiq.app.record.Sight;
import org.tansiq.app.words.Messages;
import org.tansiq.app.words.Phrase;
import org.tansiq.core.airspace.Details;
import org.tansiq.core.airspace.Envelope;
import org.tansiq.core.airspace.WindowDraft;
import org.tansiq.core.terms.Figure;

/** Says what a declaration is about to say, before it is signed. Nothing hidden is asked for it. */
record Foretold(Messages messages, Described described, Sight sight, long now) {
    private static final long SECOND = 1_000_000;

    List<Phrase> lines(Envelope envelope, Details details) {
        List<Phrase> lines = new ArrayList<>();
        lines.add(messages.say(
                "declare.name", "name", details.name(), "desk", envelope.plan().desk()));
        lines.addAll(described.plan(envelope.plan()));
        lines.addAll(new NamedPlace(messages, described.measures()).lines(envelope.plan()));
        for (WindowDraft draft : envelope.windows()) lines.add(window(draft));
        return lines;
    }

    private Phrase window(WindowDraft draft) {
        Phrase number = draft.number()
                .map(n -> messages.say("declare.window-number", "number", n))
                .orElseGet(() -> messages.say("declare.window-new"));
        Phrase time = described.times().window(draft.window());
        return messages.say(
                "declare.window",
                "number",
                number,
                "time",
                time,
                "notice",
                notice(draft.window().from()));
    }

    // By the clock of whoever declares: what counts is when it is put on the record.
    private Phrase notice(long from) {
        Duration notice = Duration.of(Math.max(0, from - now), ChronoUnit.MICROS);
        long wanted = sight.world().terms().widest(sight.party(), Figure.MINIMUM_NOTICE_SECONDS);
        Phrase span = described.measures().span(notice);
        return from - now < wanted * SECOND
                ? messages.say(
                        "declare.late",
                        "span",
                        span,
                        "wanted",
                        described.measures().span(Duration.ofSeconds(wanted)))
                : messages.say("declare.notice", "span", span);
    }
}
