package org.tansiq.app.airspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tansiq.app.check.Complaint;
import org.tansiq.app.check.Console;
import org.tansiq.app.record.Aloud;
import org.tansiq.app.record.Described;
import org.tansiq.app.record.Ids;
import org.tansiq.app.record.Moments;
import org.tansiq.app.record.Sight;
import org.tansiq.app.record.Speaker;
import org.tansiq.app.record.Talk;
import org.tansiq.app.words.Phrase;
import org.tansiq.core.Hash;
import org.tansiq.core.airspace.AirspaceCommand;
import org.tansiq.core.airspace.Change;
import org.tansiq.core.airspace.Changes;
import org.tansiq.core.airspace.ConflictView;
import org.tansiq.core.airspace.Declaration;
import org.tansiq.core.airspace.ThreadView;
import org.tansiq.core.airspace.Ways;
import org.tansiq.wire.Shown;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** What every command takes that speaks in the thread of a conflict. */
final class InConflict {
    @Mixin
    final Asking asking = new Asking();

    @Parameters(index = "0", paramLabel = "CONFLICT", descriptionKey = "help.conflict-id")
    private String id = "";

    @Mixin
    private final SeenVersion version = new SeenVersion();

    /** The conflict that is meant, as its party knows it. */
    record Meant(Speaker speaker, Sight sight, ConflictView view, Declaration own, int version, long now) {
        Hash conflict() {
            return view.conflict();
        }

        Optional<ThreadView> thread() {
            return sight.thread(view.conflict());
        }

        /** What stands offered; complains where nothing does. */
        Hash standing() {
            return thread().flatMap(ThreadView::offer)
                    .map(ThreadView.Offered::offer)
                    .orElseThrow(() -> new Complaint("thread.nothing", "id", Ids.conflict(view.conflict())));
        }

        int say(AirspaceCommand command) throws IOException {
            return speaker.say(List.of(Speaker.Words.of(command, own.status())));
        }
    }

    Meant meant(Console console) throws IOException {
        Speaker speaker = asking.speaker(console);
        Sight sight = speaker.sight();
        List<ConflictView> views = sight.conflicts();
        Hash conflict =
                Ids.conflict(id, views.stream().map(ConflictView::conflict).toList());
        ConflictView view = views.stream()
                .filter(v -> v.conflict().equals(conflict))
                .findFirst()
                .orElseThrow();
        Declaration own =
                sight.world().airspace().declaration(view.declaration()).orElseThrow();
        return new Meant(speaker, sight, view, own, version.or(view.version()), Asking.now(console));
    }

    /** One's own declaration with a change, or as a file has it. */
    AirspaceCommand.Amend amend(Meant meant, String given, Source source, Console console) {
        Declaration own = meant.own;
        Optional<Change> change = named(given);
        if (change.isPresent()) {
            Changes.Changed changed =
                    new Changes(own, meant.view, meant.now).with(change.get()).orElseThrow(() -> unfit(meant, given));
            return new AirspaceCommand.Amend(own.id(), own.version(), changed.envelope(), own.details());
        }
        if (!Files.exists(Path.of(given)))
            throw new Complaint("option.one-of", "option", "CHANGE|FILE", "value", given, "of", changes());
        var read = source.one(Path.of(given), console, asking.common.messages());
        return new AirspaceCommand.Amend(
                own.id(),
                own.version(),
                AmendCommand.numbered(Envelopes.of(read, own.plan().desk(), meant.now), own.standing(meant.now)),
                own.details());
    }

    // A change is of what is told to meet; whoever is told of no place is told why no change fits.
    private static Complaint unfit(Meant meant, String given) {
        String id = Ids.conflict(meant.conflict());
        if (meant.view.overlaps().stream().anyMatch(overlap -> overlap.window().until() >= meant.now))
            return new Complaint("change.unfit", "change", given);
        boolean untold = meant.view.more() || meant.own.charge().withheld();
        return new Complaint(untold ? "change.untold" : "change.over", "id", id);
    }

    /**
     * Says what will be signed, in words: the thread as it stands, and what one's own declaration becomes.
     */
    void foretell(
            Meant meant, AirspaceCommand command, Optional<AirspaceCommand.Amend> amend, boolean dry, Console console) {
        Moments moments = asking.common.moments();
        Foretold foretold = new Foretold(asking.common.messages(), new Described(moments), meant.sight, meant.now);
        List<Phrase> lines = new ArrayList<>();
        meant.thread().ifPresent(thread -> lines.addAll(talk(meant).lines(thread)));
        amend.ifPresent(own -> lines.addAll(foretold.lines(own.envelope(), own.details())));
        Saying saying = new Saying(asking.common, console, foretold);
        saying.foretell(saying.words(command, meant.own.status()), lines, dry);
    }

    /** Says what was answered about this version before; whether there is such an answer. */
    boolean answered(Meant meant, Console console) {
        Optional<Ways> known = meant.thread()
                .flatMap(ThreadView::ways)
                .filter(ways -> ways.version() == meant.version && !ways.withheld());
        if (known.isEmpty()) return false;
        if (asking.common.json())
            console.line(Shown.thread(meant.thread().orElseThrow()).text());
        else
            for (Phrase line : talk(meant).ways(meant.conflict(), known.get()))
                console.line(asking.common.messages().line(line));
        return true;
    }

    private Talk talk(Meant meant) {
        Moments moments = asking.common.moments();
        return new Talk(moments, new Aloud(moments, meant.sight.world().parties()));
    }

    static Change change(String option, String given) {
        return named(given)
                .orElseThrow(() -> new Complaint("option.one-of", "option", option, "value", given, "of", changes()));
    }

    private static Optional<Change> named(String given) {
        return Change.ALL.stream().filter(one -> one.text().equals(given)).findFirst();
    }

    private static String changes() {
        return String.join(", ", Change.ALL.stream().map(Change::text).toList());
    }
}
