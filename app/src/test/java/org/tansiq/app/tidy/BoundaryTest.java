package org.tansiq.app.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BoundaryTest {

    private static final JavaClasses GEOMETRY = new ClassFileImporter().importPackages("org.tansiq.geometry");
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
                        "stress -> geometry");
    }

    private static Stream<String> leans(String module, String pom) {
        Matcher found = OURS.matcher(pom);
        return found.results().map(m -> module + " -> " + m.group(1));
    }
}
