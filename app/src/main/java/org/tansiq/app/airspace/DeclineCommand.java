package org.tansiq.app.airspace;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.tansiq.app.check.Console;
import org.tansiq.core.airspace.AirspaceCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Turns down what the other side of a conflict offers, or takes back one's own offer. Exit 1 if refused. */
@Command(name = "decline")
public final class DeclineCommand implements Callable<Integer> {
    @Mixin
    private final InConflict in = new InConflict();

    private final Console console;

    public DeclineCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        InConflict.Meant meant = in.meant(console);
        return meant.say(new AirspaceCommand.Decline(meant.conflict(), meant.standing()));
    }
}
