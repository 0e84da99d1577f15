package org.tansiq.app.record;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.tansiq.app.check.Console;
import org.tansiq.app.check.Exit;
import org.tansiq.app.words.Messages;
import org.tansiq.app.words.Phrase;
import org.tansiq.core.Hash;
import org.tansiq.engine.Audit;
import org.tansiq.engine.Disk;
import org.tansiq.engine.JournalDoubt;
import org.tansiq.engine.RecordDoubt;
import org.tansiq.engine.Settings;
import org.tansiq.ledger.Ed25519;
import org.tansiq.wire.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/**
 * Checks a record from its first entry to its last, and decides it again. Exit 1 at the first thing that
 * fails.
 */
@Command(name = "verify")
public final class VerifyCommand implements Callable<Integer> {
    @Mixin
    private final Common common = new Common();

    @Parameters(paramLabel = "DIR", descriptionKey = "help.folder")
    private Path folder = Path.of("");

    private final Console console;

    public VerifyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Messages messages = common.messages();
        try {
            return holds(messages, audited(messages));
        } catch (JournalDoubt doubt) {
            Phrase said =
                    messages.say("verify.journal", "kind", messages.say("doubt." + doubt.kind()), "at", doubt.at());
            return fails(messages, said, "journal", doubt.kind(), doubt.at());
        } catch (RecordDoubt doubt) {
            Phrase said =
                    messages.say("verify.entry", "kind", messages.say("doubt." + doubt.kind()), "n", doubt.index());
            return fails(messages, said, "entry", doubt.kind(), doubt.index());
        }
    }

    // What is found is said once the bar is off the terminal.
    private Audit.Sum audited(Messages messages) throws IOException, JournalDoubt, RecordDoubt {
        Hash rules = Folder.rules();
        try (Disk disk = Folder.reading(folder);
                Paced paced = new Paced(console, messages, "progress.verifying")) {
            return new Audit(() -> rules, new Ed25519(), Settings.STANDARD.every()).of(disk, paced);
        }
    }

    private int holds(Messages messages, Audit.Sum sum) {
        if (common.json())
            console.line(object(
                    member("holds", new Json.Truth(true)),
                    number("entries", sum.entries()),
                    number("decidedAgain", sum.decided()),
                    number("decidedByOtherRules", sum.otherRules()),
                    number("worldsCompared", sum.worlds()),
                    number("worldsNotCompared", sum.worldsLeftOut()),
                    number("bytesCutShort", sum.tail())));
        else
            console.line(messages.line(messages.say(
                    sum.otherRules() == 0 ? "verify.holds" : "verify.holds-partly",
                    "entries",
                    sum.entries(),
                    "decided",
                    sum.decided(),
                    "other",
                    sum.otherRules(),
                    "worlds",
                    sum.worlds(),
                    "left",
                    sum.worldsLeftOut())));
        if (sum.tail() > 0) console.error(messages.line(messages.say("verify.tail", "n", sum.tail())));
        return Exit.NONE;
    }

    private int fails(Messages messages, Phrase said, String where, Enum<?> kind, long at) {
        if (common.json())
            console.line(object(
                    member("holds", new Json.Truth(false)),
                    member("where", new Json.Text(where)),
                    member("kind", new Json.Text(kind.name())),
                    number("at", at)));
        else console.line(messages.line(said));
        return Exit.CONFLICTS;
    }

    private static String object(Json.Member... members) {
        return new Json.Fields(List.of(members)).text();
    }

    private static Json.Member member(String name, Json value) {
        return new Json.Member(name, value);
    }

    private static Json.Member number(String name, long value) {
        return member(name, new Json.Digits(Long.toString(value)));
    }
}
