package org.tansiq.app.airspace;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tansiq.app.check.Console;
import org.tansiq.app.check.Exit;
import org.tansiq.core.airspace.AirspaceCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes one change of one's own declaration, a way out of a conflict. Exit 1 where the rules refuse it. */
@Command(name = "take")
public final class TakeCommand implements Callable<Integer> {
    @Mixin
    private final InConflict in = new InConflict();

    @Parameters(index = "1", paramLabel = "CHANGE", descriptionKey = "help.change")
    private String change = "";

    @Option(names = "--dry", descriptionKey = "help.dry")
    private boolean dry;

    private final Console console;

    public TakeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        InConflict.change("CHANGE", change);
        InConflict.Meant meant = in.meant(console);
        AirspaceCommand.Amend amend = in.amend(meant, change, new Source(), console);
        in.foretell(meant, amend, Optional.of(amend), dry, console);
        return dry ? Exit.NONE : meant.say(amend);
    }
}
