package org.tansiq.wire;

import static org.tansiq.wire.Basics.*;
import static org.tansiq.wire.PartyForms.PARTY;
import static org.tansiq.wire.PartyForms.VOICES;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tansiq.core.Malformed;
import org.tansiq.core.party.Founding;
import org.tansiq.core.terms.Agreed;
import org.tansiq.core.terms.Figure;
import org.tansiq.core.terms.Figures;
import org.tansiq.core.terms.Group;
import org.tansiq.core.terms.Standing;
import org.tansiq.core.terms.TermsCommand;
import org.tansiq.core.terms.TermsEvent;
import org.tansiq.core.terms.TermsRefusal;
import org.tansiq.core.terms.Text;

/** The forms of what the room terms says. A figure is written with its unit, as minimumNoticeSeconds. */
final class TermsForms {
    static final Codec<Figures> FIGURES =
            Codec.by(Codec.table(TermsForms::spelled, TermsForms::figure, WHOLE), Figures::named, Figures::new);
    static final Codec<Group> GROUP = Codec.by(Codec.list(PARTY, Founding.PARTIES_MAX), Group::parties, Group::new);
    static final Codec<Text> CONTENT = Codec.fields(
            (text, to) -> to.put("names", NAMES, text.names())
                    .put("group", GROUP, text.group())
                    .put("figures", FIGURES, text.figures())
                    .maybe("answerBy", TIME, text.answerBy()),
            from -> new Text(
                    from.get("names", NAMES),
                    from.get("group", GROUP),
                    from.get("figures", FIGURES),
                    from.maybe("answerBy", TIME)));
    static final Codec<Agreed> AGREED =
            Codec.fields((agreed, to) -> source(agreed, to.put("value", WHOLE, agreed.value())), TermsForms::agreed);
    static final Codec<Standing.Signing> SIGNING = Codec.fields(
            (signing, to) -> to.put("text", CONTENT, signing.text()).put("signed", VOICES, signing.signed()),
            from -> new Standing.Signing(from.get("text", CONTENT), from.get("signed", VOICES)));
    static final Codec<Figure> FIGURE = Codec.by(TEXT, TermsForms::spelled, TermsForms::figure);

    /** A text that waits no more. */
    static final Codec<Standing> ENDED = Codec.of(standing -> tagged(standing).json("standing"), json -> {
        FieldsIn from = new FieldsIn(json);
        Standing standing = ended(from);
        from.done();
        return standing;
    });

    static final Codec<TermsCommand.Propose> PROPOSE =
            Codec.by(CONTENT, TermsCommand.Propose::text, TermsCommand.Propose::new);
    static final Codec<TermsCommand.Sign> SIGN = Codec.fields(
            (asked, to) -> to.put("text", HASH, asked.text()), from -> new TermsCommand.Sign(from.get("text", HASH)));

    private TermsForms() {}

    static String spelled(Figure figure) {
        String[] words = figure.name().toLowerCase(Locale.ROOT).split("_", -1);
        StringBuilder name = new StringBuilder(words[0]);
        for (String word : List.of(words).subList(1, words.length))
            name.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
        return name.toString();
    }

    private static Figure figure(String name) {
        for (Figure figure : Figure.values()) if (spelled(figure).equals(name)) return figure;
        throw new Malformed(name, name, "a number that terms may name");
    }

    private static void source(Agreed agreed, FieldsOut to) {
        switch (agreed.source()) {
            case Agreed.Source.ByText by -> to.put("text", HASH, by.text());
            case Agreed.Source.ByTheatre _ -> to.put("by", TEXT, "theatre");
            case Agreed.Source.ByRules _ -> to.put("by", TEXT, "rules");
        }
    }

    private static Agreed agreed(FieldsIn from) {
        long value = from.get("value", WHOLE);
        Optional<Agreed.Source> text = from.maybe("text", HASH).map(Agreed.Source.ByText::new);
        if (text.isPresent()) return new Agreed(value, text.get());
        return switch (from.get("by", TEXT)) {
            case "theatre" -> new Agreed(value, new Agreed.Source.ByTheatre());
            case "rules" -> new Agreed(value, new Agreed.Source.ByRules());
            case String other -> throw new Malformed("by", other, "theatre or rules");
        };
    }

    private static Tagged tagged(Standing standing) {
        return switch (standing) {
            case Standing.InForce now ->
                Tagged.of("in-force", to -> to.put("text", CONTENT, now.text()).put("order", SMALL, now.order()));
            case Standing.Lapsed over -> Tagged.of("lapsed", to -> to.put("text", CONTENT, over.text()));
            case Standing.Signing _ -> throw new IllegalArgumentException("still waits for signatures");
        };
    }

    private static Standing ended(FieldsIn from) {
        return switch (from.get("standing", TEXT)) {
            case "in-force" -> new Standing.InForce(from.get("text", CONTENT), from.get("order", SMALL));
            case "lapsed" -> new Standing.Lapsed(from.get("text", CONTENT));
            case String other -> throw new Malformed("standing", other, "in-force or lapsed");
        };
    }

    static Tagged event(TermsEvent event) {
        return switch (event) {
            case TermsEvent.TheatreTermsSet e ->
                Tagged.of("terms.theatre", to -> to.put("figures", FIGURES, e.figures()));
            case TermsEvent.Proposed e ->
                Tagged.of(
                        "terms.proposed",
                        to -> to.put("text", HASH, e.text())
                                .put("content", CONTENT, e.content())
                                .put("by", PARTY, e.by()));
            case TermsEvent.Signed e ->
                Tagged.of("terms.signed", to -> to.put("text", HASH, e.text()).put("by", PARTY, e.by()));
            case TermsEvent.InForce e ->
                Tagged.of(
                        "terms.in-force",
                        to -> to.put("text", HASH, e.text())
                                .put("everywhere", TRUTH, e.everywhere())
                                .put("standing", SMALL, e.standing()));
            case TermsEvent.Lapsed e -> Tagged.of("terms.lapsed", to -> to.put("text", HASH, e.text()));
        };
    }

    static Optional<TermsEvent> event(String tag, FieldsIn from) {
        return Optional.ofNullable(
                switch (tag) {
                    case "terms.theatre" -> new TermsEvent.TheatreTermsSet(from.get("figures", FIGURES));
                    case "terms.proposed" ->
                        new TermsEvent.Proposed(
                                from.get("text", HASH), from.get("content", CONTENT), from.get("by", PARTY));
                    case "terms.signed" -> new TermsEvent.Signed(from.get("text", HASH), from.get("by", PARTY));
                    case "terms.in-force" ->
                        new TermsEvent.InForce(
                                from.get("text", HASH), from.get("everywhere", TRUTH), from.get("standing", SMALL));
                    case "terms.lapsed" -> new TermsEvent.Lapsed(from.get("text", HASH));
                    default -> null;
                });
    }

    static Tagged refusal(TermsRefusal why) {
        return switch (why) {
            case TermsRefusal.NoSuchParty w -> Tagged.of("no-such-party", to -> to.put("party", PARTY, w.party()));
            case TermsRefusal.NotInGroup _ -> Tagged.of("not-in-group");
            case TermsRefusal.NoSuchText w -> Tagged.of("no-such-text", to -> to.put("text", HASH, w.text()));
            case TermsRefusal.AlreadySigned _ -> Tagged.of("already-signed");
            case TermsRefusal.AnswerTimeOver w ->
                Tagged.of("answer-time-over", to -> to.put("answerBy", TIME, w.answerBy()));
            case TermsRefusal.TooManyOpen w -> Tagged.of("too-many-open", to -> to.put("limit", SMALL, w.limit()));
            case TermsRefusal.OnlyByAll w -> Tagged.of("only-by-all", to -> to.put("figure", FIGURE, w.figure()));
        };
    }

    static Optional<TermsRefusal> refusal(String tag, FieldsIn from) {
        return Optional.ofNullable(
                switch (tag) {
                    case "no-such-party" -> new TermsRefusal.NoSuchParty(from.get("party", PARTY));
                    case "not-in-group" -> new TermsRefusal.NotInGroup();
                    case "no-such-text" -> new TermsRefusal.NoSuchText(from.get("text", HASH));
                    case "already-signed" -> new TermsRefusal.AlreadySigned();
                    case "answer-time-over" -> new TermsRefusal.AnswerTimeOver(from.get("answerBy", TIME));
                    case "too-many-open" -> new TermsRefusal.TooManyOpen(from.get("limit", SMALL));
                    case "only-by-all" -> new TermsRefusal.OnlyByAll(from.get("figure", FIGURE));
                    default -> null;
                });
    }
}
