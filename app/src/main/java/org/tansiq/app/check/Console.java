package org.tansiq.app.check;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.tansiq.app.words.Messages;

/** Where a command prints, and the clock it may ask for today. Both streams are UTF-8 whatever the locale. */
public record Console(PrintStream out, PrintStream err, Clock clock) {

    public void line(String text) {
        out.print(text + "\n");
    }

    public void error(String text) {
        err.print(text + "\n");
    }

    /** A bar for something that may take long, of so many steps. */
    Bar bar(Messages messages, String key, long steps) {
        return new Bar(err, messages.say(key).text(), steps);
    }

    void write(Path file, String text) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) Files.createDirectories(folder);
            Files.writeString(file, text);
        } catch (IOException _) {
            throw new Complaint("option.unwritable", "file", file.toString());
        }
    }
}
