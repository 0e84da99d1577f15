package org.tansiq.core;

import static org.tansiq.core.Air.*;
import static org.tansiq.core.Cast.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.tansiq.core.airspace.Airspace;
import org.tansiq.core.airspace.AirspaceCommand;
import org.tansiq.core.airspace.AirspaceRules;
import org.tansiq.core.airspace.Conflict;
import org.tansiq.core.airspace.ConflictView;
import org.tansiq.core.airspace.Declaration;
import org.tansiq.core.airspace.Offer;
import org.tansiq.core.airspace.Plan;
import org.tansiq.core.airspace.Rounded;
import org.tansiq.core.airspace.Threads;
import org.tansiq.core.party.PartyId;
import org.tansiq.core.terms.Figure;
import org.tansiq.core.terms.Figures;

/**
 * A random theatre played twice, in step: what one party sees is the same in both, what it does not see is
 * another in the second. After every act all that the party can get is compared.
 */
final class Play {
    static final List<PartyId> PARTIES = List.of(ALPHA, BRAVO, CHARLIE);
    private static final List<VerifierKey> PLANNERS = List.of(PLANNER_A, PLANNER_B, PLANNER_C);
    private static final List<VerifierKey> HEADS = List.of(HEAD_A, HEAD_B, HEAD_C);

    private static final int ACTS = 60;
    private static final int ACTS_OF_A_CROWD = 30;
    private static final int ACTS_OF_A_DAY = 20;
    private static final int PROBES = 24;
    /** One play in so many is of declarations with hundreds of windows, or of many small ones. */
    private static final int CROWDS = 4;
    /** One play in so many is about budgets. */
    private static final int BUDGETS = 5;
    /** What a day pays for then, in cubic kilometres times hours: some of what a viewer declares. */
    private static final int BUDGET = 100;
    /** All that may be known is compared after one act in so many, and what is told after each. */
    private static final int WHOLE_ONE_IN = 6;

    final Random chance;
    final Tally tally;
    final PartyId viewer;
    final List<PartyId> others;
    final List<Plot> plots = new ArrayList<>();
    final Stage one;
    final Stage two;

    /** How early something has to be said, in microseconds. */
    final long notice;
    /** Declarations cost more than a day pays for. */
    final boolean budgeted;
    /** By the theatre's terms others are told envelopes. */
    final boolean shown;
    /** From which cell on many windows are declared, where so many are. */
    final long many;

    /** What a plot would be with an offer. */
    record Offered(Plot plot, Plot.Form form, Acts.Twins twins) {}

    /** By the names of offers in the first world. */
    final TreeMap<Hash, Offered> offered = new TreeMap<>();
    /** What comes of an acceptance. */
    Consumer<Hash> acceptance = _ -> {};

    private final Sight sight;
    private final int metres;
    private final int heightMetres;
    private int offers;

    Play(long seed, Sight sight, Tally tally) {
        this.chance = new Random(seed * 0x9E37_79B9_7F4A_7C15L); // Neighbouring seeds begin alike otherwise.
        this.sight = sight;
        this.tally = tally;
        this.viewer = PARTIES.get(chance.nextInt(3));
        this.others = PARTIES.stream().filter(party -> !party.equals(viewer)).toList();
        this.metres = 1000 * chance.nextInt(2);
        this.heightMetres = 200 * chance.nextInt(2);
        this.budgeted = seed % BUDGETS == 0;
        this.shown = chance.nextInt(5) == 0;
        this.notice = (chance.nextBoolean() ? 30 : 120) * MINUTE;
        Given given = planning(figures());
        given = given.later(Stage.CELL - Math.floorMod(given.at(), Stage.CELL));
        this.many = PlottedActs.cell(given.at()) + 50;
        this.one = new Stage("one", viewer, given, new Random(chance.nextLong()));
        this.two = new Stage("two", viewer, given, new Random(chance.nextLong()));
    }

    /** How what the viewer gets of a play differs in the two worlds, if it does. */
    static Optional<String> leak(long seed, Sight sight, Tally tally) {
        Play play = new Play(seed, sight, tally);
        Acts acts = new Acts(play);
        OwnActs own = new OwnActs(play);
        try {
            if (play.budgeted) play.days(acts, own);
            else if (seed % (2 * CROWDS) == 0) play.probes(acts, own);
            else if (seed % CROWDS == 0) play.crowd(acts, own);
            else play.any(acts, own);
            play.compare();
            return Optional.empty();
        } catch (Picture.Broken broken) {
            return Optional.of("seed " + seed + ": " + broken.getMessage());
        }
    }

    private void any(Acts acts, OwnActs own) {
        for (int i = 0; i < ACTS; i++) {
            if (chance.nextInt(5) == 0) later(chance.nextInt(1, 4));
            if (own().isEmpty() || chance.nextInt(4) == 0) own.any();
            else acts.any();
        }
    }

    /**
     * Two days on which declaring costs. The others are over their budget from the first act of each, for
     * what they spend is not the same in both worlds.
     */
    private void days(Acts acts, OwnActs own) {
        for (int day = 0; day < 2; day++) {
            others.forEach(acts::declareHuge);
            for (int i = 0; i < ACTS_OF_A_DAY; i++) {
                if (own().isEmpty() || chance.nextInt(3) == 0) own.any();
                else acts.any();
                if (day == 0 && i == ACTS_OF_A_DAY / 2) ahead(acts, own);
            }
            if (day == 0) tomorrow();
        }
    }

    // What meets only then is told its author when the budget has refilled.
    private void ahead(Acts acts, OwnActs own) {
        long cell = PlottedActs.cell(midnight()) + 6;
        for (int i = 0; i < 3; i++) own.declareFrom(cell);
        others.forEach(party -> acts.declareFrom(party, cell));
    }

    private long midnight() {
        long day = 24 * HOUR;
        return Math.ceilDiv(at(), day) * day;
    }

    private void tomorrow() {
        long left = midnight() - at();
        one.given = one.given.later(left);
        two.given = two.given.later(left);
        due();
    }

    // What the next tick is about: before any offer a budget, or whatever else waits.
    private Threads.Deadline deadline(Stage stage) {
        Threads.Deadline none = new Threads.Deadline(Long.MAX_VALUE, 0);
        if (!due(stage)) return none;
        if (stage.world().airspace().probing().nextDue().orElse(Long.MAX_VALUE) <= at())
            return new Threads.Deadline(Long.MIN_VALUE, 0);
        return stage.world()
                .airspace()
                .threads()
                .due()
                .first()
                .map(Table.Row::key)
                .filter(deadline -> deadline.until() <= at())
                .orElse(new Threads.Deadline(Long.MIN_VALUE, 0));
    }

    private boolean due(Stage stage) {
        return stage.world().nextDue().orElse(Long.MAX_VALUE) <= at();
    }

    /**
     * Whatever the clock brings about now; where it brings nothing in one world, that is an entry too. An
     * offer between others may stand in one world alone.
     */
    private void due() {
        while (due(one) || due(two)) {
            Threads.Deadline first = deadline(one).compareTo(deadline(two)) <= 0 ? deadline(one) : deadline(two);
            Then then = deadline(one).equals(first) ? one.given.tick() : one.given.idle();
            Then twin = deadline(two).equals(first) ? two.given.tick() : two.given.idle();
            one.given = then.after();
            two.given = twin.after();
            told(then.entry());
            compare(Optional.empty(), then.entry(), twin.entry());
        }
    }

    /** Many small ones across one of the viewer's, most of which come to nothing. */
    private void probes(Acts acts, OwnActs own) {
        PartyId other = others.get(chance.nextInt(2));
        own.declareMany(PROBES);
        for (int i = 0; i < PROBES; i++) {
            acts.probe(other, i);
            if (i == PROBES / 2) later((int) (many - PlottedActs.cell(at())) + PROBES);
            if (chance.nextInt(6) == 0) own.any();
        }
    }

    private void crowd(Acts acts, OwnActs own) {
        PartyId other = others.get(chance.nextInt(2));
        boolean full = chance.nextInt(4) == 0;
        own.declareMany(full ? AirspaceRules.MEETINGS_MAX : 220);
        acts.declareMany(other, 0, full ? AirspaceRules.MEETINGS_MAX : 120);
        acts.declareMany(other, 50, 150);
        if (chance.nextBoolean()) acts.declareMany(others.get(others.getFirst().equals(other) ? 1 : 0), 0, 900);
        for (int i = 0; i < ACTS_OF_A_CROWD; i++) {
            if (chance.nextInt(4) == 0) own.any();
            else acts.crowded(other);
        }
    }

    private Figures figures() {
        Figures named = figure(Figure.BUFFER_METRES, metres);
        named = Cast.figures(named, Figure.BUFFER_HEIGHT_METRES, heightMetres);
        if (shown) named = Cast.figures(named, Figure.DISCLOSURE_LEVEL, 1);
        named = Cast.figures(named, Figure.BUDGET_KM3_HOURS, budgeted ? BUDGET : Figure.BUDGET_KM3_HOURS.most());
        named = Cast.figures(named, Figure.ACTIVATION_RULE, chance.nextInt(2));
        return Cast.figures(named, Figure.MINIMUM_NOTICE_SECONDS, notice / 1_000_000);
    }

    long at() {
        return one.given.at();
    }

    List<Declaration> own() {
        return one.of(viewer);
    }

    /** Where the viewer has declared something. */
    List<Integer> sites() {
        return own().stream()
                .flatMap(own -> own.plan().volumes().stream())
                .map(volume -> Sites.nearest(volume.outline()))
                .distinct()
                .toList();
    }

    Airspace airspace() {
        return one.world().airspace();
    }

    /** Whole cells later. */
    void later(int cells) {
        one.given = one.given.later(cells * Stage.CELL);
        two.given = two.given.later(cells * Stage.CELL);
        due();
    }

    /** Something between where a hidden window ends and its cell does, and then the next cell. */
    void between(Runnable acts) {
        long micros = MINUTE + chance.nextLong(3 * MINUTE);
        one.given = one.given.later(micros);
        two.given = two.given.later(micros);
        acts.run();
        long left = Stage.CELL - Math.floorMod(at(), Stage.CELL);
        one.given = one.given.later(left);
        two.given = two.given.later(left);
    }

    /** Somebody plans the like in both worlds; whether it was so, and not refused, in the first. */
    boolean plan(PartyId party, Status status, Function<Stage, ? extends Command> command) {
        return said(PLANNERS.get(PARTIES.indexOf(party)), status, command);
    }

    boolean heads(PartyId party, Function<Stage, ? extends Command> command) {
        return said(HEADS.get(PARTIES.indexOf(party)), Status.ACTUAL, command);
    }

    private boolean said(VerifierKey key, Status status, Function<Stage, ? extends Command> command) {
        boolean shown = key.name().startsWith(viewer.text());
        Command first = command.apply(one);
        Command second = command.apply(two);
        Then then = one.say(key, first, status, shown);
        Then twin = two.say(key, second, status, shown);
        one.given = then.after();
        two.given = twin.after();
        tally.count("acts");
        if (!shown) {
            tally.count(first.equals(second) ? "hidden, the same" : "hidden");
            told(then.entry());
        } else if (one.world().airspace().probing().withheld().values().stream()
                .anyMatch(holder -> holder.party().equals(viewer))) tally.count("over budget");
        compare(Optional.of(new Said(first, second)), then.entry(), twin.entry());
        return !refused(then);
    }

    private void told(Entry entry) {
        World after = one.world();
        sight.told(after, entry, viewer).ifPresent(told -> tally.told(after, told));
    }

    /** What was said in either world. */
    private record Said(Command first, Command second) {
        @Override
        public String toString() {
            return "\n one: " + cut(first.toString(), 0) + "\n two: " + cut(second.toString(), 0);
        }
    }

    static boolean refused(Then then) {
        return then.entry().events().getFirst() instanceof HallEvent.Refused;
    }

    private void compare(Optional<Said> said, Entry entry, Entry twin) {
        String what = "entry " + entry.index() + " for " + viewer
                + said.map(Said::toString).orElse(" by the clock") + "\n makes " + names(entry) + "\n and   "
                + names(twin);
        compare(what, Picture.told(sight, one, entry, viewer), Picture.told(sight, two, twin, viewer));
        if (chance.nextInt(WHOLE_ONE_IN) == 0) compare();
    }

    private void compare() {
        compare(
                "after " + one.world().next() + " entries",
                Picture.of(sight, one, viewer),
                Picture.of(sight, two, viewer));
    }

    private void compare(String what, List<Picture.Part> seen, List<Picture.Part> other) {
        for (int i = 0; i < seen.size(); i++)
            if (!seen.get(i).alike(other.get(i), one.renaming, two.renaming))
                throw new Picture.Broken(what + "\n " + apart(seen.get(i), other.get(i)));
    }

    private static List<String> names(Entry entry) {
        return entry.events().stream()
                .map(event -> event.getClass().getSimpleName())
                .toList();
    }

    private static String cut(String text, int from) {
        return text.substring(from, Math.min(text.length(), from + 400));
    }

    private String apart(Picture.Part seen, Picture.Part other) {
        String here = one.renaming.text(seen.value());
        String there = two.renaming.text(other.value());
        int same = 0;
        while (same < Math.min(here.length(), there.length()) && here.charAt(same) == there.charAt(same)) same++;
        int from = Math.max(0, same - 200);
        return seen.name() + " in one: " + cut(here, from) + "\n in two: " + cut(there, Math.min(from, there.length()));
    }

    /** Counts an act on a plot that meets what the viewer has declared. */
    void met(Plot plot) {
        tally.count("plotted");
        if (one.declaration(plot).misplaced().isPresent()
                != two.declaration(plot).misplaced().isPresent()) tally.count("elsewhere");
        if (airspace().conflictsOf(one.id(plot)).stream()
                .anyMatch(conflict -> conflict.concerns(viewer) && conflict.open())) tally.count("meeting");
    }

    // ---- Whether what a viewer may see is the same.

    /** Another form of a plot beside one, which leaves to the viewer what it may see. */
    Plan alike(Plot plot, Plan plan) {
        for (int i = 0; i < 5; i++) {
            Plan other = two.dressed(plot);
            if (alike(plot, plan, other)) return other;
            tally.count("discarded");
        }
        return plan;
    }

    boolean alike(Plot plot, Plan plan, Plan other) {
        return own().stream().allMatch(declaration -> alike(plot, declaration.plan(), plan, other));
    }

    private boolean alike(Plot plot, Plan own, Plan plan, Plan other) {
        boolean apart = own.volumes().stream().noneMatch(volume -> plot.ends(Sites.nearest(volume.outline())));
        return apart
                || Rounded.overlap(own, plan, metres, heightMetres)
                        .equals(Rounded.overlap(own, other, metres, heightMetres));
    }

    /** Whether a plan of the viewer meets alike what is hidden from it in both worlds. */
    boolean meetsAlike(Plan own) {
        for (Plot plot : plots)
            if (!alike(
                    plot,
                    own,
                    one.declaration(plot).plan(),
                    two.declaration(plot).plan())) {
                tally.count("own discarded");
                return false;
            }
        return true;
    }

    /** The conflict of the viewer in the second world that is this one in the first. */
    Hash twin(Conflict conflict, Hash own) {
        Plot plot = plots.get(one.plot(conflict.id()));
        return two.conflict(plot, own).orElseThrow().id();
    }

    /** Whether what others offered in a conflict still leaves to the viewer what it may see. */
    boolean alikeOffered(ConflictView view) {
        return one.standing(view.conflict()).map(this::alikeOffered).orElse(true);
    }

    boolean alikeOffered(Offer offer) {
        Offered known = offered.get(offer.id());
        boolean alike = known == null
                ? meetsAlike(offer.amend().envelope().plan())
                : alike(
                        known.plot,
                        known.twins.first().envelope().plan(),
                        known.twins.second().envelope().plan());
        if (!alike) tally.count("offer discarded");
        return alike;
    }

    /** The viewer has accepted what others offered. */
    void accepted(Hash offer) {
        acceptance.accept(offer);
    }

    /** Until when something is offered, a time of its own. */
    long until() {
        return at() + chance.nextInt(1, 12) * Stage.CELL + ++offers;
    }

    /** What would come of something planned, in both worlds. */
    List<Entry> trial(PartyId party, Status status, Function<Stage, ? extends Command> command) {
        VerifierKey key = PLANNERS.get(PARTIES.indexOf(party));
        return List.of(one.trial(key, command.apply(one), status), two.trial(key, command.apply(two), status));
    }

    AirspaceCommand in(Stage stage, AirspaceCommand first, AirspaceCommand second) {
        return stage == one ? first : second;
    }
}
