package org.tansiq.core;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.tansiq.core.airspace.AirspaceCommand;
import org.tansiq.core.airspace.AirspaceEvent;
import org.tansiq.core.airspace.Change;
import org.tansiq.core.airspace.Conflict;
import org.tansiq.core.airspace.ConflictView;
import org.tansiq.core.airspace.Declaration;
import org.tansiq.core.airspace.Offer;
import org.tansiq.core.airspace.Step;
import org.tansiq.core.airspace.ThreadView;

/** What the viewer of a play says in its threads: the same in both worlds. */
final class OwnTalks {
    private final Play play;
    private final OwnActs acts;

    OwnTalks(Play play, OwnActs acts) {
        this.play = play;
        this.acts = acts;
    }

    void any() {
        List<ConflictView> views = Disclosure.conflicts(play.one.world(), play.viewer);
        if (views.isEmpty()) return;
        ConflictView view = views.get(play.chance.nextInt(views.size()));
        List<ThreadView> offered = Disclosure.threads(play.one.world(), play.viewer).stream()
                .filter(thread -> thread.offer().isPresent())
                .toList();
        int what = play.chance.nextInt(8);
        if (what == 0 || (what < 4 && offered.isEmpty())) offer(view);
        else if (what < 2 || offered.isEmpty()) ask(view);
        else if (!offered.isEmpty()) answer(offered.get(play.chance.nextInt(offered.size())), what);
    }

    private boolean say(ConflictView view, Function<Stage, AirspaceCommand> command) {
        Declaration own = play.airspace().declaration(view.declaration()).orElseThrow();
        return play.plan(play.viewer, own.status(), command);
    }

    private Hash conflict(Stage stage, ConflictView view) {
        Conflict known = play.airspace().conflict(view.conflict()).orElseThrow();
        return stage == play.one ? view.conflict() : play.twin(known, view.declaration());
    }

    private void offer(ConflictView view) {
        Declaration own = play.airspace().declaration(view.declaration()).orElseThrow();
        Optional<AirspaceCommand.Amend> amend = acts.version(own, own.version());
        if (amend.isEmpty()) return;
        long until = play.until();
        Optional<Change> asks = change(play);
        boolean said = say(
                view,
                stage -> new AirspaceCommand.Offer(conflict(stage, view), view.version(), amend.get(), until, asks));
        if (said) play.tally.count("own offer");
    }

    static Optional<Change> change(Play play) {
        return play.chance.nextBoolean()
                ? Optional.of(Change.ALL.get(play.chance.nextInt(Change.ALL.size())))
                : Optional.empty();
    }

    // Out of the law where the two worlds answer differently.
    private void ask(ConflictView view) {
        Function<Stage, AirspaceCommand> command =
                stage -> new AirspaceCommand.Ask(conflict(stage, view), view.version());
        Declaration own = play.airspace().declaration(view.declaration()).orElseThrow();
        List<List<?>> answers = play.trial(play.viewer, own.status(), command).stream()
                .<List<?>>map(OwnTalks::ways)
                .toList();
        if (!answers.getFirst().equals(answers.getLast())) play.tally.count("own ask discarded");
        else if (say(view, command)) play.tally.count("own ask");
    }

    private static List<?> ways(Entry entry) {
        return entry.events().stream()
                .filter(AirspaceEvent.Answered.class::isInstance)
                .map(event -> ((AirspaceEvent.Answered) event).ways().all())
                .toList();
    }

    private void answer(ThreadView thread, int what) {
        ConflictView view = Disclosure.conflict(play.one.world(), play.viewer, thread.conflict())
                .orElseThrow();
        if (what < 7 && play.alikeOffered(view)) {
            if (play.chance.nextBoolean()) play.between(() -> accept(thread, view));
            else accept(thread, view);
        } else say(view, stage -> new AirspaceCommand.Decline(conflict(stage, view), offer(stage, view)));
    }

    private Hash offer(Stage stage, ConflictView view) {
        Hash conflict = conflict(stage, view);
        return stage.standing(conflict)
                .map(Offer::id)
                .orElseGet(() -> Disclosure.thread(stage.world(), play.viewer, conflict)
                        .flatMap(thread ->
                                thread.steps().stream().map(Step::offer).findFirst())
                        .orElse(Hash.NONE));
    }

    private void accept(ThreadView thread, ConflictView view) {
        Declaration own = play.airspace().declaration(view.declaration()).orElseThrow();
        Optional<AirspaceCommand.Amend> amend =
                play.chance.nextInt(3) == 0 ? acts.version(own, own.version()) : Optional.empty();
        boolean accepted = say(
                view,
                stage -> new AirspaceCommand.Accept(conflict(stage, view), view.version(), offer(stage, view), amend));
        if (!accepted) return;
        play.tally.count("own acceptance");
        play.accepted(thread.offer().orElseThrow().offer());
    }
}
