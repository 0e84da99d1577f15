package org.tansiq.app.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tansiq.app.declaration.InputFault;
import org.tansiq.core.Status;
import org.tansiq.core.party.Kind;
import org.tansiq.core.party.Role;
import org.tansiq.engine.JournalDoubt;
import org.tansiq.engine.RecordDoubt;
import org.tansiq.geometry.Fault;
import org.tansiq.wire.Acts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MessagesTest {
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");
    private static final JsonNode FILE = read();

    @Test
    void everyMessageStandsInAllThreeLanguagesWithTheSamePlaces() {
        for (String key : FILE.propertyNames()) {
            assertThat(FILE.path(key).propertyNames()).as(key).containsExactly("en", "ar", "ru");
            Set<String> places = places(FILE.path(key).path("en"));
            assertThat(places(FILE.path(key).path("ar"))).as(key).isEqualTo(places);
            assertThat(places(FILE.path(key).path("ru"))).as(key).isEqualTo(places);
        }
    }

    @Test
    void countedMessagesHaveEveryFormOfTheirLanguage() {
        for (String key : FILE.propertyNames()) {
            if (!FILE.path(key).path("en").isObject()) continue;
            assertThat(FILE.path(key).path("en").propertyNames()).as(key).containsExactly("one", "other");
            assertThat(FILE.path(key).path("ru").propertyNames()).as(key).containsExactly("one", "few", "many");
            assertThat(FILE.path(key).path("ar").propertyNames())
                    .as(key)
                    .containsExactly("zero", "one", "two", "few", "many", "other");
        }
    }

    @Test
    void everyFaultHasItsMessage() {
        Stream.concat(Arrays.stream(Fault.values()), Arrays.stream(InputFault.values()))
                .map(fault -> "fault." + fault.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .forEach(key -> assertThat(FILE.has(key)).as(key).isTrue());
    }

    @Test
    void everyActRoleKindStatusAndDoubtHasItsMessage() {
        List<Enum<?>> doubts = new ArrayList<>(List.of(RecordDoubt.Kind.values()));
        doubts.addAll(List.of(JournalDoubt.Kind.values()));
        assertThat(keys("doubt.")).containsExactlyInAnyOrderElementsOf(named("doubt.", doubts));
        assertThat(keys("role.")).containsExactlyInAnyOrderElementsOf(named("role.", List.of(Role.values())));
        assertThat(keys("kind.")).containsExactlyInAnyOrderElementsOf(named("kind.", List.of(Kind.values())));
        assertThat(keys("status.")).containsExactlyInAnyOrderElementsOf(named("status.", List.of(Status.values())));
        assertThat(keys("type."))
                .containsExactlyInAnyOrderElementsOf(
                        Acts.TYPES.stream().map("type."::concat).toList());
    }

    @Test
    void noMessageIsUnused() throws IOException {
        String source = source();
        List<String> families = List.of(
                "fault.",
                "skipped.",
                "remark.",
                "reason.",
                "demo.",
                "sky.",
                "window.",
                "unit.",
                "by.",
                "height.",
                "doubt.",
                "type.",
                "role.",
                "kind.",
                "status.",
                "problem.",
                "watch.",
                "level.",
                "event.alarm.",
                "detail.",
                "use.",
                "craft.",
                "preview.told.",
                "preview.not.",
                "thread.turn.",
                "step.",
                "change.",
                "refusal.offer-is.");
        for (String key : FILE.propertyNames())
            if (families.stream().noneMatch(key::startsWith))
                assertThat(source).as(key).contains('"' + key + '"');
        for (String family : families) assertThat(source).contains('"' + family.substring(0, family.length() - 1));
    }

    @Test
    void arabicAndRussianCountAsTheyAreSpoken() {
        assertThat(conflicts(Language.RU, 1, 2, 5, 11, 21, 104, 112))
                .containsExactly(
                        "1 конфликт",
                        "2 конфликта",
                        "5 конфликтов",
                        "11 конфликтов",
                        "21 конфликт",
                        "104 конфликта",
                        "112 конфликтов");
        assertThat(conflicts(Language.AR, 0, 1, 2, 3, 10, 11, 99, 100, 103))
                .containsExactly(
                        "لا تعارض",
                        "تعارض واحد",
                        "تعارضان",
                        "\u20683\u2069 تعارضات",
                        "\u206810\u2069 تعارضات",
                        "\u206811\u2069 تعارضًا",
                        "\u206899\u2069 تعارضًا",
                        "\u2068100\u2069 تعارض",
                        "\u2068103\u2069 تعارضات");
    }

    @Test
    void aNameFromOutsideReordersNothingAndHidesNothing() {
        Messages english = Messages.in(Language.EN);
        assertThat(english.name("Zone 1").text()).isEqualTo("Zone 1");
        assertThat(english.name("منطقة 1").text()).isEqualTo("\u2068منطقة 1\u2069");
        assertThat(english.name("a\u202eb\u001b[31m\n").text()).isEqualTo("a\ufffdb\ufffd[31m\ufffd");
        assertThat(Messages.in(Language.AR).name("Zone 1").text()).isEqualTo("\u2068Zone 1\u2069");
    }

    @Test
    void numbersAreWrittenAsEachLanguageWritesThem() {
        assertThat(Messages.in(Language.EN).threeDigits(12345.6).text()).isEqualTo("12,300");
        assertThat(Messages.in(Language.RU).decimal(-1234.56, 1).text()).isEqualTo("-1\u00a0234,6");
        assertThat(Messages.in(Language.EN).decimal(0.0004, 3).text()).isEqualTo("0");
    }

    @Test
    void anUnknownKeyOrPlaceIsAFault() {
        assertThatThrownBy(() -> Messages.in(Language.EN).say("no.such")).hasMessageContaining("no.such");
        assertThatThrownBy(() -> Messages.in(Language.EN).say("unit.m")).hasMessageContaining("value");
    }

    private static List<String> conflicts(Language language, long... counts) {
        return Arrays.stream(counts)
                .mapToObj(
                        n -> Messages.in(language).say("sum.conflicts", "n", n).text())
                .toList();
    }

    private static List<String> keys(String family) {
        return FILE.propertyNames().stream()
                .filter(key -> key.startsWith(family))
                .toList();
    }

    private static List<String> named(String family, List<? extends Enum<?>> all) {
        return all.stream().map(one -> family + one.name()).toList();
    }

    private static Set<String> places(JsonNode message) {
        List<String> texts = new ArrayList<>();
        if (message.isString()) texts.add(message.stringValue());
        else message.values().forEach(form -> texts.add(form.stringValue()));
        Set<String> places = new TreeSet<>();
        texts.forEach(text -> PLACE.matcher(text).results().forEach(found -> places.add(found.group(1))));
        return places;
    }

    private static String source() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) all.append(Files.readString(file));
        }
        return all.toString();
    }

    private static JsonNode read() {
        try (InputStream in = Objects.requireNonNull(Messages.class.getResourceAsStream(Messages.FILE))) {
            return JsonMapper.shared().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
