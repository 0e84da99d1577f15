package org.tansiq.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;
import org.tansiq.app.check.Exit;

/** What the demonstration leaves in its folder. It is played once, and every test has a copy of its own. */
public final class Stage {
    private static final String HOME = "tansiq.home";

    private Stage() {}

    private static final class Played {
        static final Path FOLDER = played();
    }

    private static Path played() {
        System.setProperty(HOME, "..");
        try {
            Path folder = Files.createTempDirectory(Path.of("target"), "stage").resolve("stage");
            Ran ran = Ran.now("demo", "--headless", "--data", folder.toString());
            assertThat(ran.exit()).as(ran.err()).isEqualTo(Exit.NONE);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            System.clearProperty(HOME);
        }
    }

    /** Copies it into a folder, where it is named {@code stage}; gives where it lies then. */
    public static Path in(Path folder) throws IOException {
        Path stage = folder.resolve("stage");
        copy(Played.FOLDER, stage);
        return stage;
    }

    /** Copies a folder, which nobody changes meanwhile, to where nothing is. */
    public static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path one : all.toList())
                Files.copy(one, to.resolve(from.relativize(one)), StandardCopyOption.COPY_ATTRIBUTES);
        }
    }
}
