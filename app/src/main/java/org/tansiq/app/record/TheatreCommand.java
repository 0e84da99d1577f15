package org.tansiq.app.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.tansiq.app.check.Complaint;
import org.tansiq.app.check.Console;
import org.tansiq.app.check.Exit;
import org.tansiq.app.words.Messages;
import org.tansiq.client.Drafting;
import org.tansiq.client.Place;
import org.tansiq.core.Bytes;
import org.tansiq.core.Hash;
import org.tansiq.core.Rules;
import org.tansiq.core.Status;
import org.tansiq.engine.FolderInUse;
import org.tansiq.wire.Answer;
import org.tansiq.wire.Json;
import org.tansiq.wire.Submission;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Founds a theatre. */
@Command(name = "theatre")
public final class TheatreCommand implements Callable<Integer> {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            descriptionKey = "help.help")
    boolean help;

    @Override
    public Integer call() {
        throw new Complaint("option.missing", "value", "new");
    }

    /**
     * Writes entry 0 into a folder without a record, signed by the host's key, with this program's own rules.
     */
    @Command(name = "new")
    public static final class New implements Callable<Integer> {
        @Mixin
        private final Common common = new Common();

        @Mixin
        private final Keyring keyring = new Keyring();

        @Parameters(paramLabel = "DIR", descriptionKey = "help.data")
        private Path folder = Path.of("");

        @Option(names = "--body", required = true, paramLabel = "FILE", descriptionKey = "help.theatre-body")
        private Path body = Path.of("");

        private final Console console;

        public New(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() throws IOException {
            Messages messages = common.messages();
            Moments moments = common.moments();
            if (Files.isRegularFile(folder.resolve("journal")) && Files.size(folder.resolve("journal")) > 0)
                throw new Complaint("theatre.there", "folder", folder);
            Bytes envelope = envelope();
            Dry.check(Rules.FOUNDING, envelope, Bytes.NONE);
            Submission founding = founding(envelope);
            try (Folder opened = Folder.open(folder, console, messages)) {
                return told(
                        moments, opened.say(founding), founding.note().note().hash());
            } catch (FolderInUse _) {
                throw new Complaint("folder.in-use", "folder", folder);
            }
        }

        // The rules that the theatre begins with are this program's own, whatever the body says.
        private Bytes envelope() {
            List<Json.Member> members = new ArrayList<>();
            Json given =
                    Keyring.within(body, () -> Json.parse(SayCommand.section(SayCommand.sections(body), "envelope")));
            if (given instanceof Json.Fields fields)
                for (Json.Member member : fields.members()) if (!member.name().equals("rules")) members.add(member);
            members.add(new Json.Member("rules", new Json.Text(Folder.rules().text())));
            return new Json.Fields(members).bytes();
        }

        private Submission founding(Bytes envelope) {
            long time = ChronoUnit.MICROS.between(Instant.EPOCH, console.clock().instant());
            return new Drafting(Hash.NONE, keyring.signer(), new SecureRandom())
                    .sign(new Drafting.Saying(Rules.FOUNDING, Status.ACTUAL, envelope, Bytes.NONE, time), Place.START);
        }

        private int told(Moments moments, Answer answer, Hash theatre) {
            Messages messages = moments.messages();
            if (common.json()) console.line(answer.bytes().text());
            else if (answer instanceof Answer.Sequenced)
                console.line(messages.line(messages.say("theatre.made", "hash", theatre)));
            else console.error(messages.line(new Refusing(moments).answer(answer)));
            return answer instanceof Answer.Sequenced ? Exit.NONE : Exit.CONFLICTS;
        }
    }
}
