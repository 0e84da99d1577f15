package org.tansiq.core.airspace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tansiq.core.Hash;
import org.tansiq.core.Table;
import org.tansiq.core.party.PartyId;
import org.tansiq.core.party.Theatre;

/**
 * All activity that was declared, and every conflict of it. Declarations stand under their names, conflicts
 * under theirs; {@code ties} has for a declaration each other one that it meets or met, and the conflict
 * between them; {@code crowds} the desks to call about what is not listed; {@code probing} what declaring has
 * cost, {@code threads} what was offered and answered.
 *
 * <p>HOLE: what is over stays here for ever; only the index lets it go.
 */
public record Airspace(
        Table<Hash, Declaration> declared,
        Table<Hash, Conflict> conflicts,
        Table<Hash, Ties> ties,
        Table<Hash, List<Answering>> crowds,
        Probing probing,
        Threads threads,
        Optional<Sky> sky) {

    public static final Airspace NONE = empty(Optional.empty());

    private static Airspace empty(Optional<Sky> sky) {
        return new Airspace(
                Table.empty(), Table.empty(), Table.empty(), Table.empty(), Probing.NONE, Threads.NONE, sky);
    }

    /** The airspace of a theatre before anybody has declared anything. */
    public static Airspace over(Theatre theatre) {
        return empty(Optional.of(Sky.over(theatre.founding().cover())));
    }

    /** The airspace with these rows, at a time. */
    public Airspace restored(
            Table<Hash, Declaration> all,
            Table<Hash, Conflict> known,
            Table<Hash, List<Answering>> crowded,
            Probing probed,
            Table<Hash, ConflictThread> talks,
            long at) {
        Airspace airspace = new Airspace(all, Table.empty(), Table.empty(), crowded, probed, Threads.of(talks), sky);
        for (Conflict conflict : known.values()) airspace = airspace.with(conflict);
        for (Declaration declaration : all.values()) sky.ifPresent(s -> s.post(declaration, declaration.standing(at)));
        return airspace;
    }

    public Optional<Declaration> declaration(Hash id) {
        return declared.get(id);
    }

    /**
     * The declaration that a version was posted of, where it is so now but for the states of its windows;
     * another world may have made another version of the same number.
     */
    Optional<Declaration> current(Declaration version) {
        return declaration(version.id())
                .filter(now -> now.version() == version.version() && now.plan().equals(version.plan()));
    }

    public Optional<Conflict> conflict(Hash id) {
        return conflicts.get(id);
    }

    /** The conflict between two declarations, open or not. */
    Optional<Conflict> between(Hash one, Hash other) {
        return ties.get(one).flatMap(tied -> tied.conflicts().get(other)).flatMap(conflicts::get);
    }

    /**
     * What a party knows of a conflict's thread: nothing where it has no view of the conflict, or nobody has
     * said a thing that it may know.
     */
    public Optional<ThreadView> thread(Conflict conflict, PartyId viewer) {
        if (!conflict.concerns(viewer) || conflict.side(viewer).view().isEmpty()) return Optional.empty();
        return threads.of(conflict.id())
                .map(thread -> ThreadView.of(thread, conflict, viewer))
                .filter(view -> !view.steps().isEmpty() || view.ways().isPresent());
    }

    /** Every conflict of a declaration, open or not. */
    public List<Conflict> conflictsOf(Hash declaration) {
        List<Conflict> found = new ArrayList<>();
        for (Hash conflict : ties(declaration).conflicts().values())
            found.add(conflicts.get(conflict).orElseThrow());
        return found;
    }

    Ties ties(Hash declaration) {
        return ties.get(declaration).orElse(Ties.NONE);
    }

    /**
     * Which of a party's own declarations a declaration of it meets, from a time on: only a question, for
     * what is one's own never conflicts.
     */
    public List<Finding> own(Declaration asked, long at) {
        return Meetings.ofOwn(this, asked, at).stream()
                .map(met -> new Finding(Hash.NONE, asked.id(), met.other().id(), met.margins(), met.pairs(), false))
                .toList();
    }

    /** How many conflicts two parties have before them that are not over. */
    public int openBetween(PartyId one, PartyId other, long at) {
        int open = 0;
        for (Table.Row<Hash, Conflict> row : conflicts) {
            Conflict conflict = row.value();
            if (conflict.concerns(one) && conflict.concerns(other) && conflict.open(at)) open++;
        }
        return open;
    }

    /** What is so after an event. */
    public Airspace after(AirspaceEvent event) {
        return switch (event) {
            case AirspaceEvent.Declared e -> declared(e.declaration());
            case AirspaceEvent.Amended e -> declared(e.declaration());
            case AirspaceEvent.Activated e -> moved(e.declaration(), e.windows(), WindowState.ACTIVATED, e.at());
            case AirspaceEvent.Ended e ->
                moved(e.declaration(), e.windows(), WindowState.ENDED, e.at()).less(e.declaration(), e.windows());
            case AirspaceEvent.Withdrawn e ->
                moved(e.declaration(), e.windows(), WindowState.WITHDRAWN, e.at())
                        .less(e.declaration(), e.windows());
            case AirspaceEvent.Widened e ->
                with(declared.get(e.declaration()).orElseThrow().widened(e.to(), e.level()));
            case AirspaceEvent.Exceeded e ->
                with(probing.with(e.holder(), probing.account(e.holder()).told(e.day())));
            case AirspaceEvent.Refilled e ->
                with(probing.with(e.holder(), probing.account(e.holder()).refilled(e.day(), e.spent(), e.enough())));
            case AirspaceEvent.Lifted e ->
                with(declared.get(e.declaration()).orElseThrow().paid())
                        .with(probing.free(e.declaration()))
                        .uncrowded(e.declaration());
            case AirspaceEvent.Touching e -> with(probing.with(e.touch(), e.touched()));
            case AirspaceEvent.Alarmed e -> alarmed(e);
            case AirspaceEvent.Met e -> met(e.finding());
            case AirspaceEvent.Told e -> told(e);
            case AirspaceEvent.Crowded e -> crowded(e);
            case AirspaceEvent.Offered e -> {
                ConflictThread thread = thread(e.offer().conflict());
                yield with(thread.offered(e.offer(), e.at()));
            }
            case AirspaceEvent.Settled e -> with(thread(e.conflict()).settled(e.step()));
            case AirspaceEvent.Answered e -> {
                boolean first =
                        conflicts.get(e.conflict()).orElseThrow().a().party().equals(e.to());
                yield with(thread(e.conflict()).answered(first, e.ways()));
            }
            case AirspaceEvent.ThreadTold _ -> this;
            case AirspaceEvent.Spent e ->
                with(probing.with(e.holder(), probing.account(e.holder()).spent(e.day(), e.spent())));
            case AirspaceEvent.Seen e -> {
                Conflict conflict = conflicts.get(e.conflict()).orElseThrow();
                Side side = conflict.side(e.by());
                yield with(conflict.with(side.saw(e.version())));
            }
        };
    }

    private Airspace declared(Declaration declaration) {
        long at = said(declaration);
        return with(declaration)
                .uncrowded(declaration.id())
                .with(probing.charged(declaration, Account.day(at)))
                .posted(declaration, at);
    }

    private ConflictThread thread(Hash conflict) {
        return threads.of(conflict).orElseGet(() -> ConflictThread.of(conflict));
    }

    private Airspace with(ConflictThread thread) {
        return new Airspace(declared, conflicts, ties, crowds, probing, threads.with(thread), sky);
    }

    /** With another version of a declaration that is not posted: what nobody has said meets nothing. */
    Airspace with(Declaration declaration) {
        return new Airspace(
                declared.put(declaration.id(), declaration), conflicts, ties, crowds, probing, threads, sky);
    }

    private Airspace with(Probing now) {
        return new Airspace(declared, conflicts, ties, crowds, now, threads, sky);
    }

    private Airspace uncrowded(Hash declaration) {
        return crowds.has(declaration)
                ? new Airspace(declared, conflicts, ties, crowds.remove(declaration), probing, threads, sky)
                : this;
    }

    private Airspace alarmed(AirspaceEvent.Alarmed alarmed) {
        Probing.Touch touch = new Probing.Touch(alarmed.to(), alarmed.about());
        Touched known = probing.touched().get(touch).orElseThrow();
        return with(probing.with(touch, known.with(alarmed.alarm())));
    }

    // What is over when a version is said is not posted: nothing can meet it any more.
    private static long said(Declaration declaration) {
        long said = Long.MIN_VALUE;
        for (Table.Row<Integer, DeclaredWindow> row : declaration.windows())
            said = Math.max(said, row.value().said());
        return said;
    }

    private Airspace posted(Declaration declaration, long at) {
        Sky own = sky.orElseThrow();
        own.post(declaration, declaration.standing(at));
        return own.full()
                ? new Airspace(
                        declared,
                        conflicts,
                        ties,
                        crowds,
                        probing,
                        threads,
                        Optional.of(own.renewed(
                                volumes(at), version -> current(version).isPresent(), at)))
                : this;
    }

    private int volumes(long at) {
        int volumes = 0;
        for (Table.Row<Hash, Declaration> row : declared)
            if (!row.value().standing(at).isEmpty())
                volumes += row.value().plan().volumes().size();
        return volumes;
    }

    private Airspace moved(Hash id, List<Integer> windows, WindowState to, long at) {
        Declaration moved = declared.get(id).orElseThrow().with(windows, to, at);
        return with(moved);
    }

    // Windows that are over meet nothing.
    private Airspace less(Hash id, List<Integer> windows) {
        Airspace after = this;
        for (Conflict conflict : conflictsOf(id)) {
            boolean first = conflict.finding().a().equals(id);
            List<Pair> left = conflict.finding().pairs().stream()
                    .filter(pair -> !windows.contains(first ? pair.a() : pair.b()))
                    .toList();
            if (left.size() < conflict.finding().pairs().size())
                after = after.with(conflict.with(conflict.finding().with(left)));
        }
        return after;
    }

    private Airspace met(Finding finding) {
        Conflict conflict = conflicts
                .get(finding.conflict())
                .map(known -> known.with(finding))
                .orElseGet(() -> new Conflict(finding, side(finding.a()), side(finding.b())));
        return with(conflict);
    }

    private Side side(Hash declaration) {
        return Side.of(declared.get(declaration).orElseThrow().party());
    }

    private Airspace told(AirspaceEvent.Told told) {
        Conflict conflict = conflicts.get(told.view().conflict()).orElseThrow();
        Side side = conflict.side(told.to());
        return with(conflict.with(side.told(told.view())));
    }

    private Airspace crowded(AirspaceEvent.Crowded crowd) {
        if (crowd.declaration().isEmpty()) return this;
        Hash id = crowd.declaration().get();
        List<Answering> desks = new ArrayList<>(crowds.get(id).orElse(List.of()));
        desks.add(crowd.desk());
        return new Airspace(declared, conflicts, ties, crowds.put(id, List.copyOf(desks)), probing, threads, sky);
    }

    private Airspace with(Conflict conflict) {
        Optional<Conflict> before = conflicts.get(conflict.id());
        Finding finding = conflict.finding();
        int pairs = finding.pairs().size()
                - before.map(b -> b.finding().pairs().size()).orElse(0);
        Table<Hash, Ties> tied = ties;
        tied = tied(
                tied,
                conflict,
                finding.a(),
                pairs,
                conflict.a().told() - before.map(b -> b.a().told()).orElse(0));
        tied = tied(
                tied,
                conflict,
                finding.b(),
                pairs,
                conflict.b().told() - before.map(b -> b.b().told()).orElse(0));
        return new Airspace(declared, conflicts.put(conflict.id(), conflict), tied, crowds, probing, threads, sky);
    }

    private static Table<Hash, Ties> tied(
            Table<Hash, Ties> all, Conflict conflict, Hash declaration, int pairs, int overlaps) {
        Ties before = all.get(declaration).orElse(Ties.NONE);
        Ties after = before.with(conflict.other(declaration), conflict.id()).more(pairs, overlaps);
        return after.equals(before) ? all : all.put(declaration, after);
    }
}
