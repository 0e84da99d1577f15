package org.tansiq.app.record;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import org.tansiq.app.check.Complaint;
import org.tansiq.app.check.Console;
import org.tansiq.app.check.Exit;
import org.tansiq.app.words.Messages;
import org.tansiq.client.Drafting;
import org.tansiq.client.Place;
import org.tansiq.core.Bytes;
import org.tansiq.core.Chain;
import org.tansiq.core.Event;
import org.tansiq.core.HallCommand;
import org.tansiq.core.HallEvent;
import org.tansiq.core.Hash;
import org.tansiq.core.Rules;
import org.tansiq.core.Stamped;
import org.tansiq.core.Status;
import org.tansiq.core.World;
import org.tansiq.core.party.Parties;
import org.tansiq.core.party.Theatre;
import org.tansiq.engine.FolderInUse;
import org.tansiq.ledger.Signer;
import org.tansiq.wire.Acts;
import org.tansiq.wire.Answer;
import org.tansiq.wire.Places;
import org.tansiq.wire.Submission;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What rules a record runs by. */
@Command(name = "rules")
public final class RulesCommand implements Callable<Integer> {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            descriptionKey = "help.help")
    boolean help;

    @Override
    public Integer call() {
        throw new Complaint("option.missing", "value", "adopt");
    }

    /**
     * Puts this program's own rules in force, signed by the host. Where the rules would refuse, nothing is
     * written.
     */
    @Command(name = "adopt")
    public static final class Adopt implements Callable<Integer> {
        @Mixin
        private final Common common = new Common();

        @Mixin
        private final Keyring keyring = new Keyring();

        @Parameters(paramLabel = "DIR", descriptionKey = "help.data")
        private Path folder = Path.of("");

        private final Console console;

        public Adopt(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() throws IOException {
            Messages messages = common.messages();
            Moments moments = common.moments();
            Folder.reading(folder).close();
            Signer signer = keyring.signer();
            Folder.hold(folder);
            try (Folder opened = Folder.adopting(folder, console, messages)) {
                World world = opened.engine().world();
                Submission said = adoption(world, signer);
                Event first = Rules.decide(world, new Stamped(world.at() + 1, Hash.NONE, said.cause()), Places.all())
                        .events()
                        .getFirst();
                return first instanceof HallEvent.Refused refused
                        ? refused(moments, refused)
                        : told(moments, opened.say(said));
            } catch (FolderInUse _) {
                throw new Complaint("folder.in-use", "folder", folder);
            }
        }

        private Submission adoption(World world, Signer signer) {
            Hash theatre = world.parties()
                    .theatre()
                    .map(Theatre::hash)
                    .orElseThrow(() -> new Complaint("folder.no-record", "folder", folder));
            if (world.parties().key(signer.key()).isEmpty()) throw new Complaint("answer.not-enrolled");
            Acts.Said act = Acts.write(new HallCommand.AdoptRules(Folder.rules()));
            long time = ChronoUnit.MICROS.between(Instant.EPOCH, console.clock().instant());
            Chain chain = world.chain(signer.key());
            return new Drafting(theatre, signer, new SecureRandom())
                    .sign(
                            new Drafting.Saying(act.type(), Status.ACTUAL, act.envelope(), Bytes.NONE, time),
                            new Place(chain.next(), chain.head()));
        }

        private int refused(Moments moments, HallEvent.Refused refused) {
            console.error(moments.messages().line(new Telling(moments, Parties.NONE).event(refused)));
            return Exit.CONFLICTS;
        }

        private int told(Moments moments, Answer answer) {
            Messages messages = moments.messages();
            boolean taken = answer instanceof Answer.Sequenced;
            if (common.json()) console.line(answer.bytes().text());
            else if (taken) console.line(messages.line(messages.say("rules.adopted", "hash", Folder.rules())));
            else console.error(messages.line(new Refusing(moments).answer(answer)));
            return taken ? Exit.NONE : Exit.CONFLICTS;
        }
    }
}
