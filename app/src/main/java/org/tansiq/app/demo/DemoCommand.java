package org.tansiq.app.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
 * Plays the Geneva desk from the founding to a forged record that is found out. Exit 3 where a step fails.
 */
@Command(name = "demo")
public final class DemoCommand implements Callable<Integer> {
    /** Where the launcher says that the project lies; else the folder one stands in. */
    private static final String HOME = "tansiq.home";

    private static final String ZONE = "Asia/Damascus";

    @Mixin
    private final Common common = new Common();

    @Option(names = "--headless", descriptionKey = "help.headless")
    private boolean headless;

    @Option(names = "--data", paramLabel = "DIR", descriptionKey = "help.demo-data")
    private Optional<Path> data = Optional.empty();

    private final Console console;
    private final Commands commands;

    public DemoCommand(Console console, Commands commands) {
        this.console = console;
        this.commands = commands;
    }

    @Override
    public Integer call() throws IOException, JournalDoubt {
        Messages messages = common.messages();
        Path folder = folder();
        // Nobody answers where there is no terminal.
        boolean asked = !headless && !common.json();
        boolean waits = asked
                && Optional.ofNullable(System.console())
                        .filter(java.io.Console::isTerminal)
                        .isPresent();
        String zone = common.moments().zone().getId();
        Stage.Told told = new Stage.Told(zone.equals("Z") ? ZONE : zone, common.json(), waits);
        Stage stage = new Stage(console, messages, commands, told);
        stage.say("demo.intro");
        stage.say("demo.where", "folder", folder);
        try {
            new Geneva(stage, Path.of(System.getProperty(HOME, "")), folder).play();
        } catch (Stage.Failed failed) {
            console.error(messages.line(messages.say("demo.failed", "what", String.valueOf(failed.getMessage()))));
            return Exit.FAILED;
        }
        stage.say("demo.closing", "folder", folder);
        stage.say("demo.sources");
        return Exit.NONE;
    }

    private Path folder() throws IOException {
        if (data.isEmpty()) return Files.createTempDirectory("tansiq-demo");
        Path folder = data.get();
        if (Files.exists(folder) && !Files.isDirectory(folder)) throw new Complaint("demo.not-empty", "folder", folder);
        if (Files.isDirectory(folder))
            try (Stream<Path> there = Files.list(folder)) {
                List<Path> found = there.limit(1).toList();
                if (!found.isEmpty()) throw new Complaint("demo.not-empty", "folder", folder);
            }
        return Files.createDirectories(folder);
    }
}
