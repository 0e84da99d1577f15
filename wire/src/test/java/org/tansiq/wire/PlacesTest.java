package org.tansiq.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tansiq.core.Bytes;
import org.tansiq.core.Malformed;
import org.tansiq.core.places.Place;
import org.tansiq.core.places.PlaceText;

/** The places of the rules, and what a file of them may say. */
final class PlacesTest {
    private static final Path FOLDER = Path.of("../data/gazetteer");
    private static final String TOWN =
            "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":"
                    + "{\"id\":7,\"en\":\"Town\",\"ar\":\"بلدة\",\"p\":20000,\"c\":\"SY\",\"r\":2},"
                    + "\"geometry\":{\"type\":\"Point\",\"coordinates\":[38.5,35.25]}}]}";
    /** One name, without a second behind a stroke, a comma or in brackets, in one script. */
    private static final Pattern LATIN = Pattern.compile("[\\p{IsLatin} '’‘-]+");

    private static final Pattern ARABIC = Pattern.compile("[\\p{IsArabic} ]+");
    private static final Pattern CYRILLIC = Pattern.compile("[\\p{IsCyrillic} -]+");

    private static Bytes bundled(String name) throws IOException {
        return Bytes.of(Files.readAllBytes(FOLDER.resolve(name)));
    }

    private static List<Place> read(String overrides) {
        return Places.read(Bytes.of(TOWN), Bytes.of(overrides));
    }

    @Test
    void ourOwnTableHoldsAtMostOneNameForEachScriptAndPlace() throws IOException {
        List<String> ids = new ArrayList<>();
        for (Json row : ((Json.Items) Json.parse(bundled("overrides.json"))).items()) {
            for (Json.Member field : ((Json.Fields) row).members()) {
                if (!(field.value() instanceof Json.Text text)) continue;
                switch (field.name()) {
                    case "id" -> ids.add(text.value());
                    case "en" -> assertThat(text.value()).matches(LATIN);
                    case "ar" -> assertThat(text.value()).matches(ARABIC);
                    case "ru" -> assertThat(text.value()).matches(CYRILLIC);
                    default -> assertThat(field.name()).isEqualTo("source");
                }
            }
        }
        assertThat(ids).doesNotHaveDuplicates().hasSizeGreaterThan(30);
    }

    @Test
    void everyPlaceOfOurOwnIsFoundByEachOfItsNames() throws IOException {
        List<Place> all = Places.read(bundled("cities.json"), bundled("overrides.json"));
        List<Place> own =
                all.stream().filter(place -> !place.id().matches("[0-9]+")).toList();
        assertThat(all.size()).isGreaterThan(2_100);
        assertThat(own).hasSizeGreaterThan(20);
        for (Place place : own) {
            assertThat(place.precision()).as(place.id()).isBetween(500.0, 5_000.0);
            assertThat(place.names()).as(place.id()).hasSize(3);
            for (String name : place.names())
                assertThat(Places.all().surely(PlaceText.of(name)).getFirst().from())
                        .as(name)
                        .isEqualTo(place);
        }
    }

    @Test
    void whatARowSaysStandsAndWhatItLeavesOutStays() {
        Place place = read("[{\"id\":\"7\",\"en\":\"City\",\"precisionMetres\":500,\"source\":\"us\"}]")
                .getFirst();
        assertThat(place.names()).containsExactly("City", "بلدة");
        assertThat(place.at().lat()).isEqualTo(35.25);
        assertThat(place.precision()).isEqualTo(500);
        assertThat(place.radius()).isEqualTo(2000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[{\"id\":\"7\",\"en\":\"City\"}]",
                "[{\"id\":\"7\",\"en\":\"City\",\"en\":\"Town\",\"source\":\"us\"}]",
                "[{\"id\":\"7\",\"en\":[\"City\",\"Town\"],\"source\":\"us\"}]",
                "[{\"id\":\"8\",\"en\":\"City\",\"source\":\"us\"}]",
                "[{\"id\":\"8\",\"en\":\"City\",\"lat\":95,\"lng\":3,\"source\":\"us\"}]",
                "[{\"id\":\"8\",\"en\":\"City\",\"lat\":35,\"source\":\"us\"}]",
                "[{\"id\":\"7\",\"height\":3,\"source\":\"us\"}]"
            })
    void aRowThatIsNoneIsRefused(String overrides) {
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> read(overrides));
    }
}
