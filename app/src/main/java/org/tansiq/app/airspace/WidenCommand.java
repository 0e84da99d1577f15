package org.tansiq.app.airspace;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.tansiq.app.check.Complaint;
import org.tansiq.app.check.Console;
import org.tansiq.app.check.Exit;
import org.tansiq.app.record.Sight;
import org.tansiq.app.record.Speaker;
import org.tansiq.core.Disclosure;
import org.tansiq.core.Malformed;
import org.tansiq.core.airspace.AirspaceCommand;
import org.tansiq.core.airspace.Declaration;
import org.tansiq.core.airspace.Level;
import org.tansiq.core.party.PartyId;
import org.tansiq.wire.Places;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells another party more of a declaration where it meets theirs. Exit 1 where the rules refuse it. */
@Command(name = "widen")
public final class WidenCommand implements Callable<Integer> {
    @Mixin
    private final Asking asking = new Asking();

    @Parameters(index = "0", paramLabel = "ID", descriptionKey = "help.declaration-id")
    private String id = "";

    @Option(names = "--to", paramLabel = "PARTY", required = true, descriptionKey = "help.widen-to")
    private String to = "";

    @Option(names = "--level", paramLabel = "LEVEL", required = true, descriptionKey = "help.widen-level")
    private String level = "";

    @Mixin
    private final SeenVersion version = new SeenVersion();

    @Option(names = "--dry", descriptionKey = "help.widen-dry")
    private boolean dry;

    private final Console console;

    public WidenCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Speaker speaker = asking.speaker(console);
        Sight sight = dry ? speaker.asked() : speaker.sight();
        Declaration declaration = Asking.declaration(sight, id);
        AirspaceCommand widen = command(declaration);
        if (!dry) return speaker.say(List.of(Speaker.Words.of(widen, declaration.status())));
        boolean fits = new Foreseen(asking.common, console, sight)
                .tell(
                        widen,
                        Disclosure.viewAs(
                                sight.world(),
                                sight.key(),
                                declaration.status(),
                                widen,
                                Asking.now(console),
                                Places.all()));
        return fits ? Exit.NONE : Exit.CONFLICTS;
    }

    private AirspaceCommand command(Declaration declaration) {
        try {
            return new AirspaceCommand.Widen(
                    declaration.id(), version.or(declaration.version()), new PartyId(to), level());
        } catch (Malformed bad) {
            throw new Complaint("answer.unreadable", "field", bad.field(), "value", bad.value(), "limit", bad.limit());
        }
    }

    // The overlap is what everybody is told who meets it.
    private Level level() {
        for (Level one : List.of(Level.ENVELOPE, Level.FULL))
            if (one.name().toLowerCase(Locale.ROOT).equals(level)) return one;
        throw new Complaint("option.one-of", "option", "--level", "value", level, "of", "envelope, full");
    }
}
