package org.tansiq.app.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.tansiq.app.check.Complaint;
import org.tansiq.app.check.Console;
import org.tansiq.app.check.Exit;
import org.tansiq.app.record.Common;
import org.tansiq.app.words.Messages;
import org.tansiq.engine.JournalDoubt;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Plays the Geneva desk from the founding to a forged record that is found out. Exit 3 where a step does not
 * hold what it promises.
 */
@Command(name = "demo")
public final class DemoCommand implements Callable<Integer> {
    /** Where the launcher says that the project lies; else the folder one stands in. */
    private static final String HOME = "tansiq.home";

    private static final String HOST = "127.0.0.1";
    private static final int PORT_MAX = 65_535;
    private static final ZoneId ZONE = ZoneId.of("Asia/Damascus");

    @Mixin
    private final Common common = new Common();

    @Option(names = "--headless", descriptionKey = "help.headless")
    private boolean headless;

    @Option(names = "--port", paramLabel = "N", descriptionKey = "help.demo-port")
    private int port;

    @Option(names = "--data", paramLabel = "DIR", descriptionKey = "help.demo-data")
    private Optional<Path> data = Optional.empty();

    @Option(names = "--letters", descriptionKey = "help.letters")
    private boolean letters;

    private final Console console;
    private final Commands commands;

    public DemoCommand(Console console, Commands commands) {
        this.console = console;
        this.commands = commands;
    }

    @Override
    public Integer call() throws IOException, JournalDoubt {
        Messages messages = common.messages();
        ZoneId zone = common.moments().zone();
        free();
        Path folder = folder();
        ZoneId local = zone.equals(ZoneOffset.UTC) ? ZONE : zone;
        Stage stage = new Stage(console, messages, commands, new Stage.Told(folder, local, common.json(), waits()));
        stage.say("demo.intro");
        stage.say("demo.where", "short", Stage.SHORT.substring(1), "folder", folder);
        try (Geneva geneva = new Geneva(stage, Path.of(System.getProperty(HOME, "")), folder, !letters, port)) {
            Thread ends = new Thread(geneva::close); // A child does not always get the signal of its parent.
            Runtime.getRuntime().addShutdownHook(ends);
            geneva.play();
            stage.say("demo.closing");
            stage.say("demo.sources");
            if (!headless) stays(stage, geneva);
            return Exit.NONE;
        } catch (Stage.Failed failed) {
            stage.failed(failed);
            return Exit.FAILED;
        }
    }

    private void stays(Stage stage, Geneva geneva) {
        stage.say("demo.stays", "url", geneva.url());
        console.out().flush();
        geneva.await();
    }

    // Nothing is made where the server could not listen afterwards.
    private void free() {
        if (port < 0 || port > PORT_MAX)
            throw new Complaint("option.number", "option", "--port", "value", port, "least", 0, "limit", PORT_MAX);
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral(HOST), port));
        } catch (IOException _) {
            throw new Complaint("serve.taken", "option", "--port", "value", HOST + ":" + port);
        }
    }

    // Nobody answers where there is no terminal.
    private boolean waits() {
        return !headless
                && !common.json()
                && Optional.ofNullable(System.console())
                        .filter(java.io.Console::isTerminal)
                        .isPresent();
    }

    private Path folder() throws IOException {
        if (data.isEmpty()) return Files.createTempDirectory("tansiq-demo");
        Path folder = data.get();
        if (Files.exists(folder) && !empty(folder)) throw new Complaint("demo.not-empty", "folder", folder);
        try {
            return Files.createDirectories(folder);
        } catch (FileSystemException _) {
            throw new Complaint("demo.unmakeable", "folder", folder);
        }
    }

    private static boolean empty(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) return false;
        try (Stream<Path> there = Files.list(folder)) {
            return there.findAny().isEmpty();
        }
    }
}
