package org.tansiq.app.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BoundaryTest {

    private static final JavaClasses GEOMETRY = new ClassFileImporter().importPackages("org.tansiq.geometry");
    private static final JavaClasses CORE = new ClassFileImporter().importPackages("org.tansiq.core");
    private static final JavaClasses WIRE = new ClassFileImporter().importPackages("org.tansiq.wire");
    /** In the order in which they may look at each other. */
    private static final List<String> ROOMS = List.of("party", "terms", "places", "airspace");

    private static final JavaClasses PLANTED = new ClassFileImporter().importPackages("org.tansiq.app.tidy.planted");
    private static final Pattern OURS = Pattern.compile(
            "<dependency>\\s*<groupId>org\\.tansiq</groupId>\\s*<artifactId>tansiq-(\\w+)</artifactId>");

    @Test
    void geometryIsThere() {
        assertThat(GEOMETRY).hasSizeGreaterThan(1);
    }

    @Test
    void geometryNeedsNothingOfOursAndTouchesNoMachine() {
        Pure.LEANS_ON_LITTLE.check(GEOMETRY);
    }

    @Test
    void geometryGivesTheSameBitsEverywhere() {
        Pure.SAME_BITS.check(GEOMETRY);
    }

    @Test
    void coreNeedsGeometryAndTouchesNoMachine() {
        assertThat(CORE).hasSizeGreaterThan(1);
        // A keyed hash is a value like any other: the same everywhere.
        Pure.leansOn(
                        "org.tansiq.core..",
                        "java.nio",
                        "java.nio.charset",
                        "java.util.regex",
                        "java.security",
                        "javax.crypto",
                        "javax.crypto.spec")
                .check(CORE);
        Pure.SAME_BITS.check(CORE);
    }

    @Test
    void wireReadsJsonAndTouchesNoMachine() {
        assertThat(WIRE).hasSizeGreaterThan(1);
        Pure.leansOn(
                        "org.tansiq.core..",
                        "org.tansiq.wire",
                        "org.tansiq.ledger",
                        "tools.jackson.core..",
                        "java.io",
                        "java.nio",
                        "java.nio.charset",
                        "java.util.regex")
                .check(WIRE);
        Pure.SAME_BITS.check(WIRE);
    }

    @Test
    void aRoomSeesTheRoomsAboveItAlone() {
        Checkout checkout = Checkout.here();
        assertThat(checkout.rooms()).containsExactlyInAnyOrderElementsOf(ROOMS);
        for (int i = 0; i < ROOMS.size(); i++) {
            String[] below = ROOMS.subList(i + 1, ROOMS.size()).stream()
                    .map(room -> "org.tansiq.core." + room)
                    .toArray(String[]::new);
            Pure.seesNoneOf(below).check(new ClassFileImporter().importPackages("org.tansiq.core." + ROOMS.get(i)));
        }
    }

    @Test
    void aRoomThatLooksDownIsSeen() {
        assertThat(Pure.seesNoneOf("org.tansiq.core.party")
                        .evaluate(new ClassFileImporter().importPackages("org.tansiq.core.terms"))
                        .hasViolation())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"readsAFile", "startsAThread"})
    void leaningOnTheMachineIsSeen(String planted) {
        EvaluationResult found = Pure.LEANS_ON_LITTLE.evaluate(PLANTED);
        assertThat(found.getFailureReport().getDetails()).anyMatch(detail -> detail.contains(planted));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "readsTheClock",
                "readsTheTimer",
                "leavesTheLastBitOpen",
                "leavesItOpenByReference",
                "keepsHashOrder",
                "keepsSaltedOrder",
                "collectsInHashOrder",
                "takesTheDefaultLocale"
            })
    void whatDiffersBetweenMachinesIsSeen(String planted) {
        EvaluationResult found = Pure.SAME_BITS.evaluate(PLANTED);
        assertThat(found.getFailureReport().getDetails()).anyMatch(detail -> detail.contains(planted));
    }

    @Test
    void modulesLeanOneWay() {
        Checkout checkout = Checkout.here();
        assertThat(checkout.modules().stream().flatMap(m -> leans(m, checkout.pom(m))))
                .containsExactlyInAnyOrder(
                        "core -> geometry",
                        "ledger -> core",
                        "wire -> core",
                        "wire -> ledger",
                        "engine -> core",
                        "engine -> wire",
                        "engine -> ledger",
                        "client -> core",
                        "client -> wire",
                        "client -> ledger",
                        "edge/http -> core",
                        "edge/http -> wire",
                        "edge/http -> ledger",
                        "edge/http -> engine",
                        "sim -> geometry",
                        "sim -> core",
                        "sim -> wire",
                        "sim -> ledger",
                        "sim -> engine",
                        "app -> geometry",
                        "app -> core",
                        "app -> wire",
                        "app -> ledger",
                        "app -> engine",
                        "app -> client",
                        "bench -> geometry",
                        "bench -> core",
                        "bench -> wire",
                        "bench -> ledger",
                        "bench -> engine",
                        "stress -> geometry",
                        "stress -> core",
                        "stress -> engine");
    }

    private static Stream<String> leans(String module, String pom) {
        Matcher found = OURS.matcher(pom);
        return found.results().map(m -> module + " -> " + m.group(1));
    }
}
