package org.tansiq.app.record;

import java.io.Console;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.tansiq.app.check.Complaint;
import org.tansiq.client.KeyFile;
import org.tansiq.core.Bytes;
import org.tansiq.core.Malformed;
import org.tansiq.ledger.Signer;
import picocli.CommandLine.Option;

/** The key that a command signs with, and its passphrase. */
public final class Keyring {
    private static final int BODY_MAX = 256 << 10;

    @Option(names = "--key", paramLabel = "FILE", required = true, descriptionKey = "help.key")
    Path key = Path.of("");

    @Option(names = "--passphrase-file", paramLabel = "FILE", descriptionKey = "help.passphrase-file")
    Optional<Path> passphrase = Optional.empty();

    Signer signer() {
        KeyFile file = read(key);
        return within(key, () -> file.open(passphrase(passphrase, file.sealed())));
    }

    public static KeyFile read(Path file) {
        return within(file, () -> KeyFile.read(file));
    }

    /** The passphrase in a file, or asked for on the terminal where one is needed. */
    static char[] passphrase(Optional<Path> file, boolean needed) {
        if (file.isPresent()) {
            List<String> lines = text(file.get()).lines().toList();
            return lines.isEmpty() ? new char[0] : lines.getFirst().toCharArray();
        }
        if (!needed) return new char[0];
        return Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .map(terminal -> terminal.readPassword("passphrase: "))
                .orElse(new char[0]);
    }

    private static String text(Path file) {
        return new String(bytes(file).copy(), StandardCharsets.UTF_8);
    }

    static Bytes bytes(Path file) {
        return within(file, () -> {
            if (Files.size(file) > BODY_MAX)
                throw new Malformed("size", Files.size(file) + " bytes", "at most " + BODY_MAX + " bytes");
            return Bytes.of(Files.readAllBytes(file));
        });
    }

    // Where the whole text is at fault, no field of it has a name.
    private static String field(Malformed bad) {
        return bad.field().isEmpty() ? "body" : bad.field();
    }

    /** Reads or makes a file; what is wrong with it is one line. */
    interface Work<T> {
        T run() throws IOException;
    }

    static <T> T within(Path file, Work<T> work) {
        try {
            return work.run();
        } catch (Malformed bad) {
            throw new Complaint(
                    "file.malformed", "file", file, "field", field(bad), "value", bad.value(), "limit", bad.limit());
        } catch (FileAlreadyExistsException _) {
            throw new Complaint("file.exists", "file", file);
        } catch (NoSuchFileException _) {
            throw new Complaint("file.unreadable", "file", file, "why", "no such file");
        } catch (IOException e) {
            throw new Complaint("file.unreadable", "file", file, "why", e.toString());
        }
    }
}
