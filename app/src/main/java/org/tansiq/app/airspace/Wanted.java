package org.tansiq.app.airspace;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tansiq.app.check.Complaint;
import org.tansiq.app.check.Console;
import org.tansiq.app.declaration.Declaration;
import org.tansiq.app.words.Messages;
import org.tansiq.core.Malformed;
import org.tansiq.core.Status;
import org.tansiq.core.airspace.AirspaceCommand;
import org.tansiq.core.party.DeskId;
import org.tansiq.core.party.Key;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What somebody wants to declare: a file or a flash, and all that is said beside it. */
final class Wanted {
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

    /** Complains unless it is one of the two. */
    void check() {
        if (flash.flash == file.isPresent()) throw new Complaint("option.missing", "value", "FILE, or --flash");
    }

    /** As declarations of their own; a window without a beginning begins {@code now}. */
    List<AirspaceCommand.Declare> declared(Console console, Messages messages, Key key, long now) {
        DeskId at = desk(key);
        if (flash.flash)
            return List.of(new AirspaceCommand.Declare(
                    flash.envelope(at, now), more.details(name.orElse("FLASH"), Optional.empty())));
        List<AirspaceCommand.Declare> asked = new ArrayList<>();
        for (Declaration one : source.read(file.orElseThrow(), console, messages))
            asked.add(new AirspaceCommand.Declare(
                    Envelopes.of(one, at, now), more.details(name.orElse(one.name()), Optional.empty())));
        return asked;
    }

    /** As the next version of a declaration, which keeps its desk. */
    AirspaceCommand.Amend amended(
            Console console, Messages messages, org.tansiq.core.airspace.Declaration before, long now) {
        if (flash.flash) throw new Complaint("option.unknown", "value", "--flash");
        Declaration one = source.one(file.orElseThrow(), console, messages);
        return new AirspaceCommand.Amend(
                before.id(),
                before.version(),
                AmendCommand.numbered(Envelopes.of(one, before.plan().desk(), now), before.standing(now)),
                more.details(name.orElse(one.name()), Optional.of(before.details())));
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

    Status status() {
        for (Status one : Status.values())
            if (one.name().toLowerCase(Locale.ROOT).equals(status)) return one;
        throw new Complaint("option.one-of", "option", "--status", "value", status, "of", "actual, exercise, test");
    }
}
