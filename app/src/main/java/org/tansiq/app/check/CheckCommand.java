package org.tansiq.app.check;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tansiq.app.declaration.Refused;
import org.tansiq.app.words.Messages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * Reads files of declarations and prints every pair that meets. Exit 0 none, 1 conflicts, 2 something
 * refused.
 */
@Command(name = "check")
public final class CheckCommand implements Callable<Integer> {
    @Mixin
    private final CheckOptions said = new CheckOptions();

    private final Console console;

    public CheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Choices choices = Choices.of(said, console.clock());
        Messages messages = Messages.in(choices.language());
        Intake intake = Intake.of(choices, console);
        Optional<Refused> stop = intake.stop(choices);
        return stop.isPresent() ? stopped(choices, stop.get(), messages) : compared(choices, intake, messages);
    }

    private int stopped(Choices choices, Refused refused, Messages messages) {
        console.error(new Refusals(messages).line(refused));
        console.error(messages.line(messages.say("refused.nothing-checked")));
        if (said.json) console.line(Written.text(choices, Optional.empty(), List.of(), List.of(refused)));
        return Exit.BAD_INPUT;
    }

    private int compared(Choices choices, Intake intake, Messages messages) {
        Outcome outcome = Outcome.of(choices, intake, console);
        said.svg.ifPresent(file -> draw(file, choices, outcome.conflicts()));
        Refusals refusals = new Refusals(messages);
        intake.refused().forEach(r -> console.error(refusals.line(r)));
        if (said.json)
            console.line(Written.text(choices, Optional.of(outcome.sums()), outcome.conflicts(), intake.refused()));
        else new Report(messages, choices).lines(outcome, Integer.MAX_VALUE).forEach(console::line);
        return outcome.exit();
    }

    private void draw(Path file, Choices choices, List<Conflict> conflicts) {
        Messages messages = Messages.in(choices.language());
        console.write(file, new Panels(messages, choices).picture(conflicts));
        console.error(messages.line(messages.say("svg.written", "file", file.toString())));
    }
}
