package org.tansiq.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** Every case of vectors/ holds here, both ways round. */
class VectorsTest {
    private static final double HELD = 1e-6; // Metres: the promise on distances, and degrees written in decimals.

    @TestFactory
    Stream<DynamicTest> footprints() {
        return meetings("footprints.json");
    }

    @TestFactory
    Stream<DynamicTest> heights() {
        return meetings("heights.json");
    }

    @TestFactory
    Stream<DynamicTest> windows() {
        return meetings("windows.json");
    }

    @TestFactory
    Stream<DynamicTest> refusals() {
        return Vectors.cases("refusals.json").map(c -> DynamicTest.dynamicTest(name(c), () -> refused(c)));
    }

    private static Stream<DynamicTest> meetings(String file) {
        return Vectors.cases(file)
                .map(c -> DynamicTest.dynamicTest(name(c), () -> {
                    Volume a = Vectors.volume(c.get("a"));
                    Volume b = Vectors.volume(c.get("b"));
                    check(c.get("expect"), a, b);
                    check(c.get("expect"), b, a);
                }));
    }

    private static String name(JsonNode c) {
        return c.get("name").asString();
    }

    private static void refused(JsonNode c) {
        Unfit unfit = catchThrowableOfType(Unfit.class, () -> Vectors.volume(c.get("shape")));
        assertThat(unfit).isNotNull();
        assertThat(unfit.fault()).isEqualTo(Fault.valueOf(c.get("fault").asString()));
        List<String> details =
                Vectors.list(c.get("details")).stream().map(JsonNode::asString).toList();
        if (!details.isEmpty()) assertThat(unfit.details()).isEqualTo(details);
    }

    private static void check(JsonNode expect, Volume a, Volume b) {
        Finding finding = Meeting.between(a, b);
        checkGap(expect, finding.gap());
        assertThat(Meeting.possible(a, b)).isEqualTo(finding instanceof Finding.Overlap);
        switch (finding) {
            case Finding.Overlap overlap -> checkOverlap(expect, overlap);
            case Finding.Clear clear -> checkClear(expect, clear);
        }
        if (expect.has("box")) checkBox(expect.get("box"), Box.of(a.footprint(), b.footprint()));
    }

    private static void checkOverlap(JsonNode expect, Finding.Overlap overlap) {
        assertThat(overlap.touching()).isEqualTo(expect.get("touching").asBoolean());
        assertThat(overlap.verdict().name().toLowerCase(java.util.Locale.ROOT))
                .isEqualTo(expect.get("verdict").asString());
        if (expect.has("band")) {
            assertThat(overlap.band().floor())
                    .isEqualTo(height(expect.get("band").get("floor")));
            assertThat(overlap.band().ceiling())
                    .isEqualTo(height(expect.get("band").get("ceiling")));
        }
        if (expect.has("window")) {
            assertThat(from(overlap.window()))
                    .isEqualTo(instant(expect.get("window").get("from")));
            assertThat(until(overlap.window()))
                    .isEqualTo(instant(expect.get("window").get("until")));
        }
    }

    private static void checkClear(JsonNode expect, Finding.Clear clear) {
        assertThat(expect.get("verdict").asString()).isEqualTo("clear");
        assertThat(clear.inPlan()).isEqualTo(expect.get("inPlan").asBoolean());
        assertThat(clear.inHeight()).isEqualTo(expect.get("inHeight").asBoolean());
        assertThat(clear.inTime()).isEqualTo(expect.get("inTime").asBoolean());
    }

    private static void checkGap(JsonNode expect, Gap gap) {
        if (expect.has("gap")) {
            assertThat(gap.lower())
                    .isGreaterThanOrEqualTo(expect.get("gap").get(0).asDouble());
            assertThat(gap.upper()).isLessThanOrEqualTo(expect.get("gap").get(1).asDouble());
        }
        if (expect.has("gapHolds")) {
            double held = expect.get("gapHolds").asDouble();
            assertThat(held).isBetween(gap.lower() - HELD, gap.upper() + HELD);
        }
    }

    private static void checkBox(JsonNode expect, Box box) {
        Offset<Double> within = Offset.offset(expect.get("tolerance").asDouble());
        assertThat(box.south()).isCloseTo(expect.get("south").asDouble(), within);
        assertThat(box.north()).isCloseTo(expect.get("north").asDouble(), within);
        assertThat(box.west()).isCloseTo(expect.get("west").asDouble(), within);
        assertThat(box.east()).isCloseTo(expect.get("east").asDouble(), within);
    }

    private static Optional<Height> height(JsonNode node) {
        if (node.isNull()) return Optional.empty();
        Reference reference = Reference.valueOf(node.get("reference").asString());
        return Optional.of(new Height(reference, node.get("millimetres").asLong()));
    }

    private static String from(Window window) {
        return window.from() == Window.OPEN_FROM
                ? "open"
                : Window.instant(window.from()).toString();
    }

    private static String until(Window window) {
        return window.until() == Window.OPEN_UNTIL
                ? "open"
                : Window.instant(window.until()).toString();
    }

    private static String instant(JsonNode node) {
        return node.isNull() ? "open" : node.asString();
    }
}
