package org.tansiq.core.terms;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.tansiq.core.By;
import org.tansiq.core.Event;
import org.tansiq.core.HallRefusal;
import org.tansiq.core.Hash;
import org.tansiq.core.Table;
import org.tansiq.core.party.Parties;
import org.tansiq.core.party.PartyId;
import org.tansiq.core.party.Role;

/** What the room makes of what is asked of it. */
public final class TermsRules {
    /** Texts that may wait for signatures at once with one party's own under them. */
    public static final int OPEN_MAX = 64;

    private final Terms terms;
    private final Parties parties;
    private final By by;
    private final ToIntFunction<Group> matters;

    private TermsRules(Terms terms, Parties parties, By by, ToIntFunction<Group> matters) {
        this.terms = terms;
        this.parties = parties;
        this.by = by;
        this.matters = matters;
    }

    /** {@code matters} counts what a whole group has before it in other rooms. */
    public static List<Event> decide(
            Terms terms, Parties parties, By by, TermsCommand asked, ToIntFunction<Group> matters) {
        if (by.key().role() != Role.HEAD)
            return new HallRefusal.NotYourRole(by.key().role()).alone();
        TermsRules rules = new TermsRules(terms, parties, by, matters);
        return switch (asked) {
            case TermsCommand.Propose propose -> rules.propose(propose.text());
            case TermsCommand.Sign sign -> rules.sign(sign.text());
        };
    }

    /** What lapses at a time. */
    public static List<Event> due(Terms terms, long at) {
        List<Event> lapsed = new ArrayList<>();
        for (Table.Row<Hash, Standing.Signing> row : terms.open())
            if (row.value().text().over(at)) lapsed.add(new TermsEvent.Lapsed(row.key()));
        return lapsed;
    }

    private List<Event> propose(Text text) {
        if (!text.group().holds(by.party())) return new TermsRefusal.NotInGroup().alone();
        for (PartyId party : text.group().parties())
            if (!parties.accepted(party)) return new TermsRefusal.NoSuchParty(party).alone();
        Optional<Figure> bare = bare(text);
        if (bare.isPresent()) return new TermsRefusal.OnlyByAll(bare.get()).alone();
        if (text.over(by.at())) return answerTimeOver(text);
        Hash hash = by.note().hash();
        if (hash.briefIn(terms.open()) || hash.briefIn(terms.ended()))
            return new HallRefusal.BriefTaken(hash.brief()).alone();
        if (terms.openWith(by.party()) >= OPEN_MAX) return new TermsRefusal.TooManyOpen(OPEN_MAX).alone();
        return List.of(new TermsEvent.Proposed(by.note().hash(), text, by.party()));
    }

    private List<Event> sign(Hash hash) {
        Optional<Standing> found = terms.text(hash);
        if (found.isEmpty() || !found.get().text().group().holds(by.party()))
            return new TermsRefusal.NoSuchText(hash).alone();
        return switch (found.get()) {
            case Standing.Signing open -> sign(hash, open);
            case Standing.InForce _ -> new TermsRefusal.AlreadySigned().alone();
            case Standing.Lapsed lapsed -> answerTimeOver(lapsed.text());
        };
    }

    private List<Event> sign(Hash hash, Standing.Signing open) {
        if (open.signed().has(by.party())) return new TermsRefusal.AlreadySigned().alone();
        if (open.text().over(by.at())) return answerTimeOver(open.text());
        Optional<Figure> bare = bare(open.text());
        if (bare.isPresent()) return new TermsRefusal.OnlyByAll(bare.get()).alone();
        TermsEvent signed = new TermsEvent.Signed(hash, by.party());
        if (!open.with(by.party()).all()) return List.of(signed);
        return List.of(signed, new TermsEvent.InForce(hash, everywhere(open.text()), standing(hash, open.text())));
    }

    private boolean everywhere(Text text) {
        return text.group().parties().containsAll(parties.members());
    }

    // Since a text was proposed, parties may have come that it does not name.
    private Optional<Figure> bare(Text text) {
        return everywhere(text)
                ? Optional.empty()
                : text.figures().named().keys().stream()
                        .filter(Figure::ofTheatre)
                        .findFirst();
    }

    // What the whole group has before it already, for each sees the count: texts that wait for signatures,
    // and what other rooms hold.
    private int standing(Hash hash, Text text) {
        int standing = matters.applyAsInt(text.group());
        for (Table.Row<Hash, Standing.Signing> row : terms.open())
            if (!row.key().equals(hash)
                    && row.value()
                            .text()
                            .group()
                            .parties()
                            .containsAll(text.group().parties())) standing++;
        return standing;
    }

    private static List<Event> answerTimeOver(Text text) {
        return new TermsRefusal.AnswerTimeOver(text.answerBy().orElseThrow()).alone();
    }
}
