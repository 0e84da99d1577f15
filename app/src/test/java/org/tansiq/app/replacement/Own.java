package org.tansiq.app.replacement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.tansiq.core.Disclosure;
import org.tansiq.core.Hash;
import org.tansiq.core.Malformed;
import org.tansiq.core.Status;
import org.tansiq.core.World;
import org.tansiq.core.airspace.Airspace;
import org.tansiq.core.airspace.AirspaceCommand;
import org.tansiq.core.airspace.Conflict;
import org.tansiq.core.airspace.ConflictView;
import org.tansiq.core.airspace.Declaration;
import org.tansiq.core.airspace.DeclaredVolume;
import org.tansiq.core.airspace.DeclaredWindow;
import org.tansiq.core.airspace.Details;
import org.tansiq.core.airspace.Envelope;
import org.tansiq.core.airspace.Offer;
import org.tansiq.core.airspace.Outline;
import org.tansiq.core.airspace.Plan;
import org.tansiq.core.airspace.WindowDraft;
import org.tansiq.core.party.Key;
import org.tansiq.core.terms.TermsCommand;
import org.tansiq.geometry.Band;
import org.tansiq.geometry.Core;
import org.tansiq.geometry.Height;
import org.tansiq.geometry.Position;
import org.tansiq.geometry.Reference;
import org.tansiq.geometry.Window;

/**
 * What the viewer of a play does: the same in both worlds. What names something that it cannot know is said
 * by another key, for such notes are not the same.
 */
final class Own {
    private static final Position FAR = new Position(31.5, 43);
    private static final double LARGE = 20_000;

    private final Play play;
    private final String planner;
    private final String duty;

    Own(Play play) {
        this.play = play;
        this.planner = play.viewer + "/planner";
        this.duty = play.viewer + "/duty";
    }

    void any() throws Exception {
        List<Declaration> own = play.own();
        int what = play.chance.nextInt(12);
        if (own.isEmpty() || (own.size() < 6 && what < 3)) declare();
        else if (what == 3) blind(own);
        else if (what == 4) talk();
        else if (what < 7) see();
        else on(own.get(play.chance.nextInt(own.size())), what);
    }

    private void on(Declaration own, int what) throws Exception {
        switch (what) {
            case 7 -> activate(own);
            case 8 -> say(new AirspaceCommand.End(some(own)));
            case 9 -> say(new AirspaceCommand.Withdraw(some(own)));
            default -> amend(own);
        }
    }

    private void activate(Declaration own) throws Exception {
        if (play.chance.nextBoolean()) play.within();
        say(new AirspaceCommand.Activate(some(own), because()));
        play.whole();
    }

    private boolean say(AirspaceCommand command) throws Exception {
        Status status = play.chance.nextInt(30) == 0 ? Status.EXERCISE : Status.ACTUAL;
        return play.say(planner, status, _ -> command);
    }

    private void declare() throws Exception {
        say(new AirspaceCommand.Declare(new Envelope(plan(), windows()), details()));
    }

    private Plan plan() {
        Sites sites = new Sites(play.chance);
        List<DeclaredVolume> volumes = new ArrayList<>();
        for (int i = play.chance.nextInt(1, 3); i > 0; i--) volumes.add(sites.own(play.chance.nextInt(Sites.COUNT)));
        if (play.exact && play.chance.nextInt(4) == 0) volumes.add(large());
        return new Plan(Optional.empty(), Cast.AIR, volumes, List.of());
    }

    /** More than a day's budget pays. */
    private static DeclaredVolume large() {
        Outline disc = new Outline(Core.Kind.SPOT, List.of(List.of(FAR)), LARGE, 0);
        Band band = Band.between(new Height(Reference.AMSL, 0), new Height(Reference.AMSL, 5_000_000));
        return new DeclaredVolume(disc, band, Optional.empty());
    }

    private static Details details() {
        return new Details("own", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private List<WindowDraft> windows() {
        List<WindowDraft> windows = new ArrayList<>();
        long from = play.cell() + play.chance.nextInt(12);
        for (int i = play.chance.nextInt(1, 4); i > 0; i--) {
            int cells = play.times() * play.chance.nextInt(3, 24);
            windows.add(new WindowDraft(Optional.empty(), window(from, cells)));
            from += cells + 1 + play.chance.nextInt(3);
        }
        return windows;
    }

    private Window window(long from, int cells) {
        long begin = from * Cast.CELL + play.chance.nextLong(Cast.MINUTE / 2);
        return new Window(begin, (from + cells) * Cast.CELL + Cast.MINUTE / 2 + play.chance.nextLong(Cast.MINUTE / 2));
    }

    private void amend(Declaration own) throws Exception {
        int version = play.chance.nextInt(8) == 0 ? own.version() + 1 : own.version();
        Optional<AirspaceCommand.Amend> amend = version(own, version);
        if (amend.isPresent()) say(amend.get());
    }

    private Optional<AirspaceCommand.Amend> version(Declaration own, int version) {
        List<WindowDraft> windows = new ArrayList<>();
        for (DeclaredWindow window : own.standing(play.one.stage.next()))
            if (play.chance.nextInt(6) > 0) windows.add(new WindowDraft(Optional.of(window.number()), window.window()));
        if (windows.isEmpty()) windows.addAll(windows());
        Plan plan = play.chance.nextInt(3) == 0 ? plan() : own.plan();
        try {
            return Optional.of(new AirspaceCommand.Amend(own.id(), version, new Envelope(plan, windows), details()));
        } catch (Malformed _) {
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

    private void see() throws Exception {
        List<ConflictView> views = Disclosure.conflicts(play.one.stage.world(), play.viewer);
        if (views.isEmpty()) return;
        ConflictView view = views.get(play.chance.nextInt(views.size()));
        String name = play.one.called.of(view.conflict());
        int version = Math.max(1, view.version() - (play.chance.nextInt(6) == 0 ? 1 : 0));
        play.say(
                duty,
                Status.ACTUAL,
                side -> new AirspaceCommand.See(side.called.named(name).orElseThrow(), version));
    }

    private void talk() throws Exception {
        List<ConflictView> views = Disclosure.conflicts(play.one.stage.world(), play.viewer);
        List<ConflictView> offered = views.stream()
                .filter(view -> play.one.stage.standing(view.conflict()).isPresent())
                .toList();
        if (views.isEmpty()) return;
        List<ConflictView> some = offered.isEmpty() || play.chance.nextInt(4) == 0 ? views : offered;
        ConflictView view = some.get(play.chance.nextInt(some.size()));
        Optional<Offer> standing = play.one.stage.standing(view.conflict());
        int what = play.chance.nextInt(4);
        if (what == 0) say(view, (id, _) -> new AirspaceCommand.Ask(id, view.version()));
        else if (standing.isEmpty()) offer(view);
        else if (what == 1 || standing.get().by().equals(play.viewer))
            say(view, (id, side) -> new AirspaceCommand.Decline(id, standing(side, id)));
        else accept(view, standing.get().id());
    }

    private interface Talk {
        AirspaceCommand in(Hash conflict, Side side);
    }

    private static Hash standing(Side side, Hash conflict) {
        return side.stage.standing(conflict).map(Offer::id).orElse(Hash.NONE);
    }

    private boolean say(ConflictView view, Talk talk) throws Exception {
        String name = play.one.called.of(view.conflict());
        Status status = play.one
                .stage
                .world()
                .airspace()
                .declaration(view.declaration())
                .orElseThrow()
                .status();
        return play.say(duty, status, side -> talk.in(side.called.named(name).orElseThrow(), side));
    }

    private void offer(ConflictView view) throws Exception {
        Declaration own = Disclosure.declaration(play.one.stage.world(), play.viewer, view.declaration())
                .orElseThrow();
        Optional<AirspaceCommand.Amend> amend = version(own, own.version());
        if (amend.isEmpty()) return;
        long until = play.until();
        say(view, (id, _) -> new AirspaceCommand.Offer(id, view.version(), amend.get(), until, Optional.empty()));
    }

    private void accept(ConflictView view, Hash offer) throws Exception {
        play.becomes(play.offered.getOrDefault(offer, () -> {}));
        say(view, (id, side) -> new AirspaceCommand.Accept(id, view.version(), standing(side, id), Optional.empty()));
    }

    // In one world it names something hidden, in the other what nobody ever declared.
    private void blind(List<Declaration> own) throws Exception {
        Side naming = play.chance.nextBoolean() ? play.one : play.two;
        int what = play.chance.nextInt(6);
        List<Hash> all = hidden(naming, what == 4);
        if (what == 0) all = naming.stage.world().terms().open().keys();
        // The text of an offer names what its key said before: what the viewer knows of it, and the last.
        SortedSet<Hash> last = last(naming.stage.world());
        all = all.stream()
                .filter(hash -> !naming.renaming.has(hash) && !last.contains(hash))
                .toList();
        if (all.isEmpty()) return;
        Hash named = all.get(play.chance.nextInt(all.size()));
        Hash nothing = Cast.hash("instead of " + named);
        Plan plan = own.get(play.chance.nextInt(own.size())).plan();
        if (what == 0)
            play.say(
                    play.viewer + "/head",
                    Status.ACTUAL,
                    side -> new TermsCommand.Sign(side == naming ? named : nothing));
        else play.say(duty, Status.ACTUAL, side -> blind(what, side == naming ? named : nothing, plan));
        play.tally.count("blind");
    }

    private static SortedSet<Hash> last(World world) {
        TreeSet<Hash> last = new TreeSet<>();
        for (Key key : world.parties().keys().values())
            last.add(world.chain(key.verifier()).head());
        return last;
    }

    private AirspaceCommand blind(int what, Hash id, Plan plan) {
        AirspaceCommand.Some some = new AirspaceCommand.Some(id, 1, List.of(1));
        long from = (play.cell() + 12) * Cast.CELL;
        return switch (what) {
            case 1 -> new AirspaceCommand.Activate(some, Optional.empty());
            case 2 -> new AirspaceCommand.End(some);
            case 3 -> new AirspaceCommand.Withdraw(some);
            case 4 -> new AirspaceCommand.See(id, 1);
            default ->
                new AirspaceCommand.Amend(
                        id,
                        1,
                        new Envelope(
                                plan, List.of(new WindowDraft(Optional.empty(), new Window(from, from + Cast.HOUR)))),
                        details());
        };
    }

    /** What others have in a world: conflicts, or declarations. */
    static List<Hash> hidden(Side side, boolean conflicts) {
        Airspace airspace = side.stage.world().airspace();
        return conflicts
                ? airspace.conflicts().values().stream()
                        .filter(conflict -> !conflict.concerns(side.stage.viewer))
                        .map(Conflict::id)
                        .toList()
                : airspace.declared().values().stream()
                        .filter(declaration -> !declaration.party().equals(side.stage.viewer))
                        .map(Declaration::id)
                        .toList();
    }
}
