package org.tansiq.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The whole command {@code ./tansiq check} on a large file, from start to last line. */
final class CheckCommand {
    private static final int DECLARATIONS = 100_000;

    private final Results results;

    CheckCommand(Results results) {
        this.results = results;
    }

    void run() {
        results.heading(
                "./tansiq check on %,d declarations (TSQ-W7, as a tenth of the region)".formatted(DECLARATIONS));
        try {
            Path folder = Files.createTempDirectory("tansiq");
            Path file = folder.resolve("declarations.geojson");
            Path said = folder.resolve("said.txt");
            try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file))) {
                Declarations.write(Workload.volumes(DECLARATIONS, Workload.WEEK), out);
            }
            time(file, said);
            for (Path each : List.of(file, said, folder)) Files.delete(each);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }

    private void time(Path file, Path said) throws IOException, InterruptedException {
        tansiq(said, "--version"); // Whatever is still to be built is built now.
        long start = System.nanoTime();
        int exit = tansiq(said, "check", file.toString());
        double seconds = (System.nanoTime() - start) / 1e9;
        List<String> lines = Files.readAllLines(said);
        if (lines.isEmpty()) {
            results.line("Not measured: the command printed nothing, exit %d.", exit);
            return;
        }
        results.line("%.1f s, exit %d, %,d MB read; its last line:", seconds, exit, Files.size(file) / 1_000_000);
        results.line("");
        results.line("    " + lines.getLast());
    }

    private static int tansiq(Path said, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Main.home().resolve("tansiq").toString());
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectOutput(said.toFile())
                .redirectError(Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
