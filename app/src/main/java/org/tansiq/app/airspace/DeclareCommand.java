package org.tansiq.app.airspace;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tansiq.app.check.Complaint;
import org.tansiq.app.check.Console;
import org.tansiq.app.check.Exit;
import org.tansiq.app.declaration.Declaration;
import org.tansiq.app.record.Described;
import org.tansiq.app.record.Sight;
import org.tansiq.app.record.Speaker;
import org.tansiq.app.words.Messages;
import org.tansiq.core.Malformed;
import org.tansiq.core.Status;
import org.tansiq.core.airspace.AirspaceCommand;
import org.tansiq.core.party.DeskId;
import org.tansiq.core.party.Key;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Declares what a file says, or a flash. Exit 1 where the rules refuse it. */
@Command(name = "declare")
public final class DeclareCommand implements Callable<Integer> {
    @Mixin
    private final Asking asking = new Asking();

    @Mixin
    private final Source source = new Source();

    @Mixin
    private final More more = new More();

    @Mixin
    private final Flash flash = new Flash();

    @Parameters(index = "0", arity = "0..1", paramLabel = "FILE", descriptionKey = "help.declare-file")
    private Optional<Path> file = Optional.empty();

    @Option(names = "--name", descriptionKey = "help.declare-name")
    private Optional<String> name = Optional.empty();

    @Option(names = "--desk", descriptionKey = "help.declare-desk")
    private Optional<String> desk = Optional.empty();

    @Option(names = "--status", paramLabel = "STATUS", descriptionKey = "help.status")
    private String status = "actual";

    @Option(names = "--dry", descriptionKey = "help.dry")
    private boolean dry;

    private final Console console;

    public DeclareCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (flash.flash == file.isPresent()) throw new Complaint("option.missing", "value", "FILE, or --flash");
        Messages messages = asking.common.messages();
        Speaker speaker = asking.speaker(console);
        Sight sight = speaker.sight();
        long now = Asking.now(console);
        List<AirspaceCommand.Declare> asked = asked(messages, desk(sight.key()), now);
        Described described = new Described(asking.common.moments());
        Saying saying = new Saying(asking.common, console, new Foretold(messages, described, sight, now));
        List<Speaker.Words> words = new ArrayList<>();
        for (AirspaceCommand.Declare one : asked) {
            words.add(saying.words(one, status()));
            saying.foretell(words.getLast(), one.envelope(), one.details(), dry);
        }
        return dry ? Exit.NONE : speaker.say(words);
    }

    private List<AirspaceCommand.Declare> asked(Messages messages, DeskId at, long now) {
        if (flash.flash)
            return List.of(new AirspaceCommand.Declare(
                    flash.envelope(at, now), more.details(name.orElse("FLASH"), Optional.empty())));
        List<AirspaceCommand.Declare> asked = new ArrayList<>();
        for (Declaration one : source.read(file.orElseThrow(), console, messages))
            asked.add(new AirspaceCommand.Declare(
                    Envelopes.of(one, at, now), more.details(name.orElse(one.name()), Optional.empty())));
        return asked;
    }

    private DeskId desk(Key key) {
        try {
            return desk.map(DeskId::new)
                    .or(key::desk)
                    .orElseThrow(() -> new Complaint("option.missing", "value", "--desk"));
        } catch (Malformed bad) {
            throw new Complaint("option.one-of", "option", "--desk", "value", bad.value(), "of", bad.limit());
        }
    }

    private Status status() {
        for (Status one : Status.values())
            if (one.name().toLowerCase(Locale.ROOT).equals(status)) return one;
        throw new Complaint("option.one-of", "option", "--status", "value", status, "of", "actual, exercise, test");
    }
}
