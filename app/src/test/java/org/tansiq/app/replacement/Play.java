package org.tansiq.app.replacement;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
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
    final Side one;
    final Side two;

    private final long notice;
    private final Commands commands;
    private final Logs logs;
    private Optional<Runnable> declared = Optional.empty();
    private long loggedIn;
    private String refused = "";
    private int still;
    private int turn;
    private final List<Listener> listeners = new ArrayList<>();

    Play(long seed, Path folder, Stage.Front front, Tally tally) throws Exception {
        this.chance = new Random(seed * 0x9E37_79B9_7F4A_7C15L); // Neighbouring seeds begin alike otherwise.
        this.tally = tally;
        this.viewer = Cast.PARTIES.get(chance.nextInt(3));
        this.others = Cast.PARTIES.stream()
                .filter(party -> !party.equals(viewer))
                .toList();
        this.exact = seed % DAYS == 0;
        this.notice = (chance.nextBoolean() ? 30 : 120) * Cast.MINUTE;
        this.one = new Side(new Stage("one", folder.resolve("one"), viewer, seed, front));
        this.two = new Side(new Stage("two", folder.resolve("two"), viewer, seed, front));
        this.commands = new Commands(folder, viewer);
        Figures figures = figures();
        for (Side side : sides()) side.stage.found(figures);
        this.logs = new Logs();
        login();
    }

    private List<Side> sides() {
        return List.of(one, two);
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
        compare(/* all= */ true);
        heard();
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
            for (Side side : sides()) side.called.declared(side.forms.id(plot), "plot " + plot.number);
        });
    }

    /** What is said next gives numbers to windows of a plot. */
    void numbers(Plot plot, Envelope first, Envelope second) {
        declared = Optional.of(() -> {
            one.forms.numbered(plot, first);
            two.forms.numbered(plot, second);
        });
    }

    /** Somebody says the like in both worlds; whether it was taken, and not refused, in the first. */
    boolean say(String key, Status status, Said said) throws Exception {
        boolean shown = key.startsWith(viewer.text());
        for (Side side : sides()) side.stage.bySocket(turn % ACTS_ALL == ACTS_ALL - 1);
        Command first = said.in(one);
        Command second = said.in(two);
        Reply reply = one.stage.say(key, first, status);
        Reply other = two.stage.say(key, second, status);
        still++;
        turn++;
        tally.count("acts");
        tally.count(shown ? "own" : first.equals(second) ? "hidden, the same" : "hidden");
        refused = reply.body();
        if (reply.status() == 201) declared.ifPresent(Runnable::run);
        declared = Optional.empty();
        if (shown) {
            one.look.answer(reply);
            two.look.answer(other);
        } else if (reply.status() != other.status()) tally.count("refused in one");
        own().forEach(own -> sides().forEach(side -> side.called.declared(own.id(), "own " + own.id())));
        try {
            compare(turn % ACTS_ALL == 0);
        } catch (Settling.Broken broken) {
            throw new Settling.Broken("act " + turn + " by " + key + " for " + viewer + "\n one: " + cut(first)
                    + "\n two: " + cut(second) + "\n " + broken.getMessage());
        }
        return reply.status() == 201;
    }

    /** The answer to what was said last, in the first world. */
    String refused() {
        return refused;
    }

    private static String cut(Command command) {
        String text = command.toString();
        return text.substring(0, Math.min(text.length(), 400));
    }

    /** Counts an act on a plot that meets what the viewer has declared. */
    void met(Plot plot) {
        tally.count("plotted");
        if (one.stage.world().airspace().conflictsOf(one.forms.id(plot)).stream()
                .anyMatch(conflict -> conflict.concerns(viewer) && conflict.open())) tally.count("meeting");
    }

    // ---- Time.

    /** Whole cells later: what is declared ends within one. */
    void later(long cells) throws Exception {
        move(Math.floorDiv(one.stage.hands.wall(), Cast.CELL) * Cast.CELL + cells * Cast.CELL);
        if (one.stage.hands.wall() - loggedIn > SESSION) {
            heard();
            login();
        }
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
        for (Side side : sides()) {
            side.stage.hands.set(to);
            side.stage.work();
            side.stage.say(viewer + "/head", new PartyCommand.SetDesk(Cast.desk(Cast.AIR, "radio " + to)), Status.ACTUAL);
            side.stage.hands.announced();
        }
        still = 0;
    }

    // ---- What is compared.

    private void login() throws Exception {
        for (Listener listener : listeners) listener.close();
        listeners.clear();
        for (Side side : sides()) {
            String token = side.look.login();
            listeners.add(side.stage.listen(token, side.stage.world().inbox(viewer).count()));
        }
        loggedIn = one.stage.hands.wall();
    }

    private void heard() throws Exception {
        one.look.heard(listeners.getFirst());
        two.look.heard(listeners.getLast());
        for (Side side : sides())
            try (Listener again = side.stage.listen(side.look.token(), Math.max(0, side.stage.told().size() - 40))) {
                side.look.heard(again);
            }
        alike();
    }

    private void compare(boolean all) throws IOException, InterruptedException {
        for (Side side : sides()) {
            side.called.learn();
            side.look.soon(turn);
            if (!all) continue;
            look(side);
            commands.run(side, tally.of("by command"));
        }
        alike();
        logs.silent();
    }

    private void look(Side side) throws IOException, InterruptedException {
        side.look.all();
        Hash nobodys = Cast.hash("nobody's " + turn);
        side.look.others("declarations", Own.hidden(side, /* conflicts= */ false), nobodys);
        side.look.others("conflicts", Own.hidden(side, /* conflicts= */ true), nobodys);
    }

    private void alike() {
        List<Part> seen = one.look.parts();
        List<Part> other = two.look.parts();
        for (int i = 0; i < Math.min(seen.size(), other.size()); i++) alike(seen.get(i), other.get(i));
        if (seen.size() != other.size())
            throw new Settling.Broken("one world shows more: " + seen.getLast() + " or " + other.getLast());
    }

    private void alike(Part seen, Part other) {
        tally.count("by " + kind(seen.name()));
        if (seen.name().contains("inbox")) tally.told(seen.text());
        if (seen.equals(other)) return;
        String here = one.renaming.text(seen.text());
        String there = two.renaming.text(other.text());
        if (!here.equals(there)) throw new Settling.Broken(seen.name() + " differs\n" + apart(here, there));
    }

    private static String kind(String name) {
        return name.startsWith("/") ? "call" : name.split(" ", -1)[0];
    }

    private static String apart(String here, String there) {
        int same = 0;
        while (same < Math.min(here.length(), there.length()) && here.charAt(same) == there.charAt(same)) same++;
        int from = Math.max(0, same - 300);
        return " in one: " + here.substring(from, Math.min(here.length(), same + 300)) + "\n in two: "
                + there.substring(from, Math.min(there.length(), same + 300));
    }

    @Override
    public void close() throws IOException {
        logs.close();
        for (Listener listener : listeners) listener.close();
        for (Side side : sides()) side.close();
    }
}
