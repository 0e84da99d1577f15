package org.tansiq.app.record;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tansiq.app.check.Complaint;
import org.tansiq.app.check.Console;
import org.tansiq.app.check.Exit;
import org.tansiq.app.words.Messages;
import org.tansiq.core.Bytes;
import org.tansiq.core.HallCommand;
import org.tansiq.core.Malformed;
import org.tansiq.core.Reading;
import org.tansiq.core.Status;
import org.tansiq.wire.Acts;
import org.tansiq.wire.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Signs and says a note of any type. Exit 1 when the rules refuse it or it is not taken. */
@Command(name = "say")
public final class SayCommand implements Callable<Integer> {
    @Mixin
    private final Common common = new Common();

    @Parameters(index = "0", arity = "0..1", paramLabel = "TYPE", descriptionKey = "help.type")
    private Optional<String> type = Optional.empty();

    @Parameters(index = "1", arity = "0..1", paramLabel = "BODY.json", descriptionKey = "help.body")
    private Optional<Path> body = Optional.empty();

    @Mixin
    private final Where where = new Where();

    @Option(names = "--key", paramLabel = "FILE", descriptionKey = "help.key")
    private Optional<Path> key = Optional.empty();

    @Option(names = "--passphrase-file", paramLabel = "FILE", descriptionKey = "help.passphrase-file")
    private Optional<Path> passphrase = Optional.empty();

    @Option(names = "--status", paramLabel = "STATUS", descriptionKey = "help.status")
    private String status = "actual";

    @Option(names = "--list", descriptionKey = "help.list")
    private boolean list;

    @Option(names = "--example", descriptionKey = "help.example")
    private boolean example;

    @Option(names = "--dry", descriptionKey = "help.dry")
    private boolean dry;

    @Option(names = "--send", descriptionKey = "help.send")
    private boolean send;

    @Option(names = "--discard", descriptionKey = "help.discard")
    private boolean discard;

    private final Console console;

    public SayCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (list) return list();
        if (example) return example();
        Speaker speaker = new Speaker(common, console, where, keyring());
        if (send) return speaker.send();
        if (discard) return speaker.discard();
        String said = type();
        Json.Fields sections = sections(wanted(body, "BODY.json"));
        Bytes envelope = section(sections, "envelope");
        Bytes details = section(sections, "details");
        Dry.check(said, envelope, details);
        own(said, envelope);
        if (!dry) return speaker.say(said, status(), envelope, details);
        speaker.dry(said, status(), envelope, details);
        return Exit.NONE;
    }

    private int list() {
        Messages messages = common.messages();
        for (String one : Acts.TYPES)
            console.line(
                    common.json()
                            ? new Json.Text(one).text()
                            : messages.line(
                                    messages.say("say.types", "type", one, "what", messages.say("type." + one))));
        return Exit.NONE;
    }

    private int example() {
        Acts.Said said = Acts.example(type());
        String details = said.details().size() == 0
                ? ""
                : ", \"details\": " + said.details().text().strip();
        console.line("{\"envelope\": " + said.envelope().text().strip() + details + "}");
        return Exit.NONE;
    }

    // Other rules are put in force by the program that has them; this one's engine would not take the note.
    private static void own(String type, Bytes envelope) {
        if (Acts.read(type, envelope, Bytes.NONE) instanceof Reading.Clear clear
                && clear.command() instanceof HallCommand.AdoptRules adopt
                && !adopt.rules().equals(Folder.rules()))
            throw new Complaint(
                    "answer.unreadable",
                    "field",
                    "envelope.rules",
                    "value",
                    adopt.rules(),
                    "limit",
                    "this program's " + Folder.rules());
    }

    private String type() {
        String said = wanted(type, "TYPE");
        if (!Acts.TYPES.contains(said)) throw new Complaint("say.unknown-type", "value", said);
        return said;
    }

    private Keyring keyring() {
        Keyring keyring = new Keyring();
        keyring.key = wanted(key, "--key FILE");
        keyring.passphrase = passphrase;
        return keyring;
    }

    private Status status() {
        for (Status one : Status.values())
            if (one.name().toLowerCase(Locale.ROOT).equals(status)) return one;
        throw new Complaint("option.one-of", "option", "--status", "value", status, "of", "actual, exercise, test");
    }

    private static <T> T wanted(Optional<T> given, String name) {
        return given.orElseThrow(() -> new Complaint("option.missing", "value", name));
    }

    /** The sections of a body: an object with an envelope and perhaps details, and nothing else. */
    static Json.Fields sections(Path file) {
        return Keyring.within(file, () -> {
            Json json = Json.parse(Keyring.bytes(file));
            if (!(json instanceof Json.Fields fields)) throw new Malformed("body", json.text(), "an object");
            for (Json.Member member : fields.members())
                if (!List.of("envelope", "details").contains(member.name()))
                    throw new Malformed(member.name(), member.value().text(), "envelope or details");
            return fields;
        });
    }

    static Bytes section(Json.Fields sections, String name) {
        return sections.members().stream()
                .filter(member -> member.name().equals(name))
                .map(member -> member.value().bytes())
                .findFirst()
                .orElse(Bytes.NONE);
    }
}
