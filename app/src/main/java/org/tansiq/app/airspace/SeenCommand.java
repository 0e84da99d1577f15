package org.tansiq.app.airspace;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tansiq.app.check.Console;
import org.tansiq.app.record.Ids;
import org.tansiq.app.record.Sight;
import org.tansiq.app.record.Speaker;
import org.tansiq.core.Hash;
import org.tansiq.core.airspace.AirspaceCommand;
import org.tansiq.core.airspace.ConflictView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says that a conflict was seen in the version that its party has. Exit 1 where the rules refuse it. */
@Command(name = "seen")
public final class SeenCommand implements Callable<Integer> {
    @Mixin
    private final Asking asking = new Asking();

    @Parameters(index = "0", paramLabel = "CONFLICT", descriptionKey = "help.conflict-id")
    private String id = "";

    @Option(names = "--version", paramLabel = "N", descriptionKey = "help.of-version")
    private Optional<Integer> version = Optional.empty();

    private final Console console;

    public SeenCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Speaker speaker = asking.speaker(console);
        Sight sight = speaker.sight();
        List<ConflictView> views = sight.conflicts();
        Hash conflict =
                Ids.conflict(id, views.stream().map(ConflictView::conflict).toList());
        ConflictView view = views.stream()
                .filter(v -> v.conflict().equals(conflict))
                .findFirst()
                .orElseThrow();
        var status = sight.world()
                .airspace()
                .declaration(view.declaration())
                .orElseThrow()
                .status();
        AirspaceCommand see = new AirspaceCommand.See(conflict, version.orElse(view.version()));
        return speaker.say(List.of(Speaker.Words.of(see, status)));
    }
}
