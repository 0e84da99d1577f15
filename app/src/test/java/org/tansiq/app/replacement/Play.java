package org.tansiq.app.replacement;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.tansiq.core.Command;
import org.tansiq.core.Disclosure;
import org.tansiq.core.Hash;
import org.tansiq.core.Status;
import org.tansiq.core.airspace.Declaration;
import org.tansiq.core.airspace.Envelope;
import org.tansiq.core.party.PartyCommand;
import org.tansiq.core.party.PartyId;
import org.tansiq.core.terms.Figure;
import org.tansiq.core.terms.Figures;

/**
 * A random theatre played behind two servers, in step: what one party sees is the same in both, what it does
 * not see is another in the second. All that the party can get by call, stream and command is compared.
 */
final class Play implements AutoCloseable {
    /** One play in so many is over days, with budgets that run out. */
    private static final int DAYS = 4;

    /** After so many acts all is looked at, and commands are run. */
    private static final int ACTS_ALL = 25;

    private static final long SESSION = 6 * Cast.HOUR;
    private static final int STILL_MAX = 8;

    /** What is said in one world; its answers may be others in each. */
    interface Said {
        Command in(Side side);
    }

    final Random chance;
    final Tally tally;
    final PartyId viewer;
    final List<PartyId> others;
    /** Budgets are small, and what is hidden costs the same in both worlds. */
    final boolean exact;

    final List<Plot> plots = new ArrayList<>();
    /** What comes of plots with the offers of the first world. */
    final TreeMap<Hash, Runnable> offered = new TreeMap<>();

    final Side one;
    final Side two;

    private final long notice;
    private final Sides sides;
    private Optional<Runnable> declared = Optional.empty();
    private long loggedIn;
    private int still;
    private int offers;
    private int turn;

    Play(long seed, Path folder, Stage.Front front, Tally tally) throws Exception {
        this.chance = new Random(seed * 0x9E37_79B9_7F4A_7C15L); // Neighbouring seeds begin alike otherwise.
        this.tally = tally;
        this.viewer = Cast.PARTIES.get(chance.nextInt(3));
        this.others =
                Cast.PARTIES.stream().filter(party -> !party.equals(viewer)).toList();
        this.exact = seed % DAYS == 0;
        this.notice = (chance.nextBoolean() ? 30 : 120) * Cast.MINUTE;
        this.one = new Side(new Stage("one", folder.resolve("one"), viewer, seed, front));
        this.two = new Side(new Stage("two", folder.resolve("two"), viewer, seed, front));
        this.sides = new Sides(one, two, new Commands(folder, viewer), tally);
        Figures figures = figures();
        for (Side side : sides.all()) side.stage.found(figures);
        login();
    }

    private Figures figures() {
        Figures named = Cast.figures(Figure.BUFFER_METRES, 1000L * chance.nextInt(2));
        named = Cast.with(named, Figure.BUFFER_HEIGHT_METRES, 200L * chance.nextInt(2));
        named = Cast.with(named, Figure.BUDGET_KM3_HOURS, exact ? 150_000 : Figure.BUDGET_KM3_HOURS.most());
        named = Cast.with(named, Figure.ACTIVATION_RULE, chance.nextInt(2));
        return Cast.with(named, Figure.MINIMUM_NOTICE_SECONDS, notice / 1_000_000);
    }

    // ---- The play.

    void acts(int count) throws Exception {
        Own own = new Own(this);
        Hidden hidden = new Hidden(this);
        for (int end = turn + count; turn < end; ) {
            if (chance.nextInt(5) == 0 || still >= STILL_MAX) later((long) times() * chance.nextInt(1, 4));
            if (own().isEmpty() || chance.nextInt(4) == 0) own.any();
            else hidden.any();
        }
        sides.compare(turn, /* all= */ true);
        sides.heard();
    }

    /** How many times longer everything lasts than in a play of some hours. */
    int times() {
        return exact ? 12 : 1;
    }

    long cell() {
        return one.stage.next() / Cast.CELL;
    }

    List<Declaration> own() {
        return Disclosure.declarations(one.stage.world(), viewer);
    }

    /** Where the viewer has declared something. */
    List<Integer> sites() {
        return own().stream()
                .flatMap(own -> own.plan().volumes().stream())
                .map(volume -> Sites.nearest(volume.outline()))
                .distinct()
                .toList();
    }

    boolean soon(Plot plot) {
        return plot.slots.values().stream()
                .anyMatch(slot -> slot.from() * Cast.CELL - one.stage.next() < notice + Cast.CELL);
    }

    /** What is said next declares a plot. */
    void declares(Plot plot, Envelope first, Envelope second) {
        declared = Optional.of(() -> {
            plots.add(plot);
            one.forms.declared(plot, first);
            two.forms.declared(plot, second);
            for (Side side : sides.all()) side.called.declared(side.forms.id(plot), "plot " + plot.number);
        });
    }

    /** What is said next gives numbers to windows of a plot. */
    void numbers(Plot plot, Envelope first, Envelope second) {
        declared = Optional.of(() -> {
            one.forms.numbered(plot, first);
            two.forms.numbered(plot, second);
        });
    }

    /** What comes of what is said next, if it is taken. */
    void becomes(Runnable form) {
        declared = Optional.of(form);
    }

    /** Until when something is offered, a time of its own. */
    long until() {
        return one.stage.next() + (long) times() * chance.nextInt(1, 12) * Cast.CELL + ++offers;
    }

    /** Somebody says the like in both worlds; whether it was taken, and not refused, in the first. */
    boolean say(String key, Status status, Said said) throws Exception {
        boolean shown = key.startsWith(viewer.text());
        for (Side side : sides.all()) side.stage.bySocket(turn % ACTS_ALL == ACTS_ALL - 1);
        Command first = said.in(one);
        Command second = said.in(two);
        sides.both(side -> side.says(key, side == one ? first : second, status));
        still++;
        turn++;
        tally.count("acts");
        tally.count(shown ? "own" : first.equals(second) ? "hidden, the same" : "hidden");
        boolean taken = one.reply.status() == 201;
        if (taken) declared.ifPresent(Runnable::run);
        declared = Optional.empty();
        own().forEach(own -> sides.all().forEach(side -> side.called.declared(own.id(), "own " + own.id())));
        if (shown) {
            for (Side side : sides.all()) {
                side.called.learn(); // Of what looks alike the answer has the order of its names.
                side.look.answer(side.reply);
            }
        } else if (one.reply.status() != two.reply.status()) tally.count("refused in one");
        try {
            sides.compare(turn, turn % ACTS_ALL == 0);
        } catch (Settling.Broken broken) {
            throw new Settling.Broken("act " + turn + " by " + key + " for " + viewer + "\n one: " + cut(first)
                    + "\n two: " + cut(second) + "\n " + broken.getMessage());
        }
        return taken;
    }

    private static String cut(Command command) {
        String text = command.toString();
        return text.substring(0, Math.min(text.length(), 400));
    }

    /** Counts an act on a plot that meets what the viewer has declared. */
    void met(Plot plot) {
        tally.count("plotted");
        if (one.forms.declaration(plot).misplaced().isPresent()
                != two.forms.declaration(plot).misplaced().isPresent()) tally.count("elsewhere");
        if (one.stage.world().airspace().conflictsOf(one.forms.id(plot)).stream()
                .anyMatch(conflict -> conflict.concerns(viewer) && conflict.open())) tally.count("meeting");
    }

    // ---- Time.

    /** Whole cells later: what is declared ends within one. */
    void later(long cells) throws Exception {
        move(Math.floorDiv(one.stage.hands.wall(), Cast.CELL) * Cast.CELL + cells * Cast.CELL);
        if (one.stage.hands.wall() - loggedIn > SESSION) {
            sides.heard();
            login();
        }
    }

    private void login() throws Exception {
        sides.login();
        loggedIn = one.stage.hands.wall();
    }

    /** Some minutes later, between where a hidden window ends and its cell does. */
    void within() throws Exception {
        move(one.stage.hands.wall() + Cast.MINUTE + chance.nextLong(3 * Cast.MINUTE));
    }

    void whole() throws Exception {
        if (Math.floorMod(one.stage.hands.wall(), Cast.CELL) != 0) later(1);
    }

    // Something that all see follows at once, so that whoever announces what the clock changes wakes up.
    private void move(long to) throws Exception {
        Command follows = new PartyCommand.SetDesk(Cast.desk(Cast.AIR, "radio " + to));
        sides.both(side -> {
            side.stage.hands.set(to);
            side.stage.work();
            side.says(viewer + "/head", follows, Status.ACTUAL);
            side.stage.hands.announced();
            side.look.answer(side.reply);
        });
        still = 0;
    }

    @Override
    public void close() throws IOException {
        sides.close();
    }
}
