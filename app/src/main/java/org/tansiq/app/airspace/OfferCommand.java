package org.tansiq.app.airspace;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tansiq.app.check.Complaint;
import org.tansiq.app.check.Console;
import org.tansiq.app.check.Exit;
import org.tansiq.core.airspace.AirspaceCommand;
import org.tansiq.core.airspace.AirspaceRules;
import org.tansiq.core.airspace.Change;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Offers the other side of a conflict a change of one's own declaration. Exit 1 where the rules refuse it.
 */
@Command(name = "offer")
public final class OfferCommand implements Callable<Integer> {
    private static final long MINUTE = 60_000_000;
    private static final long MINUTES_MAX = AirspaceRules.HORIZON_MAX / MINUTE;

    @Mixin
    private final InConflict in = new InConflict();

    @Mixin
    private final Source source = new Source();

    @Parameters(index = "1", paramLabel = "CHANGE|FILE", descriptionKey = "help.change-or-file")
    private String given = "";

    @Option(names = "--for", paramLabel = "MINUTES", descriptionKey = "help.offer-for")
    private long minutes = 60;

    @Option(names = "--ask", paramLabel = "CHANGE", descriptionKey = "help.offer-ask")
    private Optional<String> ask = Optional.empty();

    @Option(names = "--dry", descriptionKey = "help.dry")
    private boolean dry;

    private final Console console;

    public OfferCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (minutes < 1 || minutes > MINUTES_MAX)
            throw new Complaint("option.number", "option", "--for", "value", minutes, "least", 1, "limit", MINUTES_MAX);
        Optional<Change> asks = ask.map(text -> InConflict.change("--ask", text));
        InConflict.Meant meant = in.meant(console);
        AirspaceCommand.Amend amend = in.amend(meant, given, source, console);
        AirspaceCommand offer = new AirspaceCommand.Offer(
                meant.conflict(), meant.version(), amend, meant.now() + minutes * MINUTE, asks);
        in.foretell(meant, offer, Optional.of(amend), dry, console);
        return dry ? Exit.NONE : meant.say(offer);
    }
}
