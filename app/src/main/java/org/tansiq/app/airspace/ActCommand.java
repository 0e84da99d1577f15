package org.tansiq.app.airspace;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tansiq.app.check.Complaint;
import org.tansiq.app.check.Console;
import org.tansiq.app.record.Ids;
import org.tansiq.app.record.Speaker;
import org.tansiq.core.Malformed;
import org.tansiq.core.airspace.AirspaceCommand;
import org.tansiq.core.airspace.Declaration;
import org.tansiq.core.airspace.DeclaredWindow;
import org.tansiq.core.airspace.WindowState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Activates, ends or withdraws windows of a declaration. Exit 1 where the rules refuse it. */
@Command
public final class ActCommand implements Callable<Integer> {
    /** What is done with the windows, and in which state they are before. */
    public enum Act {
        ACTIVATE(WindowState.DECLARED),
        END(WindowState.ACTIVATED),
        WITHDRAW(WindowState.DECLARED);

        private final WindowState from;

        Act(WindowState from) {
            this.from = from;
        }
    }

    @Mixin
    private final Asking asking = new Asking();

    @Parameters(index = "0", paramLabel = "ID", descriptionKey = "help.declaration-id")
    private String id = "";

    @Option(names = "--windows", split = ",", paramLabel = "N", descriptionKey = "help.windows")
    private List<Integer> windows = List.of();

    @Mixin
    private final SeenVersion version = new SeenVersion();

    @Option(names = "--because", descriptionKey = "help.because")
    private Optional<String> because = Optional.empty();

    private final Console console;
    private final Act act;

    public ActCommand(Console console, Act act) {
        this.console = console;
        this.act = act;
    }

    @Override
    public Integer call() throws IOException {
        if (because.isPresent() && act != Act.ACTIVATE) throw new Complaint("option.unknown", "value", "--because");
        Speaker speaker = asking.speaker(console);
        Declaration declaration = Asking.declaration(speaker.sight(), id);
        return speaker.say(List.of(Speaker.Words.of(command(declaration), declaration.status())));
    }

    private AirspaceCommand command(Declaration declaration) {
        try {
            AirspaceCommand.Some some =
                    new AirspaceCommand.Some(declaration.id(), version.or(declaration.version()), numbers(declaration));
            return switch (act) {
                case ACTIVATE -> new AirspaceCommand.Activate(some, because);
                case END -> new AirspaceCommand.End(some);
                case WITHDRAW -> new AirspaceCommand.Withdraw(some);
            };
        } catch (Malformed bad) {
            throw new Complaint("answer.unreadable", "field", bad.field(), "value", bad.value(), "limit", bad.limit());
        }
    }

    // All that it can be done with, where none is named.
    private List<Integer> numbers(Declaration declaration) {
        if (!windows.isEmpty()) return windows;
        List<Integer> fit = declaration.standing(Asking.now(console)).stream()
                .filter(window -> window.recorded() == act.from)
                .map(DeclaredWindow::number)
                .toList();
        if (fit.isEmpty()) throw new Complaint("act.no-window", "id", Ids.declaration(declaration.id()));
        return fit;
    }
}
