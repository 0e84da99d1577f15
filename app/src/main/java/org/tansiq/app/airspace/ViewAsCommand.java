package org.tansiq.app.airspace;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tansiq.app.check.Console;
import org.tansiq.app.check.Exit;
import org.tansiq.app.record.Sight;
import org.tansiq.app.words.Messages;
import org.tansiq.core.Disclosure;
import org.tansiq.core.Status;
import org.tansiq.core.airspace.AirspaceCommand;
import org.tansiq.core.airspace.Declaration;
import org.tansiq.wire.Places;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * What each other party could be told at most of a declaration, and what it would cost, before anything is
 * signed. Exit 1 where the rules would refuse it.
 */
@Command(name = "view-as")
public final class ViewAsCommand implements Callable<Integer> {
    @Mixin
    private final Asking asking = new Asking();

    @Mixin
    private final Wanted wanted = new Wanted();

    @Option(names = "--amend", paramLabel = "ID", descriptionKey = "help.view-as-amend")
    private Optional<String> amend = Optional.empty();

    private final Console console;

    public ViewAsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        wanted.check();
        Messages messages = asking.common.messages();
        Sight sight = asking.speaker(console).asked();
        long now = Asking.now(console);
        Optional<Declaration> before = amend.map(id -> Asking.declaration(sight, id));
        List<AirspaceCommand> asked = before.<List<AirspaceCommand>>map(
                        one -> List.of(wanted.amended(console, messages, one, now)))
                .orElseGet(() -> new ArrayList<>(wanted.declared(console, messages, sight.key(), now)));
        Status status = before.map(Declaration::status).orElseGet(wanted::status);
        Foreseen foreseen = new Foreseen(asking.common, console, sight);
        int exit = Exit.NONE;
        for (AirspaceCommand one : asked) {
            boolean fits =
                    foreseen.tell(one, Disclosure.viewAs(sight.world(), sight.key(), status, one, now, Places.all()));
            if (!fits) exit = Exit.CONFLICTS;
        }
        return exit;
    }
}
