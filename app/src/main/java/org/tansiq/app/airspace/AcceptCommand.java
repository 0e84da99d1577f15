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

/**
 * Accepts what the other side of a conflict offers, with a change of one's own if there is one. Exit 1 where
 * the rules refuse it.
 */
@Command(name = "accept")
public final class AcceptCommand implements Callable<Integer> {
    @Mixin
    private final InConflict in = new InConflict();

    @Mixin
    private final Source source = new Source();

    @Parameters(index = "1", arity = "0..1", paramLabel = "CHANGE|FILE", descriptionKey = "help.change-or-file")
    private Optional<String> given = Optional.empty();

    @Option(names = "--dry", descriptionKey = "help.dry")
    private boolean dry;

    private final Console console;

    public AcceptCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        InConflict.Meant meant = in.meant(console);
        Optional<AirspaceCommand.Amend> amend = given.map(text -> in.amend(meant, text, source, console));
        AirspaceCommand accept = new AirspaceCommand.Accept(meant.conflict(), meant.version(), meant.standing(), amend);
        in.foretell(meant, accept, amend, dry, console);
        return dry ? Exit.NONE : meant.say(accept);
    }
}
