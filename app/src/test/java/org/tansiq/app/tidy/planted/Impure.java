package org.tansiq.app.tidy.planted;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;

/** Does one by one what geometry must not. */
final class Impure {

    private Impure() {}

    static boolean readsAFile() {
        return Files.exists(Path.of("a"));
    }

    static Instant readsTheClock() {
        return Instant.now();
    }

    static long readsTheTimer() {
        return System.nanoTime();
    }

    static double leavesTheLastBitOpen(double x) {
        return Math.sin(x);
    }

    static DoubleUnaryOperator leavesItOpenByReference() {
        return Math::cos;
    }

    static Map<String, String> keepsHashOrder() {
        return new HashMap<>();
    }

    static Map<String, String> keepsSaltedOrder() {
        return Map.of("a", "b");
    }

    static Map<Boolean, List<String>> collectsInHashOrder(List<String> all) {
        return all.stream().collect(Collectors.groupingBy(String::isEmpty));
    }

    static String takesTheDefaultLocale(double x) {
        return String.format("%f", x);
    }

    static Thread startsAThread() {
        return new Thread(() -> {});
    }
}
