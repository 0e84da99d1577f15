package org.tansiq.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tansiq.core.Bytes;
import org.tansiq.core.Cause;
import org.tansiq.core.Delivery;
import org.tansiq.core.Entry;
import org.tansiq.core.Event;
import org.tansiq.core.HallEvent;
import org.tansiq.core.Hash;
import org.tansiq.core.Stamped;
import org.tansiq.core.World;
import org.tansiq.core.party.Desk;
import org.tansiq.core.party.PartyEvent;
import org.tansiq.ledger.DeliveryText;
import org.tansiq.ledger.Ed25519;
import org.tansiq.ledger.Sha256;
import org.tansiq.ledger.SignedNote;
import org.tansiq.wire.EntryText;
import org.tansiq.wire.Submission;

/**
 * A host that rewrites its own record and mends every checksum, hash and root behind the change: the audit
 * names the entry and what does not hold.
 */
final class AuditTest {
    private static final Hash RULES = Sha256.of(Bytes.of("rules"));
    private static final Hash OTHER = Sha256.of(Bytes.of("other"));
    private static final long EVERY = 3;
    /** Entries of the record: those that found it are 0 to 2. */
    private static final int DESKS = 9;

    private final List<EntryText> record = new ArrayList<>();

    /** An entry as the host would have it. */
    private record Forged(Entry entry, Optional<Submission> said) {}

    @BeforeEach
    void write() throws Exception {
        MemoryDisk disk = new MemoryDisk();
        AtomicLong tick = new AtomicLong(Cast.NOON);
        Clock clock = new Clock() {
            @Override
            public long wall() {
                return tick.incrementAndGet();
            }

            @Override
            public long steady() {
                return tick.get();
            }
        };
        Engine.Ground ground = new Engine.Ground(
                disk,
                clock,
                () -> Sha256.of(Bytes.of("chance " + tick.get())),
                () -> RULES,
                new Ed25519(),
                (_, _) -> {});
        Cast cast = new Cast();
        try (Engine engine = Engine.open(ground, new Settings(16, 1, EVERY), (_, _) -> {})) {
            List<Submission> notes = new ArrayList<>(
                    List.of(cast.founds(RULES), cast.accepts(cast.headOfA), cast.accepts(cast.headOfB)));
            for (int i = 0; i < DESKS; i++) notes.add(cast.setsDesk(cast.headOfB, "line " + i));
            for (Submission note : notes) {
                engine.submit(note, _ -> {});
                while (engine.decide()) engine.append();
                engine.snapshot();
            }
            while (engine.decide()) engine.append();
            for (long i = 0; i < engine.world().next(); i++) record.add(engine.entry(i));
        }
    }

    /** The index of the last entry with such a cause. */
    private int last(Class<? extends Cause> cause) {
        for (int i = record.size() - 1; ; i--)
            if (cause.isInstance(record.get(i).entry().cause().cause())) return i;
    }

    private List<Forged> whole() {
        return record.stream()
                .map(text -> new Forged(text.entry(), text.submission()))
                .toList();
    }

    private List<Forged> with(int index, UnaryOperator<Forged> change) {
        List<Forged> forged = new ArrayList<>(whole());
        forged.set(index, change.apply(forged.get(index)));
        return forged;
    }

    private static UnaryOperator<Forged> entry(UnaryOperator<Entry> change) {
        return forged -> new Forged(change.apply(forged.entry), forged.said);
    }

    private static UnaryOperator<Forged> body(UnaryOperator<List<Event>> events, UnaryOperator<List<Delivery>> told) {
        return entry(e -> new Entry(e.index(), e.cause(), events.apply(e.events()), told.apply(e.deliveries())));
    }

    private static MemoryDisk sealed(List<Forged> entries) {
        return written(entries, (_, honest) -> honest);
    }

    private interface Change {
        Written at(int index, Written honest);
    }

    private static MemoryDisk written(List<Forged> entries, Change change) {
        MemoryDisk disk = new MemoryDisk();
        Seals seals = Seals.NONE;
        try (FileJournal journal = Entries.open(disk)) {
            for (int i = 0; i < entries.size(); i++) {
                Seals.Sealed sealed = seals.seal(entries.get(i).entry, entries.get(i).said, RULES);
                seals = sealed.after();
                journal.append(
                        List.of(change.at(i, sealed.written())), seals.tree().root());
            }
        }
        return disk;
    }

    private static Audit.Sum audit(MemoryDisk disk, Hash rules) throws IOException, JournalDoubt, RecordDoubt {
        return new Audit(() -> rules, new Ed25519(), EVERY).of(disk, (_, _) -> {});
    }

    private static void found(RecordDoubt.Kind kind, int index, MemoryDisk disk) {
        assertThatExceptionOfType(RecordDoubt.class)
                .isThrownBy(() -> audit(disk, RULES))
                .satisfies(doubt -> assertThat(doubt.kind()).isEqualTo(kind))
                .satisfies(doubt -> assertThat(doubt.index()).isEqualTo(index));
    }

    @Test
    void whatWasDecidedIsFoundRight() throws Exception {
        Audit.Sum sum = audit(sealed(whole()), RULES);
        assertThat(sum.decided()).isEqualTo(record.size());
        assertThat(sum.worlds()).isPositive();
        assertThat(sum.otherRules()).isZero();
    }

    @Test
    void whatOtherRulesDecidedIsCountedAndNotCalledRight() throws Exception {
        Audit.Sum sum = audit(sealed(whole()), OTHER);
        assertThat(sum.decided()).isZero();
        assertThat(sum.otherRules()).isEqualTo(record.size());
    }

    @Test
    void aChangedOutcomeIsFound() {
        int last = last(Cause.Said.class);
        UnaryOperator<List<Event>> elsewhere = events -> {
            PartyEvent.DeskSet set = (PartyEvent.DeskSet) events.getFirst();
            Desk desk = new Desk(
                    set.desk().id(), set.desk().names(), "nobody", set.desk().languages());
            return List.of(new PartyEvent.DeskSet(set.party(), desk));
        };
        UnaryOperator<List<Delivery>> told = deliveries -> deliveries.stream()
                .map(d -> new Delivery(d.to(), d.number(), d.opening(), elsewhere.apply(d.shown())))
                .toList();
        found(RecordDoubt.Kind.DECISION, last, sealed(with(last, body(elsewhere, told))));
    }

    @Test
    void aDeliveryThatWasKeptBackIsFound() {
        int last = last(Cause.Said.class);
        MemoryDisk disk = sealed(with(last, body(events -> events, told -> told.subList(0, 1))));
        found(RecordDoubt.Kind.DECISION, last, disk);
    }

    @Test
    void aNoteThatWasLeftOutIsFound() {
        int middle = last(Cause.Said.class) - 1;
        while (!said(middle) || !said(middle + 1)) middle--;
        List<Forged> forged = new ArrayList<>(whole());
        forged.remove(middle);
        for (int i = middle; i < forged.size(); i++) {
            Entry e = forged.get(i).entry;
            forged.set(i, new Forged(new Entry(i, e.cause(), e.events(), e.deliveries()), forged.get(i).said));
        }
        found(RecordDoubt.Kind.CHAIN, middle, sealed(forged));
    }

    private boolean said(int index) {
        return record.get(index).entry().cause().cause() instanceof Cause.Said;
    }

    @Test
    void aNoteThatIsThereTwiceIsFound() {
        List<Forged> forged = new ArrayList<>(whole());
        Forged twice = forged.get(last(Cause.Said.class));
        Stamped later = new Stamped(
                forged.getLast().entry.cause().at() + 1,
                twice.entry.cause().chance(),
                twice.entry.cause().cause());
        forged.add(new Forged(
                new Entry(forged.size(), later, twice.entry.events(), twice.entry.deliveries()), twice.said));
        found(RecordDoubt.Kind.CHAIN, forged.size() - 1, sealed(forged));
    }

    @Test
    void aTimeThatStandsStillIsFound() {
        int last = record.size() - 1;
        long before = record.get(last - 1).entry().cause().at();
        found(
                RecordDoubt.Kind.TIME,
                last,
                sealed(with(
                        last,
                        entry(e -> new Entry(
                                e.index(),
                                new Stamped(
                                        before, e.cause().chance(), e.cause().cause()),
                                e.events(),
                                e.deliveries())))));
    }

    @Test
    void aSignatureThatDoesNotHoldIsFound() {
        int last = last(Cause.Said.class);
        found(RecordDoubt.Kind.SIGNATURE, last, sealed(with(last, forged -> {
            Submission said = forged.said.orElseThrow();
            byte[] raw = said.note().raw().copy();
            int place = said.note().raw().text().stripTrailing().getBytes(StandardCharsets.UTF_8).length - 9;
            raw[place] = (byte) (raw[place] == 'A' ? 'B' : 'A');
            SignedNote note = new SignedNote(said.note().note(), Bytes.of(raw));
            return new Forged(forged.entry, Optional.of(new Submission(note, said.envelope(), said.details())));
        })));
    }

    @Test
    void aHashOfAnotherWorldIsFound() {
        int last = last(Cause.WorldHashed.class);
        found(RecordDoubt.Kind.WORLD, last, sealed(with(last, entry(e -> {
            long next = ((Cause.WorldHashed) e.cause().cause()).next();
            Cause cause = new Cause.WorldHashed(next, OTHER);
            return new Entry(
                    e.index(),
                    new Stamped(e.cause().at(), e.cause().chance(), cause),
                    List.of(new HallEvent.WorldHash(next, OTHER)),
                    e.deliveries());
        }))));
    }

    @Test
    void anotherIndexIsFound() {
        int last = record.size() - 1;
        found(
                RecordDoubt.Kind.INDEX,
                last,
                sealed(with(last, entry(e -> new Entry(e.index() + 1, e.cause(), e.events(), e.deliveries())))));
    }

    @Test
    void aLeafABodyAndASpellingThatDoNotFitAreFound() {
        int last = last(Cause.Said.class);
        found(
                RecordDoubt.Kind.LEAF,
                last,
                written(whole(), (i, honest) -> i == last ? new Written(OTHER, honest.body()) : honest));
        found(
                RecordDoubt.Kind.UNREADABLE,
                last,
                written(
                        whole(),
                        (i, honest) -> i == last ? new Written(honest.leaf(), Bytes.of("no entry\n")) : honest));
        found(RecordDoubt.Kind.BYTES, last, written(whole(), (i, honest) -> i == last ? spaced(honest) : honest));
    }

    // The same outcome with a space in its JSON.
    private static Written spaced(Written honest) {
        String text = honest.body().text();
        int at = text.indexOf("\noutcome ") + "\noutcome ".length();
        int end = text.indexOf('\n', at);
        long size = Long.parseLong(text.substring(at, end)) + 1;
        return new Written(honest.leaf(), Bytes.of(text.substring(0, at) + size + "\n[ " + text.substring(end + 2)));
    }

    @Test
    void anotherRootIsFound() {
        MemoryDisk disk = new MemoryDisk();
        try (FileJournal journal = Entries.open(disk)) {
            Seals.Sealed sealed =
                    Seals.NONE.seal(record.getFirst().entry(), record.getFirst().submission(), RULES);
            journal.append(List.of(sealed.written()), OTHER);
        }
        found(RecordDoubt.Kind.ROOT, 1, disk);
    }

    private static DeliveryText later(DeliveryText told) {
        return new DeliveryText(told.to(), told.number(), told.prev(), told.at() + 1, told.body());
    }

    private static DeliveryText astray(DeliveryText told) {
        return new DeliveryText(told.to(), told.number(), OTHER, told.at(), told.body());
    }

    private World replayed(UnaryOperator<DeliveryText> change) throws RecordDoubt {
        MemoryDisk disk = new MemoryDisk();
        Seals seals = Seals.NONE;
        try (FileJournal journal = Entries.open(disk)) {
            for (EntryText text : record) {
                boolean last = text.entry().index() == record.size() - 1;
                List<DeliveryText> told = new ArrayList<>(text.deliveries());
                if (last) told.set(0, change.apply(told.getFirst()));
                Seals.Sealed sealed =
                        seals.seal(new EntryText(text.entry(), text.rules(), text.submission(), text.outcome(), told));
                seals = sealed.after();
                journal.append(List.of(sealed.written()), seals.tree().root());
            }
            Replay replay = new Replay(() -> RULES, World.EMPTY, Seals.NONE);
            replay.run(journal, (_, _) -> {});
            return replay.world();
        }
    }

    // Its leaf, its tree and its root are all made anew to fit.
    @Test
    void aStartFindsADeliveryThatIsNotOfItsEntryOrItsInbox() throws Exception {
        assertThat(replayed(told -> told).next()).isEqualTo(record.size());
        for (UnaryOperator<DeliveryText> change :
                List.<UnaryOperator<DeliveryText>>of(AuditTest::later, AuditTest::astray))
            assertThatExceptionOfType(RecordDoubt.class)
                    .isThrownBy(() -> replayed(change))
                    .satisfies(doubt -> assertThat(doubt.kind()).isEqualTo(RecordDoubt.Kind.LEAF))
                    .satisfies(doubt -> assertThat(doubt.index()).isEqualTo(record.size() - 1));
    }
}
