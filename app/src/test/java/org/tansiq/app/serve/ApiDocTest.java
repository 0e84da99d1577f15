package org.tansiq.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tansiq.app.Ran;
import org.tansiq.app.Stage;

/** The calls that docs/api.md shows, taken from there and run as one script against a server. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
final class ApiDocTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "api.md");
    private static final Pattern BLOCK = Pattern.compile("^```sh\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);

    @TempDir
    static Path folder;

    private static String script() throws IOException {
        return BLOCK.matcher(Files.readString(DOCUMENT))
                .results()
                .map((MatchResult block) -> block.group(1))
                .collect(Collectors.joining("", "set -euo pipefail\n", ""));
    }

    @Test
    void whatTheDocumentShowsRunsAsItStands() throws Exception {
        Path stage = Stage.in(folder);
        Path key = stage.resolve("a-planner.key");
        Path work = Files.createDirectory(folder.resolve("work"));
        Path script = Files.writeString(folder.resolve("calls.sh"), script());
        Path out = folder.resolve("calls.out");
        Path err = folder.resolve("calls.err");
        try (ServeProcess server = new ServeProcess(stage.resolve("record"), 0)) {
            ProcessBuilder bash = new ProcessBuilder("bash", script.toString())
                    .directory(work.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            bash.environment().put("U", server.url());
            bash.environment().put("KEY", key.toString());
            int exit = bash.start().waitFor();
            String printed = Files.readString(out, StandardCharsets.UTF_8);
            assertThat(exit).as("%s%s", printed, Files.readString(err)).isZero();
            List<String> statuses =
                    printed.lines().filter(line -> line.matches("\\d{3}")).toList();
            assertThat(statuses)
                    .as(printed)
                    .containsExactly(
                            "200", "200", "200", "422", "201", // healthz, theatre, openapi.json, check, challenges
                            "201", // sessions
                            "200", "200", "200", "200", "200", "200", "200", "200", "200", "200", // reads
                            "404", // the other side's note, which nobody shows
                            "404", // its thread, in which nothing was said
                            "200", // threads
                            "200", // stream
                            "200", // view-as
                            "201", // notes
                            "200", "200", // the entry and the declaration
                            "201"); // notes: it is opened further
            assertThat(printed).contains("event: state");
            assertThat(work.resolve("openapi.json")).content().contains("\"openapi\": \"3.1.1\"");
            assertThat(Ran.now("list", "--at", server.url(), "--key", key.toString())
                            .out())
                    .contains("ByHand");
        }
    }
}
