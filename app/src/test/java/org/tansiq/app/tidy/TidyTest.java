package org.tansiq.app.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TidyTest {

    private final Checkout checkout = Checkout.here();

    @Test
    void textsAreWhole() {
        assertThat(checkout.texts().stream().flatMap(s -> TextLaws.faults(s).stream()))
                .isEmpty();
    }

    @Test
    void namesAreAllowed() {
        assertThat(parsed().stream().flatMap(java -> NameLaws.faults(java).stream()))
                .isEmpty();
    }

    private List<Source.Parsed> parsed() {
        return Source.parsed(checkout.java());
    }

    @Test
    void nothingGrowsTooLong() throws IOException {
        SortedMap<String, Integer> found = new TreeMap<>();
        parsed().forEach(java -> found.putAll(Sizes.tooLong(java)));
        assertThat(Ratchet.parse(written()).faults(found)).isEmpty();
    }

    private static String written() throws IOException {
        try (InputStream in = Objects.requireNonNull(TidyTest.class.getResourceAsStream("/tidy-ratchet.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void everyModuleIsRead() {
        assertThat(checkout.java().stream().map(Source::module).distinct())
                .containsExactlyInAnyOrderElementsOf(checkout.modules());
    }

    @Test
    void aTabAMissingNewlineAndWorkPutOffAreSeen() {
        assertThat(TextLaws.faults(new Source("docs/a.md", "a\tb\n// TO" + "DO: later")))
                .containsExactly(
                        "docs/a.md: does not end in a newline",
                        "docs/a.md:1: holds a tab",
                        "docs/a.md:2: puts work off; write HOLE and list it as not yet there");
        assertThat(TextLaws.faults(new Source("docs/a.md", "a b\n"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.util.HashMap.newHashMap(3)",
                "new HashSet<String>()",
                "java.util.Map.of()",
                "Set.copyOf(s)",
                "s.collect(Collectors.toSet())",
                "s.collect(Collectors.toMap(a, b))",
                "System.nanoTime()",
                "s.collect(java.util.stream.Collectors.groupingBy(a))",
                "System.currentTimeMillis()",
                "Instant.now()",
                "java.time.LocalDate.now()",
                "Clock.systemUTC()",
                "new Random(7)",
                "UUID.randomUUID()",
                "Locale.getDefault()",
                "Math.sin(1)",
                "java.lang.Math.hypot(3, 4)",
                "\"\".toLowerCase()",
                "String.format(\"%s\", 1)",
                "\"%s\".formatted(1)",
                "Math.random()"
            })
    void whatDependsOnTheMachineIsSeenInPureModulesOnly(String used) {
        String text = "class Planted { Object o = " + used + "; }\n";
        assertThat(NameLaws.faults(new Source("geometry/src/main/java/Planted.java", text)))
                .isNotEmpty();
        assertThat(NameLaws.faults(new Source("app/src/main/java/Planted.java", text)))
                .isEmpty();
    }

    @Test
    void whatIsTheSameEverywhereMayBeUsed() {
        String text = """
                import java.util.TreeMap;
                /** Not a HashMap, nor Math.sin. */
                class Planted {
                    Object o = new TreeMap<String, String>(), p = List.of("HashMap"), q = Math.max(1, 2);
                    double r = StrictMath.sin(1), s = Math.fma(1, 2, 3), t = Math.sqrt(2);
                    String u = "".toLowerCase(Locale.ROOT), v = String.format(Locale.ROOT, "%s", 1);
                }
                """;
        assertThat(NameLaws.faults(new Source("geometry/src/main/java/Planted.java", text)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"PlanManager", "HeightUtil", "HeightUtils", "IndexImpl", "AbstractShape", "PlanDto", "Base"})
    void namesThatNameNothingAreSeen(String name) {
        Source planted = new Source("app/src/main/java/A.java", "record " + name + "() {}\n");
        assertThat(NameLaws.faults(planted))
                .containsExactly("app/src/main/java/A.java:1: " + name + " names no thing of the field");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Exception", "final Throwable", "java.io.IOException | RuntimeException"})
    void catchingAnythingIsSeenOutsideApp(String caught) {
        String text = "class A { void a() { try { a(); } catch (" + caught + " e) { } } }\n";
        assertThat(NameLaws.faults(new Source("bench/src/main/java/A.java", text)))
                .hasSize(1);
        assertThat(NameLaws.faults(new Source("app/src/main/java/A.java", text)))
                .isEmpty();
    }

    @Test
    void catchingOneKindIsAllowed() {
        String text = "class A { void a() { try { a(); } catch (java.io.IOException e) { } } }\n";
        assertThat(NameLaws.faults(new Source("bench/src/main/java/A.java", text)))
                .isEmpty();
    }

    @Test
    void theFirstLineTooManyIsSeen() {
        String path = "geometry/src/main/java/A.java";
        assertThat(Sizes.tooLong(new Source(path, function(Sizes.FUNCTION_MAX))))
                .isEmpty();
        assertThat(Sizes.tooLong(new Source(path, function(Sizes.FUNCTION_MAX + 1))))
                .containsExactlyEntriesOf(new TreeMap<>(java.util.Map.of("function " + path + "#A.a", 61)));
        assertThat(Sizes.tooLong(new Source(path, "\n".repeat(Sizes.FILE_MAX)))).isEmpty();
        assertThat(Sizes.tooLong(new Source(path, "\n".repeat(Sizes.FILE_MAX + 1))))
                .containsKey("file " + path);
        assertThat(Sizes.tooLong(new Source(path, "//" + "-".repeat(108) + "\n")))
                .isEmpty();
        assertThat(Sizes.tooLong(new Source(path, "//" + "-".repeat(109) + "\n")))
                .containsEntry("lines " + path, 1);
    }

    private static String function(int lines) {
        return "class A {\n  void a() {\n" + "    ;\n".repeat(lines - 2) + "  }\n}\n";
    }

    @Test
    void theRatchetOnlyTurnsOneWay() {
        Ratchet ratchet = Ratchet.parse("# a reason\n\nfile A.java 510\nfunction A.java#A.a 70\n");
        assertThat(ratchet.faults(sizes(510, 70))).isEmpty();
        assertThat(ratchet.faults(sizes(511, 70))).hasSize(1);
        assertThat(ratchet.faults(sizes(510, 69))).hasSize(1);
        assertThat(ratchet.faults(new TreeMap<>())).hasSize(2);
        assertThat(Ratchet.parse("").faults(sizes(510, 70))).hasSize(2);
    }

    private static SortedMap<String, Integer> sizes(int file, int function) {
        return new TreeMap<>(java.util.Map.of("file A.java", file, "function A.java#A.a", function));
    }

    @Test
    void faultsComeInTheOrderOfTheFile() {
        List<String> faults = TextLaws.faults(new Source("a.md", "\t\n\t\n"));
        assertThat(faults).containsExactly("a.md:1: holds a tab", "a.md:2: holds a tab");
    }
}
