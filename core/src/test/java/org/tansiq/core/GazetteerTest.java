package org.tansiq.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tansiq.core.places.Gazetteer;
import org.tansiq.core.places.Place;
import org.tansiq.core.places.PlaceText;
import org.tansiq.geometry.Core;
import org.tansiq.geometry.Footprint;
import org.tansiq.geometry.Position;

/** Places by name, and how far a name is from what is declared. */
final class GazetteerTest {
    private static final Position VILLAGE = new Position(34.9375, 36.6224);
    private static final Position TOWN = new Position(35.9528, 39.0079);
    private static final Gazetteer PLACES = Gazetteer.of(List.of(
            place("village", "Ḩarbinafsah", VILLAGE, 1000, 0),
            place("town", "Raqqa", TOWN, 5000, 177_636),
            place("far", "Roqqah", new Position(33, 44), 1000, 0),
            place("other", "Hama", new Position(35.1318, 36.7578), 5000, 460_602)));

    private static Place place(String id, String name, Position at, double radius, int people) {
        return new Place(id, Optional.of(name), Optional.empty(), Optional.empty(), at, radius, 1000, people);
    }

    private static String first(String name) {
        return PLACES.find(name, 1).getFirst().place().id();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Hirbinifsah", "Harbnafsah", "حربنفسه", "حر بنفسة", "Хирбнафса"})
    void fourSpellingsFindOneVillage(String name) {
        assertThat(first(name)).isEqualTo("village");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Raqqa", "Rakka", "الرقة", "Ракка", "ar-Raqqah", "Er-Rakka", "Alraqqa"})
    void fiveSpellingsFindOneTown(String name) {
        assertThat(first(name)).isEqualTo("town");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "!", "Pepsi", "Stockholm", "12"})
    void whatSoundsLikeNothingFindsNothing(String name) {
        assertThat(PLACES.find(name, 5)).isEmpty();
    }

    @Test
    void noMoreIsFoundThanIsAsked() {
        assertThat(PLACES.find("Raqqa", 1)).hasSize(1);
        assertThat(PLACES.find("Raqqa", 5)).hasSize(2);
    }

    private static List<Footprint> disc(Position from, double bearing, double metres) {
        return List.of(new Footprint(Core.spot(from.destination(bearing, metres)), 1000));
    }

    /** A disc of 1 km round a middle that lies some metres from a village: 2 km are let pass. */
    @ParameterizedTest
    @CsvSource({
        "0, 0, false",
        "900, 0, false",
        "2500, 1500, false",
        "2990, 1990, false",
        "3010, 2010, true",
        "10000, 9000, true"
    })
    void aNameIsFarWhereItIsBeyondTheLimit(double middle, double metres, boolean far) {
        Gazetteer.Away away =
                PLACES.away("Hirbinifsah", disc(VILLAGE, 90, middle), 0).orElseThrow();
        assertThat(away.metres()).isCloseTo(metres, within(1.0));
        assertThat(away.far()).isEqualTo(far);
    }

    @Test
    void aLargePlaceReachesFarther() {
        assertThat(PLACES.away("Raqqa", disc(TOWN, 0, 5900), 0).orElseThrow().far())
                .isFalse();
        assertThat(PLACES.away("Raqqa", disc(TOWN, 0, 6100), 0).orElseThrow().far())
                .isTrue();
        assertThat(PLACES.away("Raqqa", disc(TOWN, 0, 6100), 8000).orElseThrow().far())
                .isFalse();
    }

    /** Of two that may be meant the nearer agrees. */
    @Test
    void everyPlaceOfTheNameIsTried() {
        assertThat(PLACES.away("Raqqa", disc(new Position(33, 44), 0, 0), 0)
                        .orElseThrow()
                        .place()
                        .id())
                .isEqualTo("far");
    }

    @Test
    void whatIsNotKnownIsNotFar() {
        assertThat(PLACES.away("Palmyra to Raqqa", disc(TOWN, 0, 0), 0)).isEmpty();
    }

    @Test
    void aReferenceLeadsFromEachPlaceThatMayBeMeant() {
        List<Gazetteer.Reached> reached = PLACES.reached(PlaceText.of("12 km 090 Raqqa"));
        assertThat(reached).extracting(one -> one.from().id()).containsExactly("town", "far");
        assertThat(reached.getFirst().at().metresTo(TOWN)).isCloseTo(12_000, within(1.0));
        assertThat(reached.getFirst().at().lng()).isGreaterThan(TOWN.lng());
    }

    @ParameterizedTest
    @CsvSource({
        "12 km 090 Raqqa, 12000, 90",
        "12km 090° Raqqa, 12000, 90",
        "12.5 KM 000 Raqqa, 12500, 0",
        "800 m 360 Raqqa, 800, 0",
        "10 NM 045 Raqqa [town], 18520, 45",
        "9 км 045 Ракка, 9000, 45",
        "9 كم 045 الرقة, 9000, 45"
    })
    void aDistanceAndABearingAreRead(String text, double metres, double bearing) {
        PlaceText said = PlaceText.of(text);
        assertThat(said.way()).contains(new PlaceText.Way(metres, bearing));
        assertThat(PLACES.meant(said)).isNotEmpty();
        assertThat(said.pick().isPresent()).isEqualTo(text.endsWith("]"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"9 km 45 Raqqa", "km 045 Raqqa", "9 km 361 Raqqa", "1001 km 045 Raqqa", "9 mi 045 Raqqa"})
    void whatIsInAnotherFormIsAName(String text) {
        assertThat(PlaceText.of(text)).isEqualTo(new PlaceText(text, Optional.empty(), Optional.empty()));
    }

    /** The end of a way is a point, however far the place reaches that it begins at. */
    @Test
    void whatIsMeantIsWhereTheWayLeads() {
        List<Footprint> there = disc(TOWN.destination(90, 12_000), 0, 0);
        assertThat(PLACES.away("12 km 090 Raqqa", there, 0).orElseThrow().far()).isFalse();
        assertThat(PLACES.away("12 km 270 Raqqa", there, 0).orElseThrow().metres())
                .isCloseTo(23_000, within(10.0));
        List<Footprint> beside = disc(TOWN.destination(90, 12_000), 0, 3500);
        assertThat(PLACES.away("12 km 090 Raqqa", beside, 0).orElseThrow().far())
                .isTrue();
    }

    /** Whoever picks has all but that one out of the way; of another name's places none can be picked. */
    @Test
    void oneOfSeveralIsPicked() {
        List<Footprint> there = disc(TOWN, 0, 0);
        assertThat(PLACES.away("Raqqa", there, 0).orElseThrow().far()).isFalse();
        assertThat(PLACES.away("Raqqa [town]", there, 0).orElseThrow().far()).isFalse();
        Gazetteer.Away picked = PLACES.away("Raqqa [far]", there, 0).orElseThrow();
        assertThat(picked.place().id()).isEqualTo("far");
        assertThat(picked.far()).isTrue();
        assertThat(PLACES.away("Raqqa [other]", there, 0).orElseThrow().place().id())
                .isEqualTo("town");
        assertThat(PLACES.away("Nowhere at all [town]", there, 0)).isEmpty();
        assertThat(PlaceText.picked("9 km 045 Raqqa [town]", "far")).isEqualTo("9 km 045 Raqqa [far]");
        assertThat(PlaceText.picked("Raqqa", "far")).isEqualTo("Raqqa [far]");
    }

    @Test
    void aNameMeansSoManyPlacesAtMost() {
        List<Place> many = IntStream.range(0, 20)
                .mapToObj(i -> place("p" + i, "Mayadin", TOWN, 0, 0))
                .toList();
        assertThat(Gazetteer.of(many).meant(PlaceText.of("Mayadin"))).hasSize(Gazetteer.MEANT_MAX);
    }

    /** What is remembered of names is bounded, and nothing is told by it. */
    @Test
    void whatWasAskedBeforeIsAnsweredAlike() {
        List<Gazetteer.Found> first = PLACES.meant(PlaceText.of("Raqqa"));
        for (int i = 0; i < 3000; i++) PLACES.meant(PlaceText.of("Nowhere " + i));
        assertThat(PLACES.remembered()).isEqualTo(2000);
        assertThat(PLACES.meant(PlaceText.of("Raqqa"))).isEqualTo(first);
    }

    @Test
    void limitsAreKept() {
        List<Place> many = Collections.nCopies(Gazetteer.PLACES_MAX + 1, place("x", "X", TOWN, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> Gazetteer.of(many));
        assertThatIllegalArgumentException().isThrownBy(() -> place("x", "X", TOWN, Place.RADIUS_MAX + 1, 0));
    }
}
