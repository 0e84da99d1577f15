package org.tansiq.app.airspace;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.tansiq.app.check.Console;
import org.tansiq.core.airspace.AirspaceCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says that a conflict was seen in the version that its party has. Exit 1 where the rules refuse it. */
@Command(name = "seen")
public final class SeenCommand implements Callable<Integer> {
    @Mixin
    private final InConflict in = new InConflict();

    private final Console console;

    public SeenCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        InConflict.Meant meant = in.meant(console);
        return meant.say(new AirspaceCommand.See(meant.conflict(), meant.version()));
    }
}
