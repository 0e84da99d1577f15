package org.tansiq.bench.record;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.tansiq.bench.Results;
import org.tansiq.core.Bytes;
import org.tansiq.core.Cause;
import org.tansiq.core.Chain;
import org.tansiq.core.Command;
import org.tansiq.core.Disclosure;
import org.tansiq.core.Entry;
import org.tansiq.core.Event;
import org.tansiq.core.Hash;
import org.tansiq.core.Note;
import org.tansiq.core.Reading;
import org.tansiq.core.Rules;
import org.tansiq.core.Stamped;
import org.tansiq.core.Status;
import org.tansiq.core.World;
import org.tansiq.core.airspace.AirspaceCommand;
import org.tansiq.core.airspace.AirspaceEvent;
import org.tansiq.core.airspace.Conflict;
import org.tansiq.core.party.Key;
import org.tansiq.core.party.PartyId;
import org.tansiq.core.party.Role;
import org.tansiq.engine.Seals;
import org.tansiq.geometry.Window;
import org.tansiq.ledger.Ed25519;
import org.tansiq.ledger.Sha256;
import org.tansiq.ledger.Slots;
import org.tansiq.wire.Acts;
import org.tansiq.wire.EntryText;
import org.tansiq.wire.Places;
import org.tansiq.wire.Submission;

/**
 * Microseconds of one thread that a note costs at each stage, each measured by itself over the same notes.
 */
final class Stages {
    private static final int NOTES = 20_000;
    private static final int KEYS = 64;
    private static final int ROUNDS = 3;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final Hash CHANCE = Sha256.of(Bytes.of("chance"));

    private final Results results;
    private final Hash rules;
    private long at = Window.micros(Instant.now());

    Stages(Results results, Hash rules) {
        this.results = results;
        this.rules = rules;
    }

    void run() {
        Crowd crowd = new Crowd(rules, KEYS);
        List<Submission> opening = crowd.opening();
        measure(
                opening,
                crowd.lines(NOTES / KEYS).stream().flatMap(List::stream).toList(),
                "note");
    }

    /** The same for declarations where others stand. */
    void declaring(List<Command> standing, List<Command> more) {
        Crowd crowd = new Crowd(rules, KEYS);
        List<Submission> before = new ArrayList<>(crowd.opening());
        before.addAll(said(crowd.lines(standing)));
        measure(before, crowd.lines(more).stream().flatMap(List::stream).toList(), "declaration");
    }

    /** Milliseconds to decide and apply each of some commands where others stand, sorted. */
    double[] decided(List<Command> standing, List<Command> asked) {
        Crowd crowd = new Crowd(rules, KEYS);
        List<Submission> before = new ArrayList<>(crowd.opening());
        before.addAll(said(crowd.lines(standing)));
        World world = decided(World.EMPTY, before, _ -> {});
        List<Submission> notes = said(crowd.lines(asked));
        decided(world, notes, _ -> {}); // Warms up.
        double[] millis = new double[notes.size()];
        System.gc(); // What came before is no cost of these.
        for (int i = 0; i < millis.length; i++) {
            long begun = System.nanoTime();
            world = decided(world, List.of(notes.get(i)), _ -> {});
            millis[i] = (System.nanoTime() - begun) / 1e6;
        }
        Arrays.sort(millis);
        return millis;
    }

    /** Milliseconds to answer each of some asks for a way out where others stand, sorted. */
    double[] asked(List<Command> standing, int asks) {
        Crowd crowd = new Crowd(rules, KEYS);
        List<Submission> before = new ArrayList<>(crowd.opening());
        before.addAll(said(crowd.lines(standing)));
        World world = decided(World.EMPTY, before, _ -> {});
        List<Conflict> open = world.airspace().conflicts().values().stream()
                .filter(Conflict::open)
                .toList();
        List<Cause> causes = new ArrayList<>();
        for (int i = 0; i < asks; i++) causes.add(ask(world, open.get((int) ((long) i * open.size() / asks))));
        causes.forEach(cause -> answer(world, cause)); // Warms up.
        double[] millis = new double[asks];
        System.gc();
        for (int i = 0; i < asks; i++) {
            long begun = System.nanoTime();
            answer(world, causes.get(i));
            millis[i] = (System.nanoTime() - begun) / 1e6;
        }
        Arrays.sort(millis);
        return millis;
    }

    private void answer(World world, Cause cause) {
        Entry entry = Rules.decide(world, new Stamped(at, CHANCE, cause), Places.all());
        boolean answered = entry.events().getFirst() instanceof AirspaceEvent.Answered told
                && !told.ways().withheld();
        if (!answered) throw new IllegalStateException(entry.events().getFirst() + " is no answer");
    }

    private Cause ask(World world, Conflict conflict) {
        PartyId party = conflict.a().party();
        Key key = world.parties().keys().values().stream()
                .filter(one -> one.party().equals(party) && one.role() == Role.DUTY_OFFICER)
                .findFirst()
                .orElseThrow();
        Command ask = new AirspaceCommand.Ask(conflict.id(), conflict.a().version());
        Chain chain = world.chain(key.verifier());
        Hash theatre = world.parties().theatre().orElseThrow().hash();
        Note note = new Note(
                Sha256.of(Bytes.of(ask.toString())),
                theatre,
                key.verifier(),
                chain.next(),
                chain.head(),
                at,
                Acts.write(ask).type(),
                Status.ACTUAL,
                Hash.NONE,
                Hash.NONE);
        return new Cause.Said(note, new Reading.Clear(ask));
    }

    private static List<Submission> said(List<List<Bytes>> lines) {
        return lines.parallelStream()
                .flatMap(List::stream)
                .map(line -> Submission.parse(line, (_, _, _) -> true))
                .toList();
    }

    private void measure(List<Submission> opening, List<Bytes> lines, String what) {
        List<Submission> notes = lines.stream()
                .map(line -> Submission.parse(line, (_, _, _) -> true))
                .toList();
        List<Entry> first = new ArrayList<>();
        World founded = decided(World.EMPTY, opening, first::add);
        Seals begun = last(sealed(Seals.NONE, first, opening));
        first.clear();
        List<Entry> entries = new ArrayList<>();
        World after = decided(founded, notes, entries::add);
        List<Seals.Sealed> sealed = sealed(begun, entries, notes);
        Ed25519 scheme = new Ed25519();
        List<Signature> signatures = notes.stream().map(Signature::of).toList();
        results.heading("Processor time of a " + what + " by stage, one thread, best of " + ROUNDS);
        results.table("stage", "µs");
        double engine = stage("verify: the signature", notes.size(), () -> signatures.forEach(s -> s.holds(scheme)));
        engine += stage(
                "wire: reading the line and the command",
                notes.size(),
                () -> lines.forEach(
                        line -> Submission.parse(line, (_, _, _) -> true).cause()));
        List<Cause.Said> causes = notes.stream().map(Submission::cause).toList();
        engine += stage("decide and apply", notes.size(), () -> run(founded, causes));
        engine += stage(
                "wire: writing the entry",
                notes.size(),
                () -> sealed.forEach(s -> s.text().write()));
        stage("hash: slots alone", notes.size(), () -> sealed.forEach(s -> Slots.of(CHANCE, contents(s.text()))));
        engine += stage("hash and write: all of sealing", notes.size(), () -> sealed(begun, entries, notes));
        disclosed(after, entries, engine);
        if (after.next() != founded.next() + notes.size()) throw new IllegalStateException("a note was not decided");
    }

    // As Disclosure does it for an entry: each event for each party; and for a reply about one conflict.
    private void disclosed(World world, List<Entry> entries, double engine) {
        List<PartyId> parties = world.parties().all().keys();
        int[] shown = {0};
        double told = stage("of that disclosure: who is told what", entries.size(), () -> {
            for (Entry entry : entries)
                for (PartyId party : parties)
                    for (Event event : entry.events())
                        if (Disclosure.sees(world, Optional.of(party), event, party)) shown[0]++;
        });
        List<Conflict> conflicts = world.airspace().conflicts().values();
        double reply = conflicts.isEmpty()
                ? 0
                : stage(
                        "disclosure: one conflict of a reply",
                        conflicts.size(),
                        () -> conflicts.forEach(conflict -> {
                            if (Disclosure.conflict(world, conflict.a().party(), conflict.id())
                                    .isPresent()) shown[0]++;
                        }));
        if (shown[0] == 0) throw new IllegalStateException("nobody is told anything");
        results.line("");
        Targeted targeted = new Targeted(results);
        targeted.most("µs that disclosure adds to a reply", told + reply, 20);
        targeted.most("part of the engine's processor time that disclosure takes", told / engine, 0.05);
    }

    private void run(World from, List<Cause.Said> causes) {
        World world = from;
        for (Cause.Said cause : causes)
            world = Rules.apply(world, Rules.decide(world, new Stamped(++at, CHANCE, cause), Places.all()));
    }

    private double stage(String name, int notes, Runnable work) {
        work.run();
        long best = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long begun = THREADS.getCurrentThreadCpuTime();
            work.run();
            best = Math.min(best, THREADS.getCurrentThreadCpuTime() - begun);
        }
        double micros = best / 1e3 / notes;
        results.row(List.of(name, Results.number(micros)));
        return micros;
    }

    private World decided(World from, List<Submission> notes, Consumer<Entry> made) {
        World world = from;
        for (Submission note : notes) {
            Entry entry = Rules.decide(world, new Stamped(++at, CHANCE, note.cause()), Places.all());
            made.accept(entry);
            world = Rules.apply(world, entry);
        }
        return world;
    }

    private static Seals last(List<Seals.Sealed> sealed) {
        return sealed.getLast().after();
    }

    private List<Seals.Sealed> sealed(Seals from, List<Entry> entries, List<Submission> notes) {
        List<Seals.Sealed> all = new ArrayList<>();
        Seals seals = from;
        for (int i = 0; i < entries.size(); i++) {
            Seals.Sealed sealed = seals.seal(entries.get(i), Optional.of(notes.get(i)), rules);
            seals = sealed.after();
            all.add(sealed);
        }
        return all;
    }

    private static List<Bytes> contents(EntryText text) {
        List<Bytes> contents = new ArrayList<>(List.of(text.outcome()));
        text.deliveries().forEach(delivery -> contents.add(delivery.write()));
        return contents;
    }
}
