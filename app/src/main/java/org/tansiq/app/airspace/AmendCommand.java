package org.tansiq.app.airspace;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tansiq.app.check.Console;
import org.tansiq.app.check.Exit;
import org.tansiq.app.record.Described;
import org.tansiq.app.record.Sight;
import org.tansiq.app.record.Speaker;
import org.tansiq.app.words.Messages;
import org.tansiq.core.airspace.AirspaceCommand;
import org.tansiq.core.airspace.Declaration;
import org.tansiq.core.airspace.DeclaredWindow;
import org.tansiq.core.airspace.Envelope;
import org.tansiq.core.airspace.WindowDraft;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts what a file says in the place of a declaration. Exit 1 where the rules refuse it. */
@Command(name = "amend")
public final class AmendCommand implements Callable<Integer> {
    @Mixin
    private final Asking asking = new Asking();

    @Mixin
    private final Source source = new Source();

    @Mixin
    private final More more = new More();

    @Parameters(index = "0", paramLabel = "ID", descriptionKey = "help.declaration-id")
    private String id = "";

    @Parameters(index = "1", paramLabel = "FILE", descriptionKey = "help.declare-file")
    private Path file = Path.of("");

    @Mixin
    private final SeenVersion version = new SeenVersion();

    @Option(names = "--dry", descriptionKey = "help.dry")
    private boolean dry;

    private final Console console;

    public AmendCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Messages messages = asking.common.messages();
        Speaker speaker = asking.speaker(console);
        Sight sight = speaker.sight();
        long now = Asking.now(console);
        Declaration before = Asking.declaration(sight, id);
        org.tansiq.app.declaration.Declaration read = source.one(file, console, messages);
        AirspaceCommand.Amend amend = new AirspaceCommand.Amend(
                before.id(),
                version.or(before.version()),
                numbered(Envelopes.of(read, before.plan().desk(), now), before.standing(now)),
                more.details(read.name(), Optional.of(before.details())));
        Described described = new Described(asking.common.moments());
        Saying saying = new Saying(asking.common, console, new Foretold(messages, described, sight, now));
        Speaker.Words words = saying.words(amend, before.status());
        saying.foretell(words, amend.envelope(), amend.details(), dry);
        return dry ? Exit.NONE : speaker.say(List.of(words));
    }

    /** Windows of the same times keep their numbers, then others take the numbers left in their order. */
    static Envelope numbered(Envelope envelope, List<DeclaredWindow> standing) {
        List<DeclaredWindow> left = new ArrayList<>(standing);
        List<WindowDraft> kept = new ArrayList<>();
        for (WindowDraft draft : envelope.windows()) {
            Optional<DeclaredWindow> same =
                    left.stream().filter(w -> w.window().equals(draft.window())).findFirst();
            same.ifPresent(left::remove);
            kept.add(new WindowDraft(same.map(DeclaredWindow::number), draft.window()));
        }
        List<WindowDraft> all = new ArrayList<>();
        for (WindowDraft draft : kept) {
            boolean moved = draft.number().isEmpty() && !left.isEmpty();
            all.add(moved ? new WindowDraft(Optional.of(left.removeFirst().number()), draft.window()) : draft);
        }
        return new Envelope(envelope.plan(), all);
    }
}
