package org.tansiq.app.check;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tansiq.app.Ran;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SkyTest {
    private static final int STEPS = 6;
    private static final Path BUNDLED = Path.of("../data/bluesky");
    private static final String FLIGHTS = "traffic-eham.scn";

    @TempDir
    Path small;

    @AfterEach
    void whereverItLies() {
        System.clearProperty(SkyCommand.HOME);
    }

    @ParameterizedTest
    @CsvSource({"en, ' read = '", "ar, '\u200fالمقروء '", "ru, 'Прочитано '"})
    void everyStepClosesItsSum(String language, String sum) throws IOException {
        System.setProperty(SkyCommand.HOME, smallProject().toString());
        Ran ran = Ran.tansiq("sky", "--headless", "--lang", language);
        assertThat(ran.exit()).isEqualTo(Exit.NONE);
        assertThat(ran.err()).isEmpty();
        assertThat(ran.lines().stream().filter(line -> line.contains(sum))).hasSize(STEPS);
        for (int step = 1; step <= STEPS; step++)
            assertThat(ran.out()).containsPattern("(?m)^[\u200f\u2068]*" + step + "\\. .{40}");
        assertThat(Files.exists(small.resolve("target").resolve("sky.svg"))).isTrue();
    }

    @Test
    void theSumsAreWrittenAsJson() throws IOException {
        System.setProperty(SkyCommand.HOME, smallProject().toString());
        Files.copy(BUNDLED.resolve(FLIGHTS), small.resolve("data/bluesky").resolve(FLIGHTS), REPLACE_EXISTING);
        Ran ran = Ran.tansiq("sky", "--json");
        assertThat(ran.exit()).isEqualTo(Exit.NONE);
        JsonNode sums = JsonMapper.shared().readTree(ran.out()).get("sums");
        assertThat(sums.size()).isEqualTo(STEPS);
        for (JsonNode step : sums) {
            long put = n(step, "checked") + n(step, "refused") + n(step, "skipped");
            assertThat(n(step, "read")).isPositive().isEqualTo(put);
        }
        JsonNode sides = sums.get("two-sides");
        assertThat(n(sides, "pairs")).isEqualTo(9); // Three of the one against three of the other.
        assertThat(n(sides, "conflicts")).isEqualTo(3);
        assertThat(n(sides, "touching")).isEqualTo(2); // Along a border, and at a corner.
    }

    // Every file of the demo, each as short as the shortest.
    private Path smallProject() throws IOException {
        Path data = Files.createDirectories(small.resolve("data").resolve("bluesky"));
        for (String step : List.of("dateline", "fir-boundaries", "nl-tma", "traffic-1000", "traffic-eham"))
            Files.copy(BUNDLED.resolve("dateline.scn"), data.resolve(step + ".scn"));
        Path sides = Files.createDirectories(small.resolve("examples").resolve("two-sides"));
        for (String side : List.of("mine.geojson", "others.geojson"))
            Files.copy(Path.of("../examples/two-sides", side), sides.resolve(side));
        return small;
    }

    private static long n(JsonNode node, String field) {
        return node.get(field).asLong();
    }
}
