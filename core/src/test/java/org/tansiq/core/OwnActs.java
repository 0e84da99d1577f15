package org.tansiq.core;

import static org.tansiq.core.Air.*;
import static org.tansiq.core.Cast.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tansiq.core.airspace.Airspace;
import org.tansiq.core.airspace.AirspaceCommand;
import org.tansiq.core.airspace.Conflict;
import org.tansiq.core.airspace.ConflictView;
import org.tansiq.core.airspace.Declaration;
import org.tansiq.core.airspace.DeclaredVolume;
import org.tansiq.core.airspace.DeclaredWindow;
import org.tansiq.core.airspace.Envelope;
import org.tansiq.core.airspace.Level;
import org.tansiq.core.airspace.Plan;
import org.tansiq.core.airspace.WindowDraft;
import org.tansiq.core.party.PartyId;
import org.tansiq.core.terms.TermsCommand;
import org.tansiq.geometry.Window;

/** What the viewer of a play does: the same in both worlds, but for what it names of what it cannot know. */
final class OwnActs {
    private final Play play;

    private final OwnTalks talks;

    OwnActs(Play play) {
        this.play = play;
        this.talks = new OwnTalks(play, this);
    }

    void any() {
        List<Declaration> own = play.own();
        int what = play.chance.nextInt(12);
        if (own.isEmpty() || (own.size() < 6 && what < 3)) declare();
        else if (what == 3) blind(own);
        else if (play.chance.nextInt(3) == 0) talks.any();
        else if (what < 6) see();
        else on(own.get(play.chance.nextInt(own.size())), what);
    }

    private void on(Declaration own, int what) {
        switch (what) {
            case 6 -> activate(own);
            case 7 -> say(play.chance.nextBoolean() ? new AirspaceCommand.End(some(own)) : widen(own));
            case 8 -> say(new AirspaceCommand.Withdraw(some(own)));
            default -> amend(own);
        }
    }

    private AirspaceCommand widen(Declaration own) {
        PartyId to = play.others.get(play.chance.nextInt(2));
        return new AirspaceCommand.Widen(
                own.id(), own.version(), to, play.chance.nextBoolean() ? Level.ENVELOPE : Level.FULL);
    }

    private void activate(Declaration own) {
        AirspaceCommand activate = new AirspaceCommand.Activate(some(own), because());
        if (play.chance.nextBoolean()) play.between(() -> say(activate));
        else say(activate);
    }

    private void say(AirspaceCommand command) {
        Status status = play.chance.nextInt(30) == 0 ? Status.EXERCISE : Status.ACTUAL;
        play.plan(play.viewer, status, _ -> command);
    }

    private void declare() {
        Plan plan = plan(plan());
        AirspaceCommand.Declare declare = new AirspaceCommand.Declare(new Envelope(plan, windows()), details("own"));
        if (play.meetsAlike(plan)) say(declare);
    }

    /** A declaration of so many windows of five minutes and more, each in two cells. */
    void declareMany(int count) {
        List<WindowDraft> windows = new ArrayList<>();
        for (long i = 0; i < count; i++) windows.add(new WindowDraft(Optional.empty(), window(play.many + 2 * i, 1)));
        Plan plan = plan(List.of(new Sites(play.chance).all(0)));
        say(new AirspaceCommand.Declare(new Envelope(plan, windows), details("own")));
    }

    /** Something in windows that begin at a cell or after it. */
    void declareFrom(long cell) {
        Plan plan = plan(plan());
        List<WindowDraft> windows = List.of(new WindowDraft(Optional.empty(), window(cell, 12)));
        if (play.meetsAlike(plan)) say(new AirspaceCommand.Declare(new Envelope(plan, windows), details("own")));
    }

    private static Plan plan(List<DeclaredVolume> volumes) {
        return new Plan(Optional.empty(), AIR, volumes, List.of());
    }

    private List<DeclaredVolume> plan() {
        List<DeclaredVolume> volumes = new ArrayList<>();
        for (int i = play.chance.nextInt(1, 3); i > 0; i--)
            volumes.add(new Sites(play.chance).own(play.chance.nextInt(Sites.COUNT)));
        return volumes;
    }

    private List<WindowDraft> windows() {
        List<WindowDraft> windows = new ArrayList<>();
        long from = PlottedActs.cell(play.at()) + play.chance.nextInt(12);
        for (int i = play.chance.nextInt(1, 4); i > 0; i--) {
            int cells = play.chance.nextInt(3, 24);
            windows.add(new WindowDraft(Optional.empty(), window(from, cells)));
            from += cells + 1 + play.chance.nextInt(3);
        }
        return windows;
    }

    // Long enough for what lasts a part of it.
    private Window window(long from, int cells) {
        long begin = from * Stage.CELL + play.chance.nextLong(MINUTE / 2);
        return new Window(begin, (from + cells) * Stage.CELL + MINUTE / 2 + play.chance.nextLong(MINUTE / 2));
    }

    private void amend(Declaration own) {
        version(own, play.chance.nextInt(8) == 0 ? own.version() + 1 : own.version())
                .ifPresent(this::say);
    }

    /** Another version of something, unless it would meet differently what is hidden. */
    Optional<AirspaceCommand.Amend> version(Declaration own, int version) {
        List<WindowDraft> windows = new ArrayList<>();
        for (DeclaredWindow window : own.standing(play.at() + 1))
            if (play.chance.nextInt(6) > 0) windows.add(new WindowDraft(Optional.of(window.number()), window.window()));
        if (windows.isEmpty()) windows.addAll(windows());
        boolean moved = windows.size() < 20 && play.chance.nextInt(3) == 0;
        Plan plan = moved ? plan(plan()) : own.plan();
        try {
            AirspaceCommand.Amend amend =
                    new AirspaceCommand.Amend(own.id(), version, new Envelope(plan, windows), details("own"));
            return !moved || play.meetsAlike(plan) ? Optional.of(amend) : Optional.empty();
        } catch (Malformed shorter) {
            play.tally.count("own malformed");
            return Optional.empty();
        }
    }

    private AirspaceCommand.Some some(Declaration own) {
        List<Integer> numbers = new ArrayList<>();
        for (int number : own.windows().keys())
            if (numbers.isEmpty() || play.chance.nextInt(3) == 0) numbers.add(number);
        return new AirspaceCommand.Some(own.id(), own.version(), numbers);
    }

    private Optional<String> because() {
        return play.chance.nextBoolean() ? Optional.of("of the tide") : Optional.empty();
    }

    private void see() {
        List<ConflictView> views = Disclosure.conflicts(play.one.world(), play.viewer);
        if (views.isEmpty()) return;
        ConflictView view = views.get(play.chance.nextInt(views.size()));
        Conflict conflict = play.airspace().conflict(view.conflict()).orElseThrow();
        Hash twin = play.twin(conflict, view.declaration());
        int version = Math.max(1, view.version() - (play.chance.nextInt(6) == 0 ? 1 : 0));
        play.plan(
                play.viewer,
                Status.ACTUAL,
                stage -> play.in(
                        stage,
                        new AirspaceCommand.See(view.conflict(), version),
                        new AirspaceCommand.See(twin, version)));
    }

    // In one world it names something hidden, in the other what nobody ever declared.
    private void blind(List<Declaration> own) {
        Stage naming = play.chance.nextBoolean() ? play.one : play.two;
        int what = play.chance.nextInt(8);
        List<Hash> all = hidden(naming, what);
        if (all.isEmpty()) return;
        Hash named = all.get(play.chance.nextInt(all.size()));
        Hash nothing = hash("instead of " + named);
        Plan plan = own.get(play.chance.nextInt(own.size())).plan();
        if (what == 0) play.heads(play.viewer, stage -> new TermsCommand.Sign(stage == naming ? named : nothing));
        else play.plan(play.viewer, Status.ACTUAL, stage -> blind(what, stage == naming ? named : nothing, plan));
        play.tally.count("blind");
    }

    private AirspaceCommand blind(int what, Hash id, Plan plan) {
        AirspaceCommand.Some some = new AirspaceCommand.Some(id, 1, List.of(1));
        return switch (what) {
            case 1 -> new AirspaceCommand.Activate(some, Optional.empty());
            case 2 -> new AirspaceCommand.End(some);
            case 3 -> new AirspaceCommand.Withdraw(some);
            case 4 -> new AirspaceCommand.See(id, 1);
            case 6 -> new AirspaceCommand.Ask(id, 1);
            case 7 -> new AirspaceCommand.Decline(id, id);
            default -> Air.amend(id, 1, new Envelope(plan, List.of(from(play.at() + HOUR))));
        };
    }

    private List<Hash> hidden(Stage stage, int what) {
        if (what == 0) return stage.world().terms().open().keys();
        Airspace airspace = stage.world().airspace();
        return what == 4 || what > 5
                ? airspace.conflicts().values().stream()
                        .filter(conflict -> !conflict.concerns(play.viewer))
                        .map(Conflict::id)
                        .toList()
                : airspace.declared().values().stream()
                        .filter(declaration -> !declaration.party().equals(play.viewer))
                        .map(Declaration::id)
                        .filter(id -> play.plots.stream()
                                .noneMatch(plot -> plot.open && stage.id(plot).equals(id)))
                        .toList();
    }
}
