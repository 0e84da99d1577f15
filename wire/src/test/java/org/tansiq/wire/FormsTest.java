package org.tansiq.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tansiq.core.Bytes;
import org.tansiq.core.Command;
import org.tansiq.core.Event;
import org.tansiq.core.Malformed;
import org.tansiq.core.Reading;
import org.tansiq.core.Refusal;
import org.tansiq.core.airspace.AirspaceCommand;

/** Everything that can be said, decided and refused has one form, and is read from that form alone. */
final class FormsTest {
    private static final int EACH = 20;

    static List<Class<?>> commands() {
        return Samples.kinds(Command.class);
    }

    static List<Class<?>> events() {
        return Samples.kinds(Event.class);
    }

    static List<Class<?>> refusals() {
        return Samples.kinds(Refusal.class);
    }

    private static <T> Stream<T> samples(Class<T> of) {
        return Stream.iterate(0L, seed -> seed + 1).limit(EACH).map(seed -> new Samples(seed).of(of));
    }

    private static Reading read(Acts.Said said) {
        return Acts.read(said.type(), said.envelope(), said.details());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aCommandIsReadAsItWasWritten(Class<? extends Command> type) {
        samples(type).forEach(command -> assertThat(read(Acts.write(command))).isEqualTo(new Reading.Clear(command)));
    }

    @ParameterizedTest
    @MethodSource("events")
    void anEventIsReadAsItWasWritten(Class<? extends Event> type) {
        samples(type).forEach(event -> {
            Bytes text = HallForms.EVENT.write(event).bytes();
            assertThat(HallForms.EVENT.read(Json.parse(text))).isEqualTo(event);
            assertThat(HallForms.EVENT.write(event).bytes()).isEqualTo(text);
        });
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void aRefusalIsReadAsItWasWritten(Class<? extends Refusal> type) {
        samples(type)
                .forEach(why -> assertThat(HallForms.REFUSAL.read(
                                Json.parse(HallForms.REFUSAL.write(why).bytes())))
                        .isEqualTo(why));
    }

    @Test
    void everyTypeOfNoteHasAnExampleThatSaysSomething() {
        for (String type : Acts.TYPES) {
            Reading reading = read(Acts.example(type));
            assertThat(reading).as(type).isInstanceOf(Reading.Clear.class);
            assertThat(Acts.write(((Reading.Clear) reading).command()).type()).isEqualTo(type);
        }
        assertThat(Acts.TYPES).hasSameSizeAs(commands());
    }

    /** Each part of each command, in turn: left out, named otherwise, of another kind, said twice. */
    @ParameterizedTest
    @MethodSource("commands")
    void whatIsNotTheFormIsRefused(Class<? extends Command> type) {
        Acts.Said said = Acts.write(new Samples(7).of(type));
        Json.Fields whole = (Json.Fields) Json.parse(said.envelope());
        for (int i = 0; i < whole.members().size(); i++) {
            Json.Member member = whole.members().get(i);
            refused(said, with(whole, i, new Json.Member("not" + member.name(), member.value())));
            if (!(member.value() instanceof Json.Truth))
                refused(said, with(whole, i, new Json.Member(member.name(), new Json.Truth(true))));
            refused(said, whole.text().replaceFirst("\\{", "{\"" + member.name() + "\":0,"));
        }
        refused(said, whole.text().replaceFirst("\\{", "{\"more\":0,"));
        refused(said, "[" + whole.text() + "]");
        refused(said, whole.text() + whole.text());
        assertThat(Acts.read(said.type(), said.envelope(), Bytes.of("{}"))).isInstanceOf(Reading.Unclear.class);
        assertThat(Acts.read("no.such", said.envelope(), Bytes.NONE)).isInstanceOf(Reading.Unclear.class);
    }

    private static String with(Json.Fields whole, int place, Json.Member other) {
        List<Json.Member> members = new ArrayList<>(whole.members());
        members.set(place, other);
        return new Json.Fields(members).text();
    }

    // The details are as they should be: what is refused is this envelope.
    private static void refused(Acts.Said said, String body) {
        assertThat(Acts.read(said.type(), Bytes.of(body), said.details()))
                .as(body)
                .isInstanceOf(Reading.Unclear.class);
    }

    /** What is declared, the first of some words in it written otherwise. */
    private static Reading declared(String part, String other) {
        Acts.Said said = Acts.example("airspace.declare");
        String text = said.envelope().text();
        assertThat(text).contains(part);
        String changed = text.replaceFirst(Pattern.quote(part), Matcher.quoteReplacement(other));
        return Acts.read(said.type(), Bytes.of(changed), said.details());
    }

    private static Reading unclear(String field, String value, String limit) {
        return new Reading.Unclear("envelope." + field, value, limit);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            [34.55, 38.28] | [91, 38.28] | positions.[0].[0] | 91 | -90 to 90 degrees
            [34.55, 38.28] | [-90.5, 181] | positions.[0].[0] | -90.5 | -90 to 90 degrees
            [34.55, 38.28] | [34.55, -180.01] | positions.[0].[1] | -180.01 | -180 to 180 degrees
            [34.55, 38.28] | [35.2, 38.6] | positions | vertices 1 and 2 | each position once
            [34.55, 38.28] | [-35.2, -141.4] | positions | vertices 1 and 2 | neighbours less than half the Earth apart
            [34.55, 38.28], [35.2, 38.6], | `` | positions | 1 | at least 2 vertices
            "chain" | "spot" | positions | 3 | 1 position
            5000 | -1 | radiusMetres | -1 | 0 to 900000 metres
            5000 | 900000.5 | radiusMetres | 900000.5 | 0 to 900000 metres
            5000 | 1e9 | radiusMetres | 1000000000 | 0 to 900000 metres
            ": 31, | ": -0.5, | precisionMetres | -0.5 | 0 to 120000 metres
            ": 31, | ": 120001, | precisionMetres | 120001 | 0 to 120000 metres
            3000000 | -12000001 | heights.floor.millimetres | -12000001 | -12000 to 100000 metres
            5500000 | 9223372036854775807 | heights.ceiling.millimetres | 9223372036854775807 | -12000 to 100000 metres
            5500000 | 2999999 | heights.ceiling.millimetres | 2999999 | not below the lower end
            """)
    void whatGeometryRefusesIsToldInTheFieldInWhichItStood(
            String part, String other, String field, String value, String limit) {
        assertThat(declared(part, other)).isEqualTo(unclear("volumes.[0]." + field, value, limit));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ring | [1, 1], [1, 2], [2, 1] | holes | inner ring 1 | inside the outer ring, apart from others
            ring | [35, 38.6], [35.3, 38.7], [35, 38.6], [36, 38.75] | holes.[0] | vertices 1 and 3 | each position once
            ring | [35, 38.6], [35.3, 38.7] | holes.[0] | 2 | at least 3 vertices
            ring | [35, 38.6], [35.3, 38.7], [91, 0] | holes.[0].[2].[0] | 91 | -90 to 90 degrees
            chain | [1, 1], [1, 2], [2, 1] | holes | 1 | none but in a ring
            """)
    void itIsToldWhichRingIsUnsound(String shape, String hole, String field, String value, String limit) {
        assertThat(declared("\"chain\"", "\"" + shape + "\",\"holes\":[[" + hole + "]]"))
                .isEqualTo(unclear("volumes.[0]." + field, value, limit));
    }

    @ParameterizedTest
    @CsvSource({
        "-12000001, 0, lowest, -12000001, -12000 to 100000 metres",
        "100000001, 0, lowest, 100000001, -12000 to 100000 metres",
        "0, 100000001, highest, 100000001, -12000 to 100000 metres",
        "0, -1, highest, -1, not below the lower end"
    })
    void aGroundIsToldByTheEndThatIsUnsound(long lowest, long highest, String end, String value, String limit) {
        String ground = "\"ground\":{\"lowestMillimetres\":" + lowest + ",\"highestMillimetres\":" + highest + "},";
        assertThat(declared("\"heights\": {", "\"heights\": {" + ground))
                .isEqualTo(unclear("volumes.[0].heights.ground." + end + "Millimetres", value, limit));
    }

    @Test
    void aWindowEndsNotBeforeItBegins() {
        assertThat(declared("T08:00", "T05:00"))
                .isEqualTo(unclear("windows.[0].until", "2026-12-01T05:00:00.000000Z", "not before the beginning"));
    }

    @Test
    void theCoverOfATheatreIsOneRing() {
        Acts.Said said = Acts.example("theatre.found");
        String text = said.envelope()
                .text()
                .replaceFirst("(?s)\"outline\": *\\[.*?\\]\\s*\\]", "\"outline\":[[1,1],[2,2],[2,1],[1,2]]");
        assertThat(Acts.read(said.type(), Bytes.of(text), said.details()))
                .isEqualTo(new Reading.Unclear(
                        "envelope.theatre.cover.outline", "edges 1 and 3", "edges that neither cross nor touch"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"name\":\"a\"}", "no JSON"})
    void aTypeThatIsNoneIsToldWhateverTheSectionsSay(String details) {
        for (String envelope : List.of("", "{}"))
            assertThat(Acts.read("airspace.declarx", Bytes.of(envelope), Bytes.of(details)))
                    .isEqualTo(new Reading.Unclear("type", "airspace.declarx", String.join(", ", Acts.TYPES)));
        if (!details.isEmpty())
            assertThat(Acts.read("conflict.see", Bytes.of("{}"), Bytes.of(details)))
                    .isEqualTo(new Reading.Unclear("details", details, "nothing, for conflict.see"));
    }

    /** No word of a library is on the record: it would be another one with the library's next version. */
    @Test
    void whatIsNoJsonIsToldByItsPlace() {
        assertThat(Acts.read("conflict.see", Bytes.of("{\"conflict\": x}"), Bytes.NONE))
                .isEqualTo(new Reading.Unclear("envelope", "line 1, column 14", "JSON"));
        assertThat(Acts.read("conflict.see", Bytes.of("{\"a\":{\"b\":1,\"b\":2}}"), Bytes.NONE))
                .isEqualTo(new Reading.Unclear("envelope.a.b", "twice", "every field once"));
    }

    @ParameterizedTest
    @ValueSource(classes = {AirspaceCommand.Declare.class, AirspaceCommand.Amend.class, AirspaceCommand.Offer.class})
    void detailsThatAreNotTheFormAreRefused(Class<? extends Command> type) {
        Acts.Said said = Acts.write(new Samples(7).of(type));
        String details = said.details().text();
        for (String body : List.of(
                "",
                "{}",
                "[" + details + "]",
                details.replaceFirst("\\{", "{\"more\":0,"),
                details.replace("\"name\"", "\"nome\""),
                details.replaceFirst("\"use\":\"[^\"]*\"", "\"use\":\"anything\"")))
            assertThat(Acts.read(said.type(), said.envelope(), Bytes.of(body)))
                    .as(body)
                    .isInstanceOfSatisfying(
                            Reading.Unclear.class,
                            why -> assertThat(why.field()).startsWith("details"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"event\":\"no.such\"}", "{\"event\":7}", "{}", "[]", "{\"event\":\"terms.lapsed\"}"})
    void anEventThatIsNoneIsRefused(String text) {
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> HallForms.EVENT.read(Json.parse(Bytes.of(text))));
    }

    @Test
    void everyAnswerIsReadAsItWasWritten() {
        for (Class<?> kind : Answer.class.getPermittedSubclasses())
            if (kind != Answer.Sequenced.class)
                samples(kind).forEach(value -> {
                    Answer answer = (Answer) value;
                    assertThat(Answer.FORM.read(Json.parse(answer.bytes()))).isEqualTo(answer);
                });
    }
}
