package org.tansiq.app.record;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.tansiq.app.check.Complaint;
import org.tansiq.app.check.Console;
import org.tansiq.app.check.Exit;
import org.tansiq.app.words.Messages;
import org.tansiq.engine.FolderInUse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/**
 * Takes signed notes on standard input, one JSON object a line, and answers each, in order, once it is
 * durable.
 */
@Command(name = "engine")
public final class EngineCommand implements Callable<Integer> {
    @Mixin
    private final Common common = new Common();

    @Parameters(paramLabel = "DIR", descriptionKey = "help.folder")
    private Path folder = Path.of("");

    private final Console console;
    private final InputStream in;

    public EngineCommand(Console console, InputStream in) {
        this.console = console;
        this.in = in;
    }

    @Override
    public Integer call() throws Exception {
        Messages messages = common.messages();
        try (Folder opened = Folder.open(folder, console, messages)) {
            opened.broken().exceptionally(failure -> stop(messages, failure));
            console.error(messages.line(
                    messages.say("engine.ready", "n", opened.engine().world().next())));
            new Conversation(opened, console).hold(in);
            return Exit.NONE;
        } catch (FolderInUse used) {
            throw new Complaint("folder.in-use", "folder", folder.toString());
        }
    }

    // Nothing that is still in the air may be answered any more, and nothing can be finished.
    private Void stop(Messages messages, Throwable failure) {
        console.error(messages.line(messages.say("engine.stopped", "why", failure.toString())));
        console.err().flush();
        Runtime.getRuntime().halt(Exit.FAILED);
        throw new IllegalStateException(failure);
    }
}
