package org.tansiq.app.airspace;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.tansiq.app.check.Console;
import org.tansiq.app.check.Exit;
import org.tansiq.core.airspace.AirspaceCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * Asks which changes of one's own declaration would be free; what was answered in the same version is said
 * again. Exit 1 where the rules refuse it.
 */
@Command(name = "ways")
public final class WaysCommand implements Callable<Integer> {
    @Mixin
    private final InConflict in = new InConflict();

    private final Console console;

    public WaysCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        InConflict.Meant meant = in.meant(console);
        if (in.answered(meant, console)) return Exit.NONE;
        return meant.say(new AirspaceCommand.Ask(meant.conflict(), meant.version()));
    }
}
