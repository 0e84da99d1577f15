package org.tansiq.core;

import static org.tansiq.core.Air.*;
import static org.tansiq.core.Cast.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.tansiq.core.airspace.Airspace;
import org.tansiq.core.airspace.AirspaceCommand;
import org.tansiq.core.airspace.AirspaceRules;
import org.tansiq.core.airspace.Conflict;
import org.tansiq.core.airspace.Declaration;
import org.tansiq.core.airspace.Plan;
import org.tansiq.core.airspace.Rounded;
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
    private static final int ACTS_OF_A_CROWD = 16;
    /** One play in so many is of declarations with hundreds of windows. */
    private static final int CROWDS = 6;

    final Random chance;
    final Tally tally;
    final PartyId viewer;
    final List<PartyId> others;
    final List<Plot> plots = new ArrayList<>();
    final Stage one;
    final Stage two;

    /** How early something has to be said, in microseconds. */
    final long notice;
    /** From which cell on many windows are declared, where so many are. */
    final long many;

    private final Sight sight;
    private final int metres;
    private final int heightMetres;

    Play(long seed, Sight sight, Tally tally) {
        this.chance = new Random(seed * 0x9E37_79B9_7F4A_7C15L); // Neighbouring seeds begin alike otherwise.
        this.sight = sight;
        this.tally = tally;
        this.viewer = PARTIES.get(chance.nextInt(3));
        this.others = PARTIES.stream().filter(party -> !party.equals(viewer)).toList();
        this.metres = 1000 * chance.nextInt(2);
        this.heightMetres = 200 * chance.nextInt(2);
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
            if (seed % CROWDS == 0) play.crowd(acts, own);
            else play.any(acts, own);
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

    // HOLE: what the other declares meets nothing of a third party here. The places in its lists are one
    // number for all whom it meets, so that a third party's hidden act can take those of the viewer.
    private void crowd(Acts acts, OwnActs own) {
        PartyId other = others.get(chance.nextInt(2));
        boolean full = chance.nextBoolean();
        own.declareMany(full ? AirspaceRules.MEETINGS_MAX : 220);
        acts.declareMany(other, 0, full ? AirspaceRules.MEETINGS_MAX : 120);
        acts.declareMany(other, 50, 150);
        for (int i = 0; i < ACTS_OF_A_CROWD; i++) {
            if (chance.nextInt(4) == 0) own.any();
            else acts.crowded(other);
        }
    }

    private Figures figures() {
        Figures named = figure(Figure.BUFFER_METRES, metres);
        named = Cast.figures(named, Figure.BUFFER_HEIGHT_METRES, heightMetres);
        named = Cast.figures(named, Figure.BUDGET_KM3_HOURS, Figure.BUDGET_KM3_HOURS.most());
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

    /**
     * Whole cells later. HOLE: whoever amends between the exact end of an overlap and the rounded one that
     * was told takes it out of the conflict, and the other side is told so.
     */
    void later(int cells) {
        one.given = one.given.later(cells * Stage.CELL);
        two.given = two.given.later(cells * Stage.CELL);
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
            World after = one.world();
            sight.told(after, then.entry(), viewer).ifPresent(told -> tally.told(after, told));
        }
        compare(first, second, then.entry(), twin.entry());
        return !refused(then);
    }

    static boolean refused(Then then) {
        return then.entry().events().getFirst() instanceof HallEvent.Refused;
    }

    private void compare(Command first, Command second, Entry entry, Entry twin) {
        List<Picture.Part> seen = Picture.of(sight, one, entry, viewer);
        List<Picture.Part> other = Picture.of(sight, two, twin, viewer);
        for (int i = 0; i < seen.size(); i++)
            if (!seen.get(i).alike(other.get(i), one.renaming, two.renaming))
                throw new Picture.Broken("entry " + entry.index() + " for " + viewer
                        + "\n one: " + cut(first.toString(), 0) + "\n makes " + names(entry)
                        + "\n two: " + cut(second.toString(), 0) + "\n makes " + names(twin)
                        + "\n " + apart(seen.get(i), other.get(i)));
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

    AirspaceCommand in(Stage stage, AirspaceCommand first, AirspaceCommand second) {
        return stage == one ? first : second;
    }
}
