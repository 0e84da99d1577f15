package org.tansiq.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.tansiq.core.airspace.Account;
import org.tansiq.core.airspace.Airspace;
import org.tansiq.core.airspace.AirspaceCommand;
import org.tansiq.core.airspace.AirspaceEvent;
import org.tansiq.core.airspace.Conflict;
import org.tansiq.core.airspace.ConflictView;
import org.tansiq.core.airspace.Declaration;
import org.tansiq.core.airspace.Drafting;
import org.tansiq.core.airspace.Holder;
import org.tansiq.core.airspace.Previewed;
import org.tansiq.core.airspace.Probing;
import org.tansiq.core.airspace.ThreadView;
import org.tansiq.core.airspace.Threads;
import org.tansiq.core.airspace.Touched;
import org.tansiq.core.party.Key;
import org.tansiq.core.party.PartyEvent;
import org.tansiq.core.party.PartyId;
import org.tansiq.core.party.Theatre;
import org.tansiq.core.places.Gazetteer;
import org.tansiq.core.terms.Terms;
import org.tansiq.core.terms.TermsEvent;

/**
 * What each party sees of what happens. Every way out passes here; nothing else decides it.
 *
 * <p>A refusal is for the party that was refused, a text of terms for the group it binds, who takes part and
 * which rules are in force for everybody. What is declared is for its author, and for others where it meets
 * theirs, rounded. Hashes of the world are for auditors.
 */
public final class Disclosure {
    private Disclosure() {}

    /** Whether a party sees an event; {@code by} is the party whose note it answers, if it answers one. */
    public static boolean sees(World world, Optional<PartyId> by, Event event, PartyId viewer) {
        return switch (event) {
            case HallEvent.Refused _ -> by.equals(Optional.of(viewer));
            case HallEvent.WorldHash _ -> false;
            case HallEvent.Equivocated _, HallEvent.RulesAgreed _, HallEvent.RulesInForce _ -> true;
            case PartyEvent _ -> true;
            case TermsEvent room -> sees(world, room, viewer);
            case AirspaceEvent room -> sees(world, room, viewer);
        };
    }

    // What is declared is its author's alone; of a conflict each side has what it is told, and the finding
    // itself nobody, nor an offer as it stands, which has what is told to both.
    private static boolean sees(World world, AirspaceEvent event, PartyId viewer) {
        return switch (event) {
            case AirspaceEvent.Declared e -> e.declaration().party().equals(viewer);
            case AirspaceEvent.Amended e -> e.declaration().party().equals(viewer);
            case AirspaceEvent.Activated e -> declared(world, e.declaration(), viewer);
            case AirspaceEvent.Ended e -> declared(world, e.declaration(), viewer);
            case AirspaceEvent.Withdrawn e -> declared(world, e.declaration(), viewer);
            case AirspaceEvent.Widened e -> declared(world, e.declaration(), viewer);
            case AirspaceEvent.Lifted e -> declared(world, e.declaration(), viewer);
            case AirspaceEvent.Refilled e -> e.holder().party().equals(viewer);
            case AirspaceEvent.Exceeded _ -> true;
            case AirspaceEvent.Alarmed e -> e.to().equals(viewer);
            case AirspaceEvent.Met _, AirspaceEvent.Touching _, AirspaceEvent.Offered _ -> false;
            case AirspaceEvent.Told e -> e.to().equals(viewer);
            case AirspaceEvent.Crowded e -> e.to().equals(viewer);
            case AirspaceEvent.Settled e -> e.step().by().equals(viewer);
            case AirspaceEvent.Answered e -> e.to().equals(viewer);
            case AirspaceEvent.ThreadTold e -> e.to().equals(viewer);
            case AirspaceEvent.Spent e -> e.holder().party().equals(viewer);
            case AirspaceEvent.Seen e -> e.by().equals(viewer);
        };
    }

    /** What a party has declared, and sees whole. */
    public static List<Declaration> declarations(World world, PartyId viewer) {
        return world.airspace().declared().values().stream()
                .filter(declaration -> declaration.party().equals(viewer))
                .toList();
    }

    /**
     * The most that each other party could be told of an act on a declaration, if the author of it said it at
     * a time: as if all of it met something of theirs. Whom it would meet is not looked at; {@code places}
     * are those of the rules. Throws {@link Malformed} where the act says nothing of what is declared.
     */
    public static Previewed viewAs(
            World world, Key author, Status status, AirspaceCommand asked, long at, Gazetteer places) {
        Hash theatre = world.parties().theatre().map(Theatre::hash).orElse(Hash.NONE);
        Chain chain = world.chain(author.verifier());
        Note unsaid = new Note(
                Hash.NONE,
                theatre,
                author.verifier(),
                chain.next(),
                chain.head(),
                at,
                "",
                status,
                Hash.NONE,
                Hash.NONE);
        return Drafting.preview(
                world.airspace(), new By(unsaid, author, at), asked, Rules.theirs(world, new Drawn(Hash.NONE), places));
    }

    /** Something that a party may see, as it was and as it is; at least one of the two. */
    interface Moved<T> {
        void at(PartyId viewer, Optional<T> before, Optional<T> now);
    }

    /** What came between two worlds of what each of several parties has declared. */
    static void declarations(World before, World now, Predicate<PartyId> viewers, Moved<Declaration> each) {
        now.airspace().declared().changes(before.airspace().declared(), (_, was, is) -> {
            PartyId party = is.or(() -> was).orElseThrow().party();
            if (viewers.test(party)) each.at(party, was, is);
        });
    }

    /** What came between two worlds of the conflicts of each of several parties, as it was told them. */
    static void conflicts(World before, World now, Predicate<PartyId> viewers, Moved<ConflictView> each) {
        now.airspace().conflicts().changes(before.airspace().conflicts(), (_, was, is) -> {
            Conflict any = is.or(() -> was).orElseThrow();
            for (PartyId party : List.of(any.a().party(), any.b().party()))
                if (viewers.test(party)) each.at(party, view(was, party), view(is, party));
        });
    }

    private static Optional<ConflictView> view(Optional<Conflict> conflict, PartyId viewer) {
        return conflict.flatMap(known -> known.side(viewer).view());
    }

    /** Every conflict of a party as it was last told, also those that are cleared. */
    public static List<ConflictView> conflicts(World world, PartyId viewer) {
        return world.airspace().conflicts().values().stream()
                .filter(conflict -> conflict.concerns(viewer))
                .flatMap(conflict -> conflict.side(viewer).view().stream())
                .toList();
    }

    /** The thread of every conflict of which a party has a view, where anything was offered or asked. */
    public static List<ThreadView> threads(World world, PartyId viewer) {
        return world.airspace().threads().all().values().stream()
                .flatMap(thread -> thread(world, viewer, thread.conflict()).stream())
                .toList();
    }

    /** One of {@link #threads}, by its conflict. */
    public static Optional<ThreadView> thread(World world, PartyId viewer, Hash conflict) {
        return world.airspace()
                .conflict(conflict)
                .flatMap(known -> world.airspace().thread(known, viewer));
    }

    /** One of {@link #declarations}, by its name. */
    public static Optional<Declaration> declaration(World world, PartyId viewer, Hash id) {
        return world.airspace()
                .declaration(id)
                .filter(declaration -> declaration.party().equals(viewer));
    }

    /** One of {@link #conflicts}, by its name. */
    public static Optional<ConflictView> conflict(World world, PartyId viewer, Hash id) {
        return world.airspace()
                .conflict(id)
                .filter(conflict -> conflict.concerns(viewer))
                .flatMap(conflict -> conflict.side(viewer).view());
    }

    /**
     * The world as far as a party may know it: who takes part, its own terms, and what it declared. Conflicts
     * are apart, in {@link #conflicts}: the world has only findings, which nobody sees. What is over
     * at {@code since}, in microseconds since 1970, is left out where it is given.
     */
    public static World world(World world, PartyId viewer, OptionalLong since) {
        Terms terms = new Terms(
                world.terms().theatre(),
                those(world.terms().open(), row -> sees(world, row.key(), viewer)),
                those(world.terms().ended(), row -> sees(world, row.key(), viewer)),
                those(world.terms().deciding(), row -> row.key().holds(viewer)));
        Table<Hash, Declaration> own = those(
                world.airspace().declared(),
                row -> row.value().party().equals(viewer)
                        && (since.isEmpty()
                                || !row.value().standing(since.getAsLong()).isEmpty()));
        Airspace airspace = new Airspace(
                own,
                Table.empty(),
                Table.empty(),
                those(world.airspace().crowds(), row -> own.has(row.key())),
                probing(world.airspace().probing(), viewer),
                Threads.NONE,
                Optional.empty());
        return new World(
                world.next(),
                world.at(),
                world.rules(),
                world.agreed(),
                world.parties(),
                terms,
                airspace,
                Table.empty(),
                Table.empty());
    }

    /** What a party knows of budgets and of who touches what it declared. */
    public static Probing probing(World world, PartyId viewer) {
        return probing(world.airspace().probing(), viewer);
    }

    // Of another's budget only on which day it was exceeded; of who touches one's own how much, not for what.
    private static Probing probing(Probing probing, PartyId viewer) {
        List<Table.Row<Holder, Account>> accounts = new ArrayList<>();
        for (Table.Row<Holder, Account> row : probing.accounts()) {
            boolean own = row.key().party().equals(viewer);
            if (own || row.value().told() >= 0)
                accounts.add(new Table.Row<>(
                        row.key(), own ? row.value() : row.value().toldOnly()));
        }
        List<Table.Row<Probing.Touch, Touched>> touched = new ArrayList<>();
        for (Table.Row<Probing.Touch, Touched> row : probing.touched())
            if (row.key().owner().equals(viewer))
                touched.add(new Table.Row<>(row.key(), row.value().countOnly()));
        return new Probing(
                Table.sorted(accounts),
                those(probing.withheld(), row -> row.value().party().equals(viewer)),
                Table.sorted(touched));
    }

    private static <K extends Comparable<? super K>, V> Table<K, V> those(
            Table<K, V> table, Predicate<Table.Row<K, V>> which) {
        List<Table.Row<K, V>> rows = new ArrayList<>();
        for (Table.Row<K, V> row : table) if (which.test(row)) rows.add(row);
        return Table.sorted(rows);
    }

    private static boolean declared(World world, Hash declaration, PartyId viewer) {
        return world.airspace()
                .declaration(declaration)
                .map(d -> d.party().equals(viewer))
                .orElse(false);
    }

    private static boolean sees(World world, TermsEvent event, PartyId viewer) {
        return switch (event) {
            case TermsEvent.TheatreTermsSet _ -> true;
            case TermsEvent.Proposed made -> made.content().group().holds(viewer);
            case TermsEvent.Signed signed -> binds(world, signed.text(), viewer);
            case TermsEvent.InForce now -> binds(world, now.text(), viewer);
            case TermsEvent.Lapsed over -> binds(world, over.text(), viewer);
        };
    }

    /**
     * Whether a party sees a text of terms: its group does, and whoever came later if the theatre's numbers
     * are its.
     */
    public static boolean sees(World world, Hash text, PartyId viewer) {
        return binds(world, text, viewer) || world.terms().sets(text);
    }

    private static boolean binds(World world, Hash text, PartyId viewer) {
        return world.terms()
                .text(text)
                .map(standing -> standing.text().group().holds(viewer))
                .orElse(false);
    }

    /** What an entry delivers, by party; {@code after} is the world once its events are so. */
    static List<Delivery> deliveries(World after, Cause cause, List<Event> events) {
        Optional<PartyId> by = author(after, cause);
        List<Delivery> deliveries = new ArrayList<>();
        for (PartyId viewer : after.parties().all().keys()) {
            List<Event> shown =
                    events.stream().filter(e -> sees(after, by, e, viewer)).toList();
            if (!shown.isEmpty()) {
                long number = after.inbox(viewer).count() + 1;
                boolean own = by.equals(Optional.of(viewer));
                deliveries.add(new Delivery(viewer, number, opening(cause, events, own, shown), shown));
            }
        }
        return deliveries;
    }

    private static Optional<PartyId> author(World world, Cause cause) {
        return cause instanceof Cause.Said said
                ? world.parties().key(said.note().key()).map(Key::party)
                : Optional.empty();
    }

    // Whoever sees what a note did sees the note; of one that only shows that its key signs, the text alone:
    // that is the evidence, and what it says may be for others. So it is with an offer and its answer, which
    // are for the other side. Who is told of the air by somebody else's act does not see the act.
    private static Opening opening(Cause cause, List<Event> events, boolean own, List<Event> shown) {
        if (!(cause instanceof Cause.Said)) return Opening.CLOSED;
        Event first = shown.getFirst();
        if (first instanceof AirspaceEvent && !own) return answers(events, shown) ? Opening.TEXT : Opening.CLOSED;
        return first instanceof HallEvent.Equivocated || first instanceof PartyEvent.NotLost
                ? Opening.TEXT
                : Opening.WHOLE;
    }

    // Whether a note speaks in a thread that is shown with it; of a third party's it may only make an end.
    private static boolean answers(List<Event> events, List<Event> shown) {
        Optional<Hash> spoken = switch (events.getFirst()) {
            case AirspaceEvent.Offered e -> Optional.of(e.offer().conflict());
            case AirspaceEvent.Settled e -> Optional.of(e.conflict());
            default -> Optional.empty();
        };
        return shown.stream()
                .anyMatch(event -> event instanceof AirspaceEvent.ThreadTold told
                        && spoken.equals(Optional.of(told.view().conflict())));
    }
}
