package org.tansiq.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tansiq.app.Ran;
import org.tansiq.app.check.Exit;
import org.tansiq.app.words.Language;
import org.tansiq.app.words.Messages;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The demonstration from its first step to its last, as somebody sees it who only looks. */
final class DemoTest {
    private static final String HOME = "tansiq.home";
    private static final int STEPS = 14;

    @TempDir
    Path folder;

    @BeforeEach
    void fromTheProject() {
        System.setProperty(HOME, "..");
    }

    @AfterEach
    void fromNowhere() {
        System.clearProperty(HOME);
    }

    private Ran demo(String... more) {
        String[] args = new String[more.length + 4];
        args[0] = "demo";
        args[1] = "--headless";
        args[2] = "--data";
        args[3] = folder.resolve("stage").toString();
        System.arraycopy(more, 0, args, 4, more.length);
        return Ran.now(args);
    }

    @Test
    void everyStepHolds() {
        Ran ran = demo("--json");
        assertThat(ran.exit()).as(ran.err()).isEqualTo(Exit.NONE);
        List<JsonNode> steps =
                ran.lines().stream().map(JsonMapper.shared()::readTree).toList();
        assertThat(steps).hasSize(STEPS).allMatch(step -> step.get("holds").asBoolean());
        JsonNode kill = steps.get(5);
        long notes = kill.get("notes").asLong();
        assertThat(kill.get("answered").asLong()).isGreaterThanOrEqualTo(20).isLessThan(notes);
        assertThat(kill.get("durable").asLong()).isBetween(kill.get("answered").asLong(), notes);
        assertThat(kill.get("entries").asLong()).isGreaterThanOrEqualTo(notes);
        assertThat(steps.get(6).get("changed").asLong()).isPositive();
        assertThat(steps.get(8).get("held").values().stream().map(JsonNode::asString))
                .contains("overlap-only", "opened", "details-closed", "one-sided");
        assertThat(steps.get(10).get("metres").asLong()).isBetween(8_950L, 9_050L);
        assertThat(steps.getLast().get("cost").asLong()).isGreaterThan(50_000_000_000_000L);
        for (String side : List.of("a", "b"))
            assertThat(folder.resolve("stage").resolve("conflict-" + side + ".svg"))
                    .isNotEmptyFile();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar", "ru"})
    void itIsToldInEveryLanguageWithItsSources(String language) {
        Ran ran = demo("--lang", language);
        assertThat(ran.exit()).as(ran.err()).isEqualTo(Exit.NONE);
        for (int step = 1; step <= STEPS; step++)
            assertThat(ran.out()).containsPattern("(?m)^[\u200f\u2068]*" + step + "[\u2069]?\\. .{6}");
        assertThat(ran.out()).contains("S3", "P9", "P11", "./tansiq verify");
        String far = Messages.in(Language.of(language).orElseThrow())
                .say("described.misplaced", "names", "X", "position", "X", "distance", "X", "limit", "X")
                .text();
        assertThat(ran.out()).contains(far.strip().substring(0, far.strip().indexOf(':')));
    }

    @Test
    void nothingIsPlayedInAFolderThatHoldsSomething() throws IOException {
        Files.createDirectories(folder.resolve("stage"));
        Files.writeString(folder.resolve("stage").resolve("letter"), "mine");
        Ran ran = demo();
        assertThat(ran.exit()).isEqualTo(Exit.BAD_INPUT);
        assertThat(ran.err()).contains("stage").hasLineCount(1);
        assertThat(folder.resolve("stage").resolve("letter")).hasContent("mine");
    }
}
