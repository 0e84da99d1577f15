package org.tansiq.app.airspace;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.tansiq.app.check.Console;
import org.tansiq.app.check.Exit;
import org.tansiq.app.record.Described;
import org.tansiq.app.record.Sight;
import org.tansiq.app.record.Speaker;
import org.tansiq.app.words.Messages;
import org.tansiq.core.airspace.AirspaceCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Declares what a file says, or a flash. Exit 1 where the rules refuse it. */
@Command(name = "declare")
public final class DeclareCommand implements Callable<Integer> {
    @Mixin
    private final Asking asking = new Asking();

    @Mixin
    private final Wanted wanted = new Wanted();

    @Option(names = "--dry", descriptionKey = "help.dry")
    private boolean dry;

    private final Console console;

    public DeclareCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        wanted.check();
        Messages messages = asking.common.messages();
        Speaker speaker = asking.speaker(console);
        Sight sight = speaker.sight();
        long now = Asking.now(console);
        List<AirspaceCommand.Declare> asked = wanted.declared(console, messages, sight.key(), now);
        Described described = new Described(asking.common.moments());
        Saying saying = new Saying(asking.common, console, new Foretold(messages, described, sight, now));
        List<Speaker.Words> words = new ArrayList<>();
        for (AirspaceCommand.Declare one : asked) {
            words.add(saying.words(one, wanted.status()));
            saying.foretell(words.getLast(), one.envelope(), one.details(), dry);
        }
        return dry ? Exit.NONE : speaker.say(words);
    }
}
