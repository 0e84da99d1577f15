package org.tansiq.app.record;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tansiq.app.words.Language;
import org.tansiq.app.words.Messages;
import org.tansiq.app.words.Phrase;
import org.tansiq.core.Event;
import org.tansiq.core.HallEvent;
import org.tansiq.core.Hash;
import org.tansiq.core.Names;
import org.tansiq.core.Table;
import org.tansiq.core.VerifierKey;
import org.tansiq.core.airspace.AirspaceEvent;
import org.tansiq.core.airspace.Declaration;
import org.tansiq.core.airspace.Holder;
import org.tansiq.core.party.Parties;
import org.tansiq.core.party.PartyDraft;
import org.tansiq.core.party.PartyEvent;
import org.tansiq.core.party.PartyId;
import org.tansiq.core.party.Role;
import org.tansiq.core.terms.Figure;
import org.tansiq.core.terms.Figures;
import org.tansiq.core.terms.TermsEvent;

/** What happened, in words: one line for each event. */
public final class Telling {
    private final Messages messages;
    private final Moments moments;
    private final Refusing refusing;
    private final Aloud aloud;
    private final Talk talk;

    Telling(Moments moments, Parties parties) {
        this.aloud = new Aloud(moments, parties);
        this.talk = new Talk(moments, aloud);
        this.messages = moments.messages();
        this.moments = moments;
        this.refusing = new Refusing(moments);
    }

    /** What happened, in as many lines as it takes. */
    public List<Phrase> lines(Event event) {
        return switch (event) {
            case AirspaceEvent.Told told -> aloud.lines(told.view());
            case AirspaceEvent.ThreadTold told -> talk.lines(told.view());
            case AirspaceEvent.Answered e -> talk.ways(e.conflict(), e.ways());
            case AirspaceEvent.Declared e -> with(event(event), e.declaration());
            case AirspaceEvent.Amended e -> with(event(event), e.declaration());
            case Event other -> List.of(event(other));
        };
    }

    private List<Phrase> with(Phrase said, Declaration declaration) {
        List<Phrase> lines = new ArrayList<>(List.of(said));
        lines.addAll(new Described(moments).warnings(declaration));
        return lines;
    }

    /** The same in one line. */
    public Phrase event(Event event) {
        return switch (event) {
            case HallEvent hall -> hall(hall);
            case PartyEvent party -> party(party);
            case TermsEvent terms -> terms(terms);
            case AirspaceEvent airspace -> airspace(airspace);
        };
    }

    private Phrase airspace(AirspaceEvent event) {
        return switch (event) {
            case AirspaceEvent.Declared e -> declared("event.airspace.declared", e.declaration());
            case AirspaceEvent.Amended e -> declared("event.airspace.amended", e.declaration());
            case AirspaceEvent.Activated e -> some("event.airspace.activated", e.declaration(), e.windows());
            case AirspaceEvent.Ended e -> some("event.airspace.ended", e.declaration(), e.windows());
            case AirspaceEvent.Withdrawn e -> some("event.airspace.withdrawn", e.declaration(), e.windows());
            case AirspaceEvent.Widened e ->
                messages.say(
                        "event.airspace.widened",
                        "id",
                        Ids.declaration(e.declaration()),
                        "party",
                        e.to(),
                        "level",
                        messages.say("level." + e.level()));
            case AirspaceEvent.Exceeded e -> budget("event.budget.exceeded", e.holder(), e.day());
            case AirspaceEvent.Refilled e ->
                budget(e.enough() ? "event.budget.enough" : "event.budget.paid", e.holder(), e.day());
            case AirspaceEvent.Spent e -> budget("event.budget.spent", e.holder(), e.day());
            case AirspaceEvent.Lifted e -> messages.say("event.budget.lifted", "id", Ids.declaration(e.declaration()));
            case AirspaceEvent.Touching e ->
                messages.say(
                        "event.airspace.touching",
                        "party",
                        e.touch().by(),
                        "owner",
                        e.touch().owner(),
                        "n",
                        (long) e.touched().touches());
            case AirspaceEvent.Alarmed e ->
                messages.say("event.alarm." + e.alarm(), "party", e.about(), "n", (long) e.touches());
            case AirspaceEvent.Met e ->
                messages.say(
                        "event.conflict.met", "id", Ids.conflict(e.finding().conflict()), "n", (long)
                                e.finding().pairs().size());
            case AirspaceEvent.Told e -> aloud.lines(e.view()).getFirst();
            case AirspaceEvent.Crowded e -> messages.say("event.conflict.crowded", "desk", aloud.desk(e.desk()));
            case AirspaceEvent.Seen e ->
                messages.say(
                        "event.conflict.seen",
                        "party",
                        e.by(),
                        "id",
                        Ids.conflict(e.conflict()),
                        "version",
                        e.version());
            case AirspaceEvent.Offered _,
                    AirspaceEvent.Settled _,
                    AirspaceEvent.Answered _,
                    AirspaceEvent.ThreadTold _ -> talk.event(event);
        };
    }

    private Phrase budget(String key, Holder holder, long day) {
        String date = LocalDate.ofEpochDay(day).toString();
        return messages.say(
                key, "party", holder.party(), "status", messages.say("status." + holder.status()), "day", date);
    }

    private Phrase declared(String key, Declaration declaration) {
        return messages.say(
                key,
                "party",
                declaration.party(),
                "id",
                Ids.declaration(declaration.id()),
                "name",
                declaration.details().name(),
                "version",
                declaration.version());
    }

    private Phrase some(String key, Hash declaration, List<Integer> windows) {
        List<Phrase> numbers = windows.stream().map(n -> messages.count(n)).toList();
        return messages.say(key, "id", Ids.declaration(declaration), "windows", messages.list(numbers));
    }

    private Phrase hall(HallEvent event) {
        return switch (event) {
            case HallEvent.Refused e -> messages.say("event.refused", "why", refusing.why(e.why()));
            case HallEvent.Equivocated e ->
                messages.say("event.equivocated", "key", e.key().name(), "n", e.seq());
            case HallEvent.WorldHash e -> messages.say("event.world.hash", "n", e.next(), "hash", e.hash());
            case HallEvent.RulesAgreed e -> messages.say("event.rules.agreed", "party", e.party(), "hash", e.rules());
            case HallEvent.RulesInForce e -> messages.say("event.rules.in-force", "hash", e.rules());
        };
    }

    private Phrase party(PartyEvent event) {
        return switch (event) {
            case PartyEvent.Founded e -> founded(e);
            case PartyEvent.Accepted e -> messages.say("event.party.accepted", "party", e.party());
            case PartyEvent.PartyProposed e ->
                messages.say(
                        "event.party.proposed",
                        "by",
                        e.by(),
                        "party",
                        e.party().id(),
                        "id",
                        e.proposal().brief());
            case PartyEvent.PartyAgreed e ->
                messages.say(
                        "event.party.agreed", "by", e.by(), "id", e.proposal().brief());
            case PartyEvent.PartyInvited e ->
                messages.say("event.party.invited", "id", e.proposal().brief());
            case PartyEvent.DeskSet e -> deskSet(e);
            case PartyEvent.KeyEnrolled e ->
                messages.say(
                        "event.key.enrolled",
                        "party",
                        e.key().party(),
                        "key",
                        e.key().verifier().name(),
                        "role",
                        role(e.key().role()));
            case PartyEvent.KeyRevoked e ->
                messages.say(
                        "event.key.revoked", "party", e.party(), "key", e.key().name(), "why", e.why());
            case PartyEvent.ReplacementVoted e ->
                replacement("event.head.voted", e.party(), e.lost(), e.replacement(), "by", e.by().name());
            case PartyEvent.ReplacementDue e ->
                replacement("event.head.due", e.party(), e.lost(), e.replacement(), "at", moments.at(e.at()));
            case PartyEvent.HeadReplaced e -> replacement("event.head.replaced", e.party(), e.lost(), e.replacement());
            case PartyEvent.NotLost e ->
                messages.say(
                        "event.head.not-lost",
                        "party",
                        e.party(),
                        "key",
                        e.key().name());
        };
    }

    private Phrase replacement(String what, PartyId party, VerifierKey lost, VerifierKey by, Object... more) {
        List<Object> parts = new ArrayList<>(List.of("party", party, "lost", lost.name(), "replacement", by.name()));
        parts.addAll(List.of(more));
        return messages.say(what, parts.toArray());
    }

    private Phrase deskSet(PartyEvent.DeskSet e) {
        return messages.say(
                "event.desk.set",
                "party",
                e.party(),
                "desk",
                e.desk().id(),
                "contact",
                e.desk().contact(),
                "languages",
                e.desk().languages());
    }

    private Phrase founded(PartyEvent.Founded event) {
        var founding = event.theatre().founding();
        List<PartyId> founders =
                founding.founders().stream().map(PartyDraft::id).toList();
        return messages.say(
                "event.party.founded",
                "name",
                name(founding.names()),
                "host",
                founding.host(),
                "founders",
                parties(founders));
    }

    private Phrase terms(TermsEvent event) {
        return switch (event) {
            case TermsEvent.TheatreTermsSet e -> messages.say("event.terms.theatre", "figures", figures(e.figures()));
            case TermsEvent.Proposed e ->
                messages.say(
                        "event.terms.proposed",
                        "by",
                        e.by(),
                        "id",
                        e.text().brief(),
                        "group",
                        parties(e.content().group().parties()),
                        "figures",
                        figures(e.content().figures()));
            case TermsEvent.Signed e ->
                messages.say("event.terms.signed", "by", e.by(), "id", e.text().brief());
            case TermsEvent.InForce e ->
                messages.say("event.terms.in-force", "id", e.text().brief(), "n", e.standing());
            case TermsEvent.Lapsed e ->
                messages.say("event.terms.lapsed", "id", e.text().brief());
        };
    }

    Phrase role(Role role) {
        return messages.say("role." + role);
    }

    Phrase parties(List<PartyId> parties) {
        return refusing.parties(parties);
    }

    /** A name in the reader's own language. */
    String name(Names names) {
        if (messages.language() == Language.AR) return names.ar();
        return messages.language() == Language.RU ? names.ru() : names.en();
    }

    Phrase figures(Figures figures) {
        List<Phrase> said = new ArrayList<>();
        for (Table.Row<Figure, Long> row : figures.named())
            said.add(messages.say("say.types", "type", figure(row.key()), "what", row.value()));
        return said.isEmpty() ? messages.say("source.rules") : messages.list(said);
    }

    /** As it is written in a text of terms: {@code minimumNoticeSeconds}. */
    public static String figure(Figure figure) {
        StringBuilder text = new StringBuilder();
        for (String word : figure.name().split("_", -1))
            text.append(
                    text.isEmpty()
                            ? word.toLowerCase(Locale.ROOT)
                            : word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT));
        return text.toString();
    }
}
