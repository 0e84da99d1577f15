package org.tansiq.app.check;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.LongFunction;
import org.tansiq.app.words.Messages;
import org.tansiq.app.words.Phrase;

/**
 * Where a command prints, whether errors are read on a terminal, and the clock it may ask for today. Both
 * streams are UTF-8 whatever the locale.
 */
public record Console(PrintStream out, PrintStream err, boolean terminal, Clock clock) {

    public void line(String text) {
        out.print(text + "\n");
    }

    /** Whether nobody reads any more what is printed; all that was is on its way. */
    public boolean closed() {
        return out.checkError();
    }

    public void error(String text) {
        err.print(text + "\n");
    }

    /** What shows how far something is that may take long, of so many steps: a bar, or lines now and then. */
    public Progress progress(Messages messages, String key, long steps) {
        Phrase task = messages.say(key);
        if (terminal) return new Bar(err, task.text(), steps);
        LongFunction<String> said = n -> messages.line(messages.say("progress.at", "task", task, "percent", n));
        return new Percents(n -> error(said.apply(n)), steps, System::nanoTime);
    }

    public void write(Path file, String text) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) Files.createDirectories(folder);
            Files.writeString(file, text);
        } catch (IOException _) {
            throw new Complaint("option.unwritable", "file", file.toString());
        }
    }
}
