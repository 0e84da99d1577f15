package org.tansiq.sim;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tansiq.core.Bytes;
import org.tansiq.core.Hash;
import org.tansiq.core.Malformed;
import org.tansiq.core.World;
import org.tansiq.engine.Audit;
import org.tansiq.engine.Engine;
import org.tansiq.engine.FileJournal;
import org.tansiq.engine.JournalDoubt;
import org.tansiq.engine.JournalLost;
import org.tansiq.engine.RecordDoubt;
import org.tansiq.engine.RulesDiffer;
import org.tansiq.engine.Ruling;
import org.tansiq.engine.Settings;
import org.tansiq.engine.TimeWent;
import org.tansiq.ledger.Sha256;
import org.tansiq.wire.Acts;
import org.tansiq.wire.Answer;
import org.tansiq.wire.Submission;

/**
 * One run of the whole system from a seed: parties, liars among them, a bad network, a worse disk.
 *
 * <p>After each step nothing is shown or answered that the disk could still lose. After each crash and at the
 * end, what was shown and answered is there and the same, and the live world, the one replayed from entry 0
 * and the one decided again are one.
 */
public final class Simulation {
    public static final int ACTS = 500;
    public static final int CRASHES = 2;
    private static final int STEPS_MAX = 100_000;
    private static final int STARTS_MAX = 50;
    private static final int STRIKE_ONE_IN = 40_000;
    private static final int OVERDUE_ONE_IN = 60;
    private static final int EASE_ONE_IN = 60;
    private static final int STEP_MICROS = 30_000;
    private static final long NOON = 1_790_000_000_000_000L;

    private final long seed;
    private final Ways ways;
    private final Dice dice;
    private final boolean audits;
    private final Counts counts = new Counts();
    private final Counts agreed = new Counts();
    private final SimClock clock = new SimClock(NOON);
    private final SimDisk disk;
    private final Weather weather;
    private final Cast cast;
    private final Network network;
    private final Ruling rules;
    private final Law law;
    private final Promises promises;
    private final Settings settings;
    private final Audit audit;
    private final List<Bytes> heard = new ArrayList<>();
    private Optional<Engine> running = Optional.empty();
    private byte[] before = {};
    private int told;
    private int crashes;
    private int life;
    private long hashes;

    private Simulation(long seed, Ways ways, boolean audits) {
        this.seed = seed;
        this.audits = audits;
        this.ways = ways;
        this.dice = new Dice(seed);
        this.disk = new SimDisk(dice, counts, clock);
        this.weather = new Weather(dice, counts, clock, disk);
        this.cast = new Cast(ways, dice);
        this.network = new Network(dice, counts);
        this.rules = ways.rules(clock);
        this.law = new Law(rules, counts);
        this.promises = new Promises(counts, law);
        this.settings = new Settings(2 + dice.below(7), 1 + dice.below(8), 40 + dice.below(80));
        this.audit = new Audit(rules, ways.scheme(), settings.every());
    }

    /** Runs a seed. Throws {@link Broken} at the first promise that does not hold. */
    public static Report run(long seed, Ways ways) {
        return run(new Simulation(seed, ways, /* audits= */ true));
    }

    /**
     * The same run once more, only for its print: what lies on the disk is not replayed and decided again.
     */
    public static Report again(long seed, Ways ways) {
        return run(new Simulation(seed, ways, /* audits= */ false));
    }

    private static Report run(Simulation simulation) {
        try {
            return simulation.run();
        } catch (IllegalStateException | IOException | JournalDoubt | RecordDoubt | RulesDiffer broken) {
            throw new Broken(simulation.seed, String.valueOf(broken.getMessage()), broken);
        }
    }

    private Report run() throws IOException, JournalDoubt, RecordDoubt, RulesDiffer {
        start();
        for (int steps = 0; !enough(); steps++) {
            Promises.hold(steps < STEPS_MAX, "after " + steps + " steps only " + promises.acts() + " acts");
            if (!survives(this::step)) start();
        }
        disk.mend();
        for (int steps = 0; unanswered(); steps++) {
            Promises.hold(steps < STEPS_MAX, "a note that was said again and again has no answer");
            if (!survives(this::answerAll)) start();
        }
        agree();
        law.holds(engine().world());
        Hash print = print();
        agreed.add("agreed: world hashes", hashes);
        counts.addAll(agreed);
        return new Report(seed, promises.acts(), print, counts);
    }

    private boolean enough() {
        return promises.acts() >= ACTS && crashes >= CRASHES;
    }

    /** Whether there should have been more crashes by now. */
    private boolean overdue() {
        return crashes < CRASHES && promises.acts() * (CRASHES + 2) > ACTS * (crashes + 1);
    }

    private boolean unanswered() {
        return cast.all.stream().anyMatch(author -> author.honest && author.waits());
    }

    // --- one step ---

    private void step() {
        clock.pass(dice.below(STEP_MICROS));
        if (dice.oneIn(overdue() ? OVERDUE_ONE_IN : STRIKE_ONE_IN)) weather.strike();
        if (dice.oneIn(EASE_ONE_IN)) disk.ease();
        switch (dice.below(20)) {
            case 0, 1, 2, 3 -> speak(dice.pick(cast.all));
            case 4 -> again(dice.pick(cast.all));
            case 5, 6, 7, 8, 9 -> network.line().ifPresent(this::arrives);
            case 10, 11, 12, 13 -> engine().decide();
            case 14, 15 -> engine().append();
            case 16 -> engine().snapshot();
            default -> network.answer().ifPresent(this::hears);
        }
        see();
    }

    private void answerAll() {
        clock.pass(STEP_MICROS);
        cast.all.forEach(this::again);
        for (int i = 0; i < 2 * cast.all.size(); i++) {
            network.line().ifPresent(this::arrives);
            while (engine().decide()) engine().append();
            engine().append();
            network.answer().ifPresent(this::hears);
        }
        see();
    }

    private void see() {
        if (engine().world().next() == promises.shown()) return;
        Promises.hold(disk.settled(FileJournal.NAME), "shown before it was durable: " + promises.shown());
        promises.see(engine());
        told = disk.size(FileJournal.NAME);
    }

    // What is being written is not seen by anybody yet.
    private void hidden(long first) {
        Promises.hold(
                running.map(engine -> engine.world().next()).orElse(0L) <= first,
                "shown before it was written: " + first);
    }

    private Engine engine() {
        return running.orElseThrow();
    }

    private void speak(Author author) {
        if (!author.honest && dice.oneIn(2)) {
            lies(author);
            return;
        }
        World world = engine().world();
        boolean founds = author == cast.host && cast.theatre().equals(Hash.NONE);
        if (!author.ready()) return;
        Optional<Acts.Said> act = founds ? Optional.of(cast.founding()) : cast.next(author, world, clock.now());
        if (act.isEmpty()) return;
        Submission said = author.says(act.get(), cast.theatre(), clock.now());
        if (founds) cast.founded(hash(said));
        send(author, said);
    }

    private void again(Author author) {
        if (author.waits()) send(author, author.again());
    }

    private void send(Author author, Submission said) {
        network.send(new Network.Line(author, hash(said), said.line()));
    }

    private static Hash hash(Submission said) {
        return said.note().note().hash();
    }

    // --- liars ---

    private void lies(Author liar) {
        long now = clock.now();
        switch (dice.below(8)) {
            case 0, 1 -> send(liar, liar.contradicts(Cast.desk("lie " + dice.below(9)), cast.theatre(), now));
            case 2 -> send(liar, liar.old());
            case 3 -> send(liar, liar.says(Acts.write(Cast.desk("early")), cast.theatre(), now, 1_000));
            case 4 -> send(liar, liar.says(Acts.write(Cast.desk("elsewhere")), dice.hash(), now, 0));
            case 5 -> send(cast.stranger, cast.stranger.says(Acts.write(Cast.desk("who")), cast.theatre(), now, 0));
            case 6 -> network.send(new Network.Line(liar, Hash.NONE, Bytes.of("{\"note\": " + dice.hash())));
            default -> network.send(new Network.Line(liar, Hash.NONE, flipped(liar, now)));
        }
    }

    private Bytes flipped(Author liar, long now) {
        byte[] line = liar.says(Acts.write(Cast.desk("flip")), cast.theatre(), now, 0)
                .line()
                .copy();
        line[dice.below(line.length)] ^= (byte) (1 << dice.below(7));
        return Bytes.of(line);
    }

    // --- notes and answers ---

    private void arrives(Network.Line line) {
        int born = life;
        try {
            Submission said = engine().check(line.text());
            engine().submit(said, answer -> answered(line, born, answer));
        } catch (Malformed bad) {
            answered(line, born, new Answer.Unreadable(bad.field(), bad.value(), bad.limit()));
        }
    }

    private void answered(Network.Line line, int born, Answer answer) {
        Promises.hold(born == life, "an answer came from a process that ended");
        counts.add("answer: " + answer.getClass().getSimpleName());
        heard.add(answer instanceof Answer.Sequenced said ? Bytes.of("entry " + said.index()) : answer.bytes());
        if (answer instanceof Answer.Sequenced sequenced) {
            Promises.hold(disk.settled(FileJournal.NAME), "answered before it was durable: " + sequenced.index());
            see();
            promises.answered(line.note(), sequenced);
        }
        network.reply(new Network.Reply(line.from(), line.note(), answer));
    }

    private void hears(Network.Reply reply) {
        Author author = reply.to();
        switch (reply.answer()) {
            case Answer.Sequenced _ -> author.heard(reply.note());
            case Answer.Revoked _ -> author.retire();
            case Answer.Busy _, Answer.NoRoom _, Answer.Ahead _ -> {}
            case Answer.Known _,
                    Answer.Unreadable _,
                    Answer.NotEnrolled _,
                    Answer.OtherTheatre _,
                    Answer.Spent _,
                    Answer.NotFounded _ ->
                Promises.hold(!author.honest, author.key().name() + " was honest and heard " + reply.answer());
        }
    }

    // --- ends and starts ---

    /** Whether the process is still there after it. */
    private boolean survives(Runnable step) {
        try {
            step.run();
            return true;
        } catch (PowerCut cut) {
            counts.add("crash: in " + cut.getMessage());
        } catch (JournalLost _) {
            counts.add("stop: journal lost");
        } catch (TimeWent _) {
            counts.add("stop: clock stepped");
        }
        ended();
        return false;
    }

    private void ended() {
        crashes++;
        life++;
        running = Optional.empty();
        before = Arrays.copyOf(disk.content(FileJournal.NAME), told);
        network.cut();
        weather.leave();
    }

    /** Starts the process until it runs; every byte of what was shown has to be there. */
    private void start() throws IOException, JournalDoubt, RecordDoubt, RulesDiffer {
        for (int starts = 0; running.isEmpty(); starts++) {
            Promises.hold(starts < STARTS_MAX, "does not start");
            try {
                running = Optional.of(Engine.open(ground(), settings, (_, _) -> {}));
            } catch (PowerCut _) {
                counts.add("crash: in recovery");
                weather.leave();
            } catch (TimeWent went) {
                counts.add("start: clock is behind");
                clock.set(clock.now() - went.micros());
            }
        }
        promises.kept(engine());
        byte[] after = Arrays.copyOf(disk.content(FileJournal.NAME), told);
        Promises.hold(Arrays.equals(before, after), "what was shown has changed on the disk");
        disk.mend();
        see();
        agree();
    }

    private Engine.Ground ground() {
        return new Engine.Ground(
                ways.disk().apply(disk),
                clock,
                dice::hash,
                rules,
                ways.scheme(),
                (kind, _) -> counts.add("alarm: " + kind),
                journal -> new Watched(ways.journal().apply(journal), this::hidden));
    }

    // --- live = replay = audit ---

    // The audit applies every entry from 0 on, and decides each again.
    private void agree() throws IOException, JournalDoubt, RecordDoubt {
        if (!audits) return;
        World live = engine().world();
        // What was audited before is still there, byte for byte, as each start has seen.
        Audit.Sum sum = audit.of(disk.copy(), (_, _) -> {});
        Promises.hold(audit.world().equals(live), "the world replayed and audited is not the live one");
        Promises.hold(
                sum.decided() == live.next(), sum.decided() + " were decided again, " + live.next() + " are there");
        replay();
        agreed.add("agreed: live, replay and audit");
        hashes = sum.worlds();
    }

    /** Opens what is there once more without any snapshot. */
    private void replay() throws IOException, JournalDoubt, RecordDoubt {
        World live = engine().world();
        SimDisk bare = disk.copy();
        bare.forget("snapshot-");
        Engine.Ground quiet =
                new Engine.Ground(bare, new SimClock(live.at()), () -> Hash.NONE, rules, ways.scheme(), (_, _) -> {});
        try (Engine replayed = Engine.adopting(quiet, settings, (_, _) -> {})) {
            Promises.hold(replayed.world().equals(live), "the replayed world is not the live one");
        }
    }

    private Hash print() {
        Bytes journal = Bytes.of(disk.content(FileJournal.NAME));
        List<Bytes> all = new ArrayList<>(heard);
        all.add(journal);
        all.add(Bytes.of(counts.toString()));
        return Sha256.of(all.toArray(Bytes[]::new));
    }
}
