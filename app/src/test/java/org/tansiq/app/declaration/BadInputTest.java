package org.tansiq.app.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tansiq.app.declaration.Inputs.feature;
import static org.tansiq.app.declaration.Inputs.geojson;
import static org.tansiq.app.declaration.Inputs.line;
import static org.tansiq.app.declaration.Inputs.point;
import static org.tansiq.app.declaration.Inputs.polygon;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tansiq.geometry.Fault;

final class BadInputTest {
    private static final String GOOD = """
            {"type": "Feature", "geometry": {"type": "Point", "coordinates": [36, 33]},
             "properties": {"name": "Good", "radiusMetres": 5}}""";
    private static final String SQUARE = polygon("[36, 33], [37, 33], [37, 34], [36, 34], [36, 33]");

    private static void refused(Reading reading, String field, Enum<?> fault, Object... details) {
        assertThat(reading.refused()).hasSize(1);
        Refused why = reading.refused().getFirst();
        assertThat(why.fault()).isEqualTo(fault);
        assertThat(why.field()).isEqualTo(field);
        assertThat(why.details())
                .containsExactly(Stream.of(details).map(String::valueOf).toArray(String[]::new));
        assertThat(reading.declarations()).isEmpty();
    }

    static Stream<Arguments> coordinates() {
        return Stream.of(
                Arguments.of("[36, 91], [37, 33], [37, 34]", "[0][0]", Fault.LATITUDE, List.of("91.0", "90.0")),
                Arguments.of("[36, 33], [181, 33], [37, 34]", "[0][1]", Fault.LONGITUDE, List.of("181.0", "180.0")),
                Arguments.of("[36, 33], [1e999, 33], [37, 34]", "[0][1][0]", Fault.NOT_FINITE, List.of("Infinity")),
                Arguments.of("[36, 33], [NaN, 33], [37, 34]", "[0][1][0]", Fault.NOT_FINITE, List.of("NaN")),
                Arguments.of("[36, 33], [37, 33]", "", Fault.TOO_FEW_VERTICES, List.of("2", "3")),
                Arguments.of("[36, 33], [37, 34], [37, 33], [36, 34]", "", Fault.CROSSES_ITSELF, List.of("1", "3")),
                Arguments.of("[36, 33], [37, 33], [37, 33], [36, 34]", "", Fault.REPEATED_VERTEX, List.of("2", "3")),
                Arguments.of("[0, 0], [0, 60], [180, 0]", "", Fault.ANTIPODAL_NEIGHBOURS, List.of("3", "1")),
                Arguments.of("[36], [37, 33], [37, 34]", "[0][0]", InputFault.WRONG_COUNT, List.of("1", "2")),
                Arguments.of("7, [37, 33], [37, 34]", "[0][0]", InputFault.WRONG_TYPE, List.of("number", "array")),
                Arguments.of("[\"x\", 3]", "[0][0][0]", InputFault.WRONG_TYPE, List.of("string", "number")));
    }

    @ParameterizedTest
    @MethodSource("coordinates")
    void aBrokenOutlineIsRefusedWithItsPlace(String ring, String path, Enum<?> fault, List<String> details) {
        refused(feature(polygon(ring), ""), "geometry.coordinates" + path, fault, details.toArray());
    }

    @Test
    void moreThanAHemisphereIsRefused() {
        Refused why =
                feature(polygon("[0, 0], [120, 0], [-120, 0]"), "").refused().getFirst();
        assertThat(why.fault()).isEqualTo(Fault.HEMISPHERE);
    }

    @Test
    void tooManyVerticesAreRefused() {
        StringBuilder ring = new StringBuilder();
        for (int i = 0; i < 10_002; i++)
            ring.append(i == 0 ? "" : ",").append("[").append(i / 1e4).append(", 1]");
        refused(
                feature(polygon(ring.toString()), ""),
                "geometry.coordinates[0]",
                Fault.TOO_MANY_VERTICES,
                10_002,
                10_000);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "'\"floor\": {\"value\": 90, \"unit\": \"FL\"}, \"ceiling\": {\"value\": 80, \"unit\": \"FL\"}'"
                        + "; ceiling; FLOOR_ABOVE_CEILING; 2743.2, 2438.4",
                "'\"floor\": {\"value\": 90, \"unit\": \"yd\", \"reference\": \"AGL\"}'"
                        + "; floor.unit; UNKNOWN_VALUE; 'yd, FL, ft, m'",
                "'\"floor\": {\"value\": 90, \"unit\": \"m\", \"reference\": \"QFE\"}'"
                        + "; floor.reference; UNKNOWN_VALUE; 'QFE, AGL, AMSL, FL, W84'",
                "'\"floor\": {\"value\": 90, \"unit\": \"m\"}'; floor.reference; MISSING; ''",
                "'\"floor\": {\"value\": 9.5, \"unit\": \"ft\", \"reference\": \"AGL\"}'"
                        + "; floor.value; NOT_WHOLE; 9.5",
                "'\"floor\": {\"value\": 1e300, \"unit\": \"ft\", \"reference\": \"AGL\"}'; floor; HEIGHT; *",
                "'\"floor\": 90'; floor; WRONG_TYPE; number, object",
                "'\"groundMetres\": [9, 8]'; groundMetres; FLOOR_ABOVE_CEILING; 9.0, 8.0",
                "'\"groundMetres\": [9]'; groundMetres; WRONG_COUNT; 1, 2",
                "'\"from\": \"2026-03-01T06:00:00\"'; from; TIME_WITHOUT_ZONE; 2026-03-01T06:00:00",
                "'\"from\": \"2026-02-30T06:00:00Z\"'; from; NOT_A_TIME; 2026-02-30T06:00:00Z",
                "'\"from\": \"2026-03-01T06:00:60Z\"'; from; NOT_A_TIME; 2026-03-01T06:00:60Z",
                "'\"from\": \"today\"'; from; NOT_A_TIME; today",
                "'\"from\": 7'; from; WRONG_TYPE; number, string",
                "'\"from\": \"2026-03-01T06:00:01Z\", \"until\": \"2026-03-01T09:00:00+03:00\"'"
                        + "; until; UNTIL_BEFORE_FROM; 2026-03-01T06:00:00Z, 2026-03-01T06:00:01Z",
                "'\"from\": \"2026-03-01T06:00:00Z\", \"windows\": []'; windows; GIVEN_TWICE; 'windows, from, until'",
                "'\"windows\": []'; windows; MISSING; ''",
                "'\"windows\": [7]'; windows[0]; WRONG_TYPE; number, object",
                "'\"shape\": \"blob\"'; shape; UNKNOWN_VALUE; *",
                "'\"radiusMetres\": 5'; radiusMetres; NOT_FOR_SHAPE; radiusMetres, polygon",
                "'\"Floor\": 5'; Floor; MISSPELT; Floor, floor",
                "'\"radius\": 5'; radius; MISSPELT; radius, radiusMetres",
                "'\"width_meters\": 5'; width_meters; MISSPELT; width_meters, widthMetres",
                "'\"precisionMetres\": -1'; precisionMetres; PRECISION; *",
                "'\"precisionMetres\": 1, \"positionForm\": \"LATM\"'; precisionMetres; GIVEN_TWICE; *",
                "'\"positionForm\": \"LATX\"'; positionForm; UNKNOWN_VALUE; 'LATX, LATD, LATM, LATS'",
                "'\"edge\": \"curved\"'; edge; UNKNOWN_VALUE; 'curved, geodesic, rhumb'",
                "'\"place\": 5'; place; WRONG_TYPE; number, string",
                "'\"minus\": [7]'; minus[0]; WRONG_TYPE; number, object",
                "'\"place\": \"a\", \"place\": \"b\"'; place; DUPLICATE_PROPERTY; place",
            })
    void aBrokenPropertyIsRefusedByName(String properties, String field, String fault, String details) {
        Refused why = feature(SQUARE, properties).refused().getFirst();
        assertThat(why.fault().name()).isEqualTo(fault);
        assertThat(why.field()).isEqualTo("properties." + field);
        if (!details.equals("*")) assertThat(String.join(", ", why.details())).isEqualTo(details);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "'\"radiusMetres\": 1000001'; radiusMetres; RADIUS",
                "'\"radiusMetres\": 0'; radiusMetres; NOT_POSITIVE",
                "'\"radiusMetres\": 5, \"radiusKm\": 5'; radiusKm; GIVEN_TWICE",
                "'\"shape\": \"circle\"'; radiusMetres; MISSING",
                "'\"shape\": \"radial-arc\", \"outerRadiusKm\": 5'; firstBearing; MISSING",
                "'\"shape\": \"radial-arc\", \"outerRadiusKm\": 5, \"firstBearing\": 0, \"lastBearing\": 360'"
                        + "; lastBearing; BEARINGS_EQUAL",
                "'\"shape\": \"radial-arc\", \"outerRadiusKm\": 5, \"firstBearing\": 361, \"lastBearing\": 0'"
                        + "; firstBearing; BEARING",
                "'\"shape\": \"radial-arc\", \"outerRadiusKm\": 5, \"innerRadiusKm\": 5, \"firstBearing\": 0,"
                        + " \"lastBearing\": 9'; innerRadiusKm; INNER_RADIUS",
                "'\"shape\": \"cake\", \"layers\": []'; layers; MISSING",
                "'\"radiusMetres\": 5, \"minus\": [{\"geometry\": {\"type\": \"Point\", \"coordinates\": [1, 2]}}]'"
                        + "; minus[0]; MINUS_WITHOUT_VOLUME",
            })
    void aBrokenRoundShapeIsRefused(String properties, String field, String fault) {
        Refused why = feature(point(36, 33), properties).refused().getFirst();
        assertThat(why.fault().name()).isEqualTo(fault);
        assertThat(why.field()).isEqualTo("properties." + field);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "'\"shape\": \"orbit\", \"widthKm\": 5'; geometry.coordinates; WRONG_COUNT",
                "'\"shape\": \"track\", \"legs\": []'; properties.legs; WRONG_COUNT",
                "'\"shape\": \"moving\", \"widthKm\": 5, \"times\": []'; properties.times; WRONG_COUNT",
                "'\"shape\": \"circle\", \"radiusKm\": 5'; geometry.coordinates; UNKNOWN_VALUE",
                "'\"shape\": \"moving\", \"widthKm\": 5, \"times\": [\"2026-03-01T06:00:00Z\","
                        + " \"2026-03-01T05:00:00Z\", \"2026-03-01T07:00:00Z\"]'"
                        + "; properties.times[1]; UNTIL_BEFORE_FROM",
            })
    void aBrokenLineShapeIsRefused(String properties, String field, String fault) {
        Refused why = feature(line("[36, 33], [37, 33], [37, 34]"), properties)
                .refused()
                .getFirst();
        assertThat(why.fault().name()).isEqualTo(fault);
        assertThat(why.field()).isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource({
        "0007, U+0007",
        "009F, U+009F",
        "200B, U+200B",
        "202A, U+202A",
        "202E, U+202E",
        "2066, U+2066",
        "2069, U+2069",
        "206A, U+206A",
        "D800, U+D800"
    })
    void aNameThatHidesOrTurnsTextIsRefused(String escape, String shown) {
        Reading reading = geojson(GOOD.replace("Good", "a\\u" + escape));
        refused(reading, "properties.name", InputFault.TEXT_CHARACTER, shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"مسح\\u200Cها", "a\\u200Db", "a\\u200Eb", "a\\u200Fb", "\\u061Ca", "a\\u202Fb", "Восток"})
    void marksThatArabicNeedsAreKept(String name) {
        assertThat(geojson(GOOD.replace("Good", name)).declarations()).hasSize(1);
    }

    @Test
    void aNameTooLongOrMissingIsRefused() {
        refused(geojson(GOOD.replace("Good", "x".repeat(201))), "properties.name", InputFault.TEXT_TOO_LONG, 201, 200);
        refused(geojson(GOOD.replace("name", "nom")), "properties.name", InputFault.MISSING);
        refused(geojson(GOOD.replace("Good", " ")), "properties.name", InputFault.MISSING);
    }

    @ParameterizedTest
    @CsvSource({
        "'', EMPTY_FILE",
        "' \n ', EMPTY_FILE",
        "[], NOT_GEOJSON",
        "7, NOT_GEOJSON",
        "{}, MISSING",
        "'{\"type\": \"Point\", \"coordinates\": [1, 2]}', NOT_GEOJSON",
        "'{\"type\": \"FeatureCollection\"}', MISSING",
        "'{\"type\": \"FeatureCollection\", \"features\": {}}', WRONG_TYPE",
        "'{\"type\": \"FeatureCollection\", \"features\": []} x', NOT_JSON",
        "'{\"type\": \"FeatureCollection\", \"features\": []} {}', TRAILING",
        "'{\"type\": \"FeatureCollection\", \"type\": \"Feature\"}', DUPLICATE_PROPERTY",
        "hello, NOT_JSON",
        "'{\"type\": ', TRUNCATED"
    })
    void aFileThatIsNoGeoJsonIsRefusedAsAFile(String text, String fault) {
        Reading reading = geojson(text);
        assertThat(reading.refused()).singleElement().satisfies(why -> {
            assertThat(why.fault().name()).isEqualTo(fault);
            assertThat(why.source().kind()).isEqualTo(Source.Kind.FILE);
        });
        assertThat(reading.read()).isEqualTo(1);
    }

    @Test
    void whatWasReadBeforeTheFileBrokeIsKept() {
        Reading reading = geojson("{\"type\": \"FeatureCollection\", \"features\": [" + GOOD + ", {\"ty");
        assertThat(reading.declarations()).hasSize(1);
        assertThat(reading.refused())
                .singleElement()
                .satisfies(why -> assertThat(why.fault()).isEqualTo(InputFault.TRUNCATED));
        assertThat(reading.read()).isEqualTo(2);
    }

    @Test
    void whatFollowsABrokenFeatureIsRead() {
        String deep = "[".repeat(200) + "]".repeat(200);
        Reading reading = geojson(
                "{\"type\": \"FeatureCollection\", \"features\": [{\"a\": " + deep + "}, 7, {}, " + GOOD + "]}");
        assertThat(reading.refused())
                .extracting(Refused::fault)
                .containsExactly(InputFault.TOO_DEEP, InputFault.WRONG_TYPE, InputFault.MISSING);
        assertThat(reading.refused()).extracting(why -> why.source().number()).containsExactly(1L, 2L, 3L);
        assertThat(reading.declarations()).hasSize(1);
    }

    @Test
    void nestingWithoutEndIsRefused() {
        String deep = "{\"type\": \"FeatureCollection\", \"features\": [" + "[".repeat(100_000);
        refused(geojson(deep), "", InputFault.TOO_DEEP, 1_001, 1_000);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 8_190, 8_191, 8_192, 20_000})
    void brokenUtf8IsRefusedWithItsLine(int before) {
        String text = "\n" + " ".repeat(before) + "\n" + GOOD.replace("Good", "\u062d\ud83d\ude81X") + "\n\n";
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Reading whole = DeclarationFile.read("a.json", new ByteArrayInputStream(bytes), Inputs.TERMS);
        assertThat(whole.declarations()).extracting(Declaration::name).containsExactly("\u062d\ud83d\ude81X");
        int x = new String(bytes, StandardCharsets.ISO_8859_1).indexOf('X');
        bytes[x] = (byte) 0xC0;
        Reading broken = DeclarationFile.read("a.json", new ByteArrayInputStream(bytes), Inputs.TERMS);
        refused(broken, "", InputFault.BROKEN_UTF8, 4);
    }

    @Test
    void aCharacterCutOffAtTheEndIsNotUtf8() {
        byte[] bytes = (GOOD + "\n\u062d").getBytes(StandardCharsets.UTF_8);
        byte[] cut = Arrays.copyOf(bytes, bytes.length - 1);
        Reading reading = DeclarationFile.read("a.json", new ByteArrayInputStream(cut), Inputs.TERMS);
        assertThat(reading.refused()).extracting(Refused::fault).containsExactly(InputFault.BROKEN_UTF8);
        assertThat(reading.refused().getFirst().details()).containsExactly("3");
    }

    @Test
    void anEnormousFileIsNotReadToItsEnd() {
        Limits few = new Limits(1_000, 3, 2);
        Terms terms = new Terms(Inputs.TERMS.day(), Terms.HORIZON, 5, 1000, few);
        Reading reading = Inputs.read("a.json", GOOD + " ".repeat(2_000), terms);
        assertThat(reading.refused()).extracting(Refused::fault).containsExactly(InputFault.FILE_TOO_LARGE);
        String four = String.join(", ", List.of("{}", GOOD, GOOD, GOOD));
        reading = Inputs.read("a.json", "{\"type\": \"FeatureCollection\", \"features\": [" + four + "]}", terms);
        assertThat(reading.declarations()).hasSize(2);
        assertThat(reading.refused())
                .extracting(Refused::fault)
                .containsExactly(InputFault.MISSING, InputFault.TOO_MANY_FEATURES);
        reading = Inputs.read("a.json", "{\"type\": \"FeatureCollection\", \"features\": [7, 7, 7]}", terms);
        assertThat(reading.refused())
                .hasSize(3)
                .last()
                .satisfies(why -> assertThat(why.fault()).isEqualTo(InputFault.TOO_MANY_REFUSED));
    }

    @Test
    void aFileThatIsNotThereIsRefused() {
        Reading reading = DeclarationFile.read(Path.of("no-such-file.json"), Inputs.TERMS);
        refused(reading, "", InputFault.NOT_FOUND);
        refused(DeclarationFile.read(Inputs.root(), Inputs.TERMS), "", InputFault.UNREADABLE);
    }

    @Test
    void anotherDatumIsRefused() {
        String crs = "{\"type\": \"FeatureCollection\", \"crs\": {\"type\": \"name\", \"properties\": {\"name\": "
                + "\"%s\"}}, \"features\": []}";
        assertThat(geojson(crs.formatted("EPSG:3857")).refused()).hasSize(1);
        assertThat(geojson(crs.formatted("urn:ogc:def:crs:OGC:1.3:CRS84")).refused())
                .isEmpty();
    }

    @Test
    void tooManyWindowsPartsAndVolumesAreRefused() {
        String windows = "{},".repeat(1_001);
        String list = "\"windows\": [" + windows.substring(0, windows.length() - 1) + "]";
        refused(feature(SQUARE, list), "properties.windows", InputFault.TOO_MANY_WINDOWS, 1_001, 1_000);
        String layers = "{\"radiusKm\": 1},".repeat(4);
        String cake = "\"shape\": \"cake\", \"layers\": [" + layers.substring(0, layers.length() - 1) + "], "
                + list.replaceFirst("\\{},", "");
        refused(feature(point(36, 33), cake), "", InputFault.TOO_MANY_VOLUMES, 4_000, 3_000);
        String points = "[1, 1],".repeat(1_001);
        String many = "{\"type\": \"MultiPoint\", \"coordinates\": [" + points.substring(0, points.length() - 1) + "]}";
        refused(feature(many, "\"radiusKm\": 1"), "geometry", InputFault.TOO_MANY_PARTS, 1_001, 1_000);
    }
}
