package org.tansiq.app.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tansiq.app.Ran;

class CheckTest {
    private static final String DATA = "../data/bluesky/";
    private static final String DATELINE = DATA + "dateline.scn";
    private static final Pattern SUM = Pattern.compile(
            "([\\d,]+) read = ([\\d,]+) checked \\+ ([\\d,]+) refused \\+ ([\\d,]+) skipped.*; ([\\d,]+) pairs? .*");

    @TempDir
    Path folder;

    @Test
    void theDatelinePairLosesItsSeparationAfter330Seconds() {
        Ran ran = Ran.tansiq("check", DATELINE);
        assertThat(ran.exit()).isEqualTo(Exit.CONFLICTS);
        assertThat(ran.lines())
                .containsExactly(
                        "AC1 and AC2 meet near 0 N 180 E, from 2026-11-23 00:05:30 until 00:07 UTC, FL 295 to FL 305; "
                                + "overlap 9.26 km deep, 1,000 ft high, 1 min 30 s long, 69.2 km²; certain; "
                                + "clear if AC1 is 1,100 ft higher or AC1 is 14 min later.",
                        "5 read = 2 checked + 0 refused + 3 skipped (ASAS: 1, DTLOOK: 1, PAN: 1); "
                                + "1 pair compared; 1 conflict.");
    }

    @Test
    void slicesOfTwoFlightsThatShareOnlyTheirSeamDoNotMeet() throws IOException {
        // Before the half minute the one is still north of the line that the other flies after it.
        String seam = written("seam.scn", """
                00:00:00.00>CRE NORTH B747 57.3383057255 6.42718637461 4.6380633774 16506.2771561 343.006771267
                00:00:00.00>CRE WEST B747 57.274098654 6.65677811657 273.973972987 15814.6010154 287.399731215
                """);
        Ran ran = Ran.tansiq("check", seam);
        assertThat(ran.last()).endsWith("2 read = 2 checked + 0 refused + 0 skipped; 1 pair compared; no conflict.");
        assertThat(ran.exit()).isEqualTo(Exit.NONE);
    }

    @Test
    void russianSaysTheSame() {
        assertThat(Ran.tansiq("check", DATELINE, "--lang", "ru", "--zone", "Europe/Moscow")
                        .lines())
                .containsExactly(
                        "Конфликт: AC1 и AC2, около 0° с. ш. 180° в. д., с 2026-11-23 00:05:30 до 00:07 UTC "
                                + "(с 2026-11-23 03:05:30 до 03:07 Europe/Moscow), высоты: эшелон 295 – эшелон 305; "
                                + "перекрытие: глубина 9,26 км, по высоте 1\u00a0000 футов, по времени 1 мин 30 с, "
                                + "площадь 69,2 км²; достоверно; снимается, если AC1 выше на 1\u00a0100 футов "
                                + "или AC1 позже на 14 мин.",
                        "Прочитано 5 = проверено 2 + отклонено 0 + пропущено 3 (ASAS: 1, DTLOOK: 1, PAN: 1); "
                                + "сравнена 1 пара; 1 конфликт.");
    }

    @Test
    void arabicRunsFromTheRightWithEachForeignPartIsolated() {
        List<String> lines = Ran.tansiq("check", DATELINE, "--lang", "ar").lines();
        assertThat(lines.getFirst())
                .startsWith("\u200fتعارض بين \u2068AC1\u2069 و\u2068AC2\u2069 قرب ")
                .contains("من \u20682026-11-23 00:05:30\u2069 إلى \u206800:07\u2069 \u2068UTC\u2069")
                .contains("المدة دقيقة واحدة و\u206830\u2069 ثانية")
                .doesNotContainPattern("[٠-٩]");
        assertThat(lines.getLast()).startsWith("\u200fالمقروء \u20685\u2069").endsWith("قورن زوج واحد؛ تعارض واحد.");
    }

    @Test
    void theRegionsOfTheWorldTouchAndChainedRingsAreRefused() {
        Ran ran = Ran.tansiq("check", DATA + "fir-boundaries.scn", "--keep-going");
        assertThat(ran.exit()).isEqualTo(Exit.BAD_INPUT);
        assertThat(ran.err()).contains("several rings chained into one line: it closes at vertex 137");
        assertThat(ran.lines().getFirst()).isEqualTo("Touching, not overlapping:");
        assertThat(ran.last()).startsWith("170 read = 160 checked + 10 refused + 0 skipped; 12,720 pairs compared;");
        assertSumCloses(ran);
    }

    @Test
    void theFirstRefusedThingStopsEverythingUnlessToldToKeepGoing() throws IOException {
        String bad = written("bad.geojson", """
                {"type": "Feature", "properties": {"name": "Beyond the pole", "radiusKm": 1},
                 "geometry": {"type": "Point", "coordinates": [0, 91]}}
                """);
        Ran stopped = Ran.tansiq("check", bad, DATELINE);
        assertThat(stopped.exit()).isEqualTo(Exit.BAD_INPUT);
        assertThat(stopped.out()).isEmpty();
        assertThat(stopped.err()).contains("bad.geojson, feature 1, ").contains("latitude 91", "limit 90");
        assertThat(stopped.err().lines()).hasSize(2).last().asString().startsWith("Nothing was checked");
        Ran kept = Ran.tansiq("check", bad, DATELINE, "--keep-going");
        assertThat(kept.exit()).isEqualTo(Exit.BAD_INPUT);
        assertThat(kept.last()).startsWith("6 read = 2 checked + 1 refused + 3 skipped");
        assertSumCloses(kept);
    }

    @Test
    void noConflictIsSaidOnlyWithTheSum() {
        Ran ran = Ran.tansiq("check", DATELINE, "--within", "5min");
        assertThat(ran.exit()).isEqualTo(Exit.NONE);
        assertThat(ran.lines()).hasSize(1).first().asString().endsWith("1 pair compared; no conflict.");
    }

    @Test
    void againstComparesOnlyAcross() {
        Ran ran = Ran.tansiq("check", DATELINE, "--against", DATA + "nl-tma.scn");
        assertThat(ran.exit()).isEqualTo(Exit.NONE);
        assertThat(ran.last()).contains("; 32 pairs compared; no conflict.");
    }

    @Test
    void touchingIsSetApartAndCanBeLeftOut() {
        Ran ran = Ran.tansiq("check", DATA + "nl-tma.scn");
        assertThat(ran.exit()).isEqualTo(Exit.CONFLICTS);
        assertThat(ran.lines().getFirst()).isEqualTo("Touching, not overlapping:");
        Ran without = Ran.tansiq("check", DATA + "nl-tma.scn", "--no-touching");
        assertThat(without.exit()).isEqualTo(Exit.NONE);
        assertThat(without.last()).endsWith("no conflict (touching not counted).");
    }

    @Test
    void wrongCommandLinesEndInOneLine() {
        assertThat(wrong("check")).contains("FILE");
        assertThat(wrong("check", DATELINE, "--frobnicate")).contains("--frobnicate");
        assertThat(wrong("check", DATELINE, "--within", "soon"))
                .contains("--within")
                .contains("soon");
        assertThat(wrong("check", DATELINE, "--buffer", "-1"))
                .contains("--buffer")
                .contains("-1");
        assertThat(wrong("check", DATELINE, "--zone", "Mars")).contains("Mars");
        assertThat(wrong("check", DATELINE, "--day", "today")).contains("today");
        assertThat(wrong("check", DATELINE, "--lang", "xx")).contains("xx");
        assertThat(wrong("check", DATELINE, "./" + DATELINE)).contains("named twice");
        assertThat(wrong("check", DATELINE, "--svg", folder.toString())).contains("cannot be written");
        assertThat(Ran.tansiq("check", "nowhere.scn").err()).startsWith("refused: nowhere.scn: no such file");
        assertThat(Ran.tansiq("check", DATA).err()).startsWith("refused: " + DATA.substring(0, DATA.length() - 1));
    }

    @Test
    void jsonIsTheGoldenFile() throws IOException {
        Ran ran = Ran.tansiq("check", DATELINE, "--json", "--lang", "ar");
        Path golden = Path.of("src/test/resources/org/tansiq/app/dateline.json");
        assertThat(ran.out()).isEqualTo(Files.readString(golden));
    }

    @Test
    void thePictureNamesBothAndLeavesNothingOpen() throws IOException {
        Path picture = folder.resolve("out.svg");
        Ran.tansiq("check", DATELINE, "--svg", picture.toString(), "--lang", "ar");
        assertThat(Files.readString(picture))
                .startsWith("<svg ")
                .endsWith("</svg>\n")
                .contains("direction=\"rtl\"")
                .contains("AC1", "AC2", "url(#hatch)")
                .doesNotContain("NaN", "Infinity");
    }

    @Test
    void helpSpeaksThreeLanguages() {
        assertThat(Ran.tansiq("check", "--help").out()).contains("look no further");
        assertThat(Ran.tansiq("check", "--help", "--lang", "ru").out()).contains("файлы заявок");
        assertThat(Ran.tansiq("check", "--help", "--lang=ar").out()).contains("ملفات إعلانات");
    }

    private static String wrong(String... args) {
        Ran ran = Ran.tansiq(args);
        assertThat(ran.exit()).isEqualTo(Exit.BAD_INPUT);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err().lines()).hasSize(1);
        return ran.err();
    }

    private static void assertSumCloses(Ran ran) {
        Matcher sum = SUM.matcher(ran.last());
        assertThat(sum.matches()).as(ran.last()).isTrue();
        long[] n = new long[6];
        for (int i = 1; i < n.length; i++) n[i] = Long.parseLong(sum.group(i).replace(",", ""));
        assertThat(n[1]).isEqualTo(n[2] + n[3] + n[4]);
        assertThat(n[5]).isEqualTo(n[2] * (n[2] - 1) / 2);
    }

    private String written(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }
}
