package org.tansiq.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tansiq.core.airspace.AirspaceCommand;
import org.tansiq.core.airspace.AirspaceEvent;
import org.tansiq.core.airspace.AirspaceRules;
import org.tansiq.core.party.Key;
import org.tansiq.core.party.PartyCommand;
import org.tansiq.core.party.PartyId;
import org.tansiq.core.party.PartyRules;
import org.tansiq.core.party.Role;
import org.tansiq.core.party.Theatre;
import org.tansiq.core.places.Gazetteer;
import org.tansiq.core.terms.Figure;
import org.tansiq.core.terms.Group;
import org.tansiq.core.terms.TermsCommand;
import org.tansiq.core.terms.TermsEvent;
import org.tansiq.core.terms.TermsRules;

/** All the rules there are, in two functions without effects, and the question whether a note comes next. */
public final class Rules {
    /** The type of the note that founds the theatre: entry 0, or the first one not refused. */
    public static final String FOUNDING = "theatre.found";

    private static final long MICROS = 1_000_000;

    private Rules() {}

    /** Whether a note comes next in its key's chain. */
    public static Admission admit(World world, Note note) {
        Optional<Hash> founded = world.parties().theatre().map(Theatre::hash);
        Optional<Key> key = world.parties().key(note.key());
        if (founded.isPresent() ? key.isEmpty() : !note.type().equals(FOUNDING)) return new Admission.NotEnrolled();
        Chain chain = world.chain(note.key());
        Optional<Chain.Sequenced> answered = chain.answered(note);
        if (answered.isPresent()) return new Admission.Repeat(answered.get().index());
        if (key.map(Key::revoked).orElse(false)) return new Admission.Revoked();
        Hash theatre = founded.orElse(Hash.NONE);
        return note.theatre().equals(theatre) ? place(chain, note) : new Admission.OtherTheatre(theatre);
    }

    private static Admission place(Chain chain, Note note) {
        if (note.seq() > chain.next()) return new Admission.Ahead(chain.next());
        if (note.seq() == chain.next()) return new Admission.Next();
        return chain.seconds()
                .get(note.seq())
                .<Admission>map(kept -> new Admission.Spent(kept.index()))
                .orElseGet(Admission.Second::new);
    }

    /**
     * What the rules make of a cause, refusals included. A note in it MUST be admitted as next or second;
     * {@code places} are part of the rules.
     */
    public static Entry decide(World world, Stamped asked, Gazetteer places) {
        List<Event> events = switch (asked.cause()) {
            case Cause.Said said -> heard(world, said, asked, places);
            case Cause.Tick _ -> due(world, asked, places);
            case Cause.WorldHashed hashed -> List.of(new HallEvent.WorldHash(hashed.next(), hashed.hash()));
        };
        World after = after(world, ofPeople(events));
        return new Entry(world.next(), asked, events, Disclosure.deliveries(after, asked.cause(), events));
    }

    // Who sees what does not depend on what is declared in the air: only on who takes part, and on terms.
    private static List<Event> ofPeople(List<Event> events) {
        return events.stream()
                .filter(event -> !(event instanceof AirspaceEvent))
                .toList();
    }

    private static List<Event> due(World world, Stamped asked, Gazetteer places) {
        List<Event> due = new ArrayList<>(PartyRules.due(world.parties(), asked.at()));
        due.addAll(TermsRules.due(world.terms(), asked.at()));
        AirspaceRules.Theirs theirs = theirs(world, new Drawn(asked.chance()), places);
        due.addAll(AirspaceRules.due(world.airspace(), theirs, asked.at()));
        return due;
    }

    // Behind everything else: what a note says comes first, that it was signed at all comes last.
    private static List<Event> heard(World world, Cause.Said said, Stamped asked, Gazetteer places) {
        List<Event> events = new ArrayList<>(said(world, said, asked, places));
        events.addAll(PartyRules.spoke(world.parties(), said.note().key()));
        return events;
    }

    /** The world once an entry is on the record. Runs no rules. */
    public static World apply(World world, Entry entry) {
        World after = after(world, entry.events());
        if (entry.cause().cause() instanceof Cause.Said said)
            after = after.with(heard(after.chain(said.note().key()), said.note(), entry));
        return after.told(entry);
    }

    private static World after(World world, List<Event> events) {
        World after = world;
        for (Event event : events) after = after.after(event);
        return after;
    }

    private static Chain heard(Chain chain, Note note, Entry entry) {
        return note.seq() < chain.next()
                ? chain.kept(note, entry.index())
                : chain.took(note, entry.index(), entry.cause().at());
    }

    private static List<Event> said(World world, Cause.Said said, Stamped asked, Gazetteer places) {
        Note note = said.note();
        Chain chain = world.chain(note.key());
        if (note.seq() < chain.next()) {
            Hash first = chain.notes().get(note.seq()).orElseThrow().note();
            return List.of(new HallEvent.Equivocated(note.key(), note.seq(), first, note.hash()));
        }
        if (!note.prev().equals(chain.head())) return new HallRefusal.PrevDiffers(chain.head()).alone();
        return switch (said.reading()) {
            case Reading.Unclear bad -> new HallRefusal.BadBody(bad.field(), bad.value(), bad.limit()).alone();
            case Reading.Clear clear -> asked(world, note, clear.command(), asked, places);
        };
    }

    private static List<Event> asked(World world, Note note, Command command, Stamped asked, Gazetteer places) {
        Optional<Key> key = world.parties().key(note.key());
        if (key.isEmpty()) return founded(note, command, asked.at());
        By by = new By(note, key.get(), asked.at());
        Optional<HallRefusal> why = barred(world, by, command);
        return why.isPresent() ? why.get().alone() : decided(world, by, command, new Drawn(asked.chance()), places);
    }

    // Only before the theatre is founded does anybody speak with a key that nobody enrolled.
    private static List<Event> founded(Note note, Command command, long at) {
        if (!(command instanceof HallCommand.Found found))
            return new HallRefusal.BadBody("type", note.type(), FOUNDING).alone();
        if (note.status() != Status.ACTUAL) return new HallRefusal.OnlyActual(note.status()).alone();
        Key host = new Key(note.key(), found.founding().host(), Role.HOST, Optional.empty(), /* revoked= */ false);
        List<Event> founded = PartyRules.found(new By(note, host, at), found.founding());
        if (founded.getFirst() instanceof HallEvent.Refused) return founded;
        return List.of(
                founded.getFirst(),
                new TermsEvent.TheatreTermsSet(found.terms()),
                new HallEvent.RulesInForce(found.rules()));
    }

    /** What bars any command: too many of them, parties that have not accepted, acts that are only played. */
    private static Optional<HallRefusal> barred(World world, By by, Command command) {
        long most = world.terms().everywhere(Figure.ACTS_PER_MINUTE).value();
        if (world.chain(by.note().key()).saidIn(by.at()) >= most)
            return Optional.of(new HallRefusal.OverQuota(most, Chain.nextMinute(by.at())));
        if (by.note().status() != Status.ACTUAL && !(command instanceof AirspaceCommand))
            return Optional.of(new HallRefusal.OnlyActual(by.note().status()));
        if (command instanceof PartyCommand.Accept) return Optional.empty();
        List<PartyId> waiting = world.parties().waiting();
        if (!waiting.isEmpty()) return Optional.of(new HallRefusal.NotYetAccepted(waiting));
        return world.parties().accepted(by.party())
                ? Optional.empty()
                : Optional.of(new HallRefusal.NotYetAccepted(List.of(by.party())));
    }

    private static List<Event> decided(World world, By by, Command command, Drawn drawn, Gazetteer places) {
        return switch (command) {
            case PartyCommand asked ->
                PartyRules.decide(
                        world.parties(),
                        by,
                        asked,
                        new PartyRules.Theirs(
                                world.terms()
                                        .everywhere(Figure.ADMISSION_AGREEMENTS)
                                        .value(),
                                MICROS
                                        * world.terms()
                                                .everywhere(Figure.LOST_HEAD_SECONDS)
                                                .value()));
            case TermsCommand asked ->
                TermsRules.decide(world.terms(), world.parties(), by, asked, group -> standing(world, group, by.at()));
            case AirspaceCommand asked ->
                AirspaceRules.decide(world.airspace(), by, asked, theirs(world, drawn, places));
            case HallCommand asked -> hall(world, by, asked);
        };
    }

    static AirspaceRules.Theirs theirs(World world, Drawn drawn, Gazetteer places) {
        return new AirspaceRules.Theirs(world.parties(), world.terms(), drawn, world.next(), places);
    }

    // Of what new terms do not reach, two parties alone both know of every conflict between them.
    private static int standing(World world, Group group, long at) {
        List<PartyId> parties = group.parties();
        return parties.size() == 2 ? world.airspace().openBetween(parties.getFirst(), parties.getLast(), at) : 0;
    }

    private static List<Event> hall(World world, By by, HallCommand command) {
        return switch (command) {
            case HallCommand.Found _ -> new HallRefusal.AlreadyFounded().alone();
            case HallCommand.AgreeRules agree -> agree(world, by, agree.rules());
            case HallCommand.AdoptRules adopt -> adopt(world, by, adopt.rules());
        };
    }

    private static List<Event> agree(World world, By by, Hash rules) {
        if (by.key().role() != Role.HEAD)
            return new HallRefusal.NotYourRole(by.key().role()).alone();
        return world.rules().equals(Optional.of(rules))
                ? new HallRefusal.RulesAlreadyInForce().alone()
                : List.of(new HallEvent.RulesAgreed(by.party(), rules));
    }

    private static List<Event> adopt(World world, By by, Hash rules) {
        if (by.key().role() != Role.HOST)
            return new HallRefusal.NotYourRole(by.key().role()).alone();
        if (world.rules().equals(Optional.of(rules))) return new HallRefusal.RulesAlreadyInForce().alone();
        if (world.terms().everywhere(Figure.RULES_BY_HEADS).value() == 0)
            return List.of(new HallEvent.RulesInForce(rules));
        List<PartyId> waiting = world.parties().members().stream()
                .filter(party -> !world.agreed().get(party).equals(Optional.of(rules)))
                .toList();
        return waiting.isEmpty()
                ? List.of(new HallEvent.RulesInForce(rules))
                : new HallRefusal.HeadsHaveNotAgreed(waiting).alone();
    }
}
