package org.tansiq.app.record;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.tansiq.app.check.Complaint;
import org.tansiq.app.check.Console;
import org.tansiq.app.check.Exit;
import org.tansiq.app.words.Messages;
import org.tansiq.client.KeyFile;
import org.tansiq.core.Bytes;
import org.tansiq.core.Malformed;
import org.tansiq.core.Status;
import org.tansiq.core.VerifierKey;
import org.tansiq.core.party.DeskId;
import org.tansiq.core.party.PartyCommand;
import org.tansiq.core.party.Role;
import org.tansiq.ledger.VKey;
import org.tansiq.wire.Acts;
import org.tansiq.wire.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes keys, enrols them and revokes them. */
@Command(name = "keys")
public final class KeysCommand implements Callable<Integer> {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            descriptionKey = "help.help")
    boolean help;

    @Override
    public Integer call() {
        throw new Complaint("option.missing", "value", "new, enrol, revoke");
    }

    /** Makes a key pair in a file. */
    @Command(name = "new")
    public static final class New implements Callable<Integer> {
        @Mixin
        private final Common common = new Common();

        @Parameters(paramLabel = "FILE", descriptionKey = "help.key-new-file")
        private Path file = Path.of("");

        @Option(names = "--name", required = true, descriptionKey = "help.name")
        private String name = "";

        @Option(names = "--test", descriptionKey = "help.test")
        private boolean test;

        @Option(names = "--passphrase-file", paramLabel = "FILE", descriptionKey = "help.passphrase-file")
        private Optional<Path> passphrase = Optional.empty();

        private final Console console;

        public New(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() {
            if (name.startsWith(VerifierKey.TEST_MARK) != test) throw new Complaint("keys.test-name", "name", name);
            char[] secret = Keyring.passphrase(passphrase, /* needed= */ false);
            VerifierKey key = Keyring.within(file, () -> KeyFile.make(file, name, secret, new SecureRandom()));
            Messages messages = common.messages();
            console.line(
                    common.json()
                            ? new Json.Fields(List.of(new Json.Member("key", new Json.Text(VKey.write(key))))).text()
                            : messages.line(messages.say("keys.made", "file", file, "key", VKey.write(key))));
            return Exit.NONE;
        }
    }

    /** Enrols a key of the own party. */
    @Command(name = "enrol")
    public static final class Enrol implements Callable<Integer> {
        @Mixin
        private final Common common = new Common();

        @Mixin
        private final Keyring keyring = new Keyring();

        @Parameters(paramLabel = "VKEY", descriptionKey = "help.vkey")
        private String vkey = "";

        @Mixin
        private final Where where = new Where();

        @Option(names = "--role", required = true, descriptionKey = "help.role")
        private String role = "";

        @Option(names = "--desk", descriptionKey = "help.desk")
        private Optional<String> desk = Optional.empty();

        private final Console console;

        public Enrol(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() throws IOException {
            Acts.Said act =
                    said(() -> Acts.write(new PartyCommand.Enrol(VKey.parse(vkey), role(), desk.map(DeskId::new))));
            return new Speaker(common, console, where, keyring)
                    .say(act.type(), Status.ACTUAL, act.envelope(), Bytes.NONE);
        }

        private Role role() {
            for (Role one : Role.values())
                if (one.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(role)) return one;
            throw new Malformed("--role", role, "head, duty-officer, planner, device, host or auditor");
        }
    }

    /** Revokes a key of the own party. */
    @Command(name = "revoke")
    public static final class Revoke implements Callable<Integer> {
        @Mixin
        private final Common common = new Common();

        @Mixin
        private final Keyring keyring = new Keyring();

        @Parameters(paramLabel = "VKEY", descriptionKey = "help.vkey")
        private String vkey = "";

        @Mixin
        private final Where where = new Where();

        @Option(names = "--why", required = true, descriptionKey = "help.why")
        private String why = "";

        private final Console console;

        public Revoke(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() throws IOException {
            Acts.Said act = said(() -> Acts.write(new PartyCommand.Revoke(VKey.parse(vkey), why)));
            return new Speaker(common, console, where, keyring)
                    .say(act.type(), Status.ACTUAL, act.envelope(), Bytes.NONE);
        }
    }

    private static Acts.Said said(Supplier<Acts.Said> made) {
        try {
            return made.get();
        } catch (Malformed bad) {
            throw new Complaint("answer.unreadable", "field", bad.field(), "value", bad.value(), "limit", bad.limit());
        }
    }
}
