package org.tansiq.app.places;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tansiq.app.Ran;
import org.tansiq.app.check.Measures;
import org.tansiq.app.words.Language;
import org.tansiq.app.words.Messages;
import org.tansiq.core.airspace.DeclaredVolume;
import org.tansiq.core.airspace.Outline;
import org.tansiq.core.airspace.Plan;
import org.tansiq.core.party.DeskId;
import org.tansiq.core.places.Gazetteer;
import org.tansiq.core.places.Place;
import org.tansiq.geometry.Band;
import org.tansiq.geometry.Core;
import org.tansiq.geometry.Position;
import org.tansiq.wire.Places;

/** Spellings of reports, maps and telephones that no table holds, against the bundled places. */
final class SpellingsTest {
    private static final Path FOLDER = Path.of("../data/gazetteer");
    private static final int SPELLINGS_MIN = 100;
    private static final int FIRST_MIN = 180;

    private record Spelled(String place, String spelling) {
        boolean is(Place found) {
            return found.id().equals(place) || found.en().orElse("").equals(place);
        }
    }

    private static List<Spelled> spellings() {
        try (InputStream in = SpellingsTest.class.getResourceAsStream("spellings.txt")) {
            String all = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            List<Spelled> spellings = new ArrayList<>();
            for (String line : all.lines().toList()) {
                String[] parts = line.split(": ", 2);
                for (String one : parts[1].split("; ", -1)) spellings.add(new Spelled(parts[0], one));
            }
            return spellings;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void spellingsThatNoTableHoldsFindTheirPlace() {
        Gazetteer places = Places.all();
        List<Spelled> wrong = new ArrayList<>();
        for (Spelled one : spellings()) {
            List<Gazetteer.Found> found = places.find(one.spelling, 1);
            if (found.isEmpty() || !one.is(found.getFirst().place())) wrong.add(one);
        }
        System.out.println("Spellings: " + spellings().size() + ", another place or none came first: " + wrong);
        assertThat(spellings().size() - wrong.size()).isGreaterThanOrEqualTo(FIRST_MIN);
    }

    @Test
    void noTableHoldsThem() throws IOException {
        String tables =
                Files.readString(FOLDER.resolve("cities.json")) + Files.readString(FOLDER.resolve("overrides.json"));
        String close = tables.replace("\": \"", "\":\"");
        List<Spelled> free = spellings().stream()
                .filter(one -> !close.contains(":\"" + one.spelling + "\""))
                .toList();
        assertThat(free.size()).isGreaterThanOrEqualTo(SPELLINGS_MIN);
        assertThat(spellings()).isEqualTo(free);
    }

    @Test
    void aPlaceIsSaidWithItsPosition() {
        Ran ran = Ran.tansiq("place", "Hirbinifsah");
        assertThat(ran.exit()).isZero();
        assertThat(ran.lines().getFirst()).contains("Ḩarbinafsah", "34.938 N", "36.622 E");
    }

    @Test
    void aReferenceLeadsSomewhere() {
        Ran ran = Ran.tansiq("place", "الرقة", "--bearing", "180", "--km", "12", "--json");
        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).contains("\"reached\":[{\"from\":\"172955\",\"lat\":35.84");
    }

    @Test
    void aWayInTheTextLeadsThereToo() {
        Ran ran = Ran.tansiq("place", "12 km 180 الرقة", "--json");
        assertThat(ran.out()).contains("\"reached\":[{\"from\":\"172955\"", "\"lat\":35.84");
        assertThat(Ran.tansiq("place", "12 km 180 Raqqa").out()).contains("12 km at 180 degrees from Raqqa");
    }

    /** Whoever names a place of which there are several is shown all of them, and how to say which. */
    @Test
    void oneOfSeveralIsPicked() {
        String all = Ran.tansiq("place", "Laçın").out();
        assertThat(all).contains("2 places may be meant, up to", "Laçın [", "    [147625]", "    [750165]");
        assertThat(Ran.tansiq("place", "Laçın [750165]").out())
                .doesNotContain("may be meant")
                .hasLineCount(1);
    }

    private static String said(String place, double metres) {
        return said(place, metres, 0);
    }

    private static String said(String place, double metres, double precision) {
        Position from = new Position(35.285, 40.176).destination(90, metres);
        Outline disc = new Outline(Core.Kind.SPOT, List.of(List.of(from)), 1000, precision);
        DeclaredVolume volume = new DeclaredVolume(disc, Band.ALL, Optional.empty());
        Plan plan = new Plan(Optional.of(place), new DeskId("air"), List.of(volume), List.of());
        Messages messages = Messages.in(Language.EN);
        return new NamedPlace(messages, new Measures(messages))
                .lines(plan).stream().map(messages::line).collect(Collectors.joining("\n"));
    }

    /** As on 17 September 2016. */
    @Test
    void aNoticeNineKilometresOffIsCaughtBeforeItIsSigned() {
        assertThat(said("Deir Ezzor airfield", 10_000))
                .contains("FAR FROM THE PLACE NAMED: Deir Ezzor airfield", "lies 9 km from what is declared");
        assertThat(said("مطار دير الزور", 2000))
                .contains("lies 1 km from what is declared")
                .doesNotContain("FAR");
        assertThat(said("Deir Ezzor airfield", 500)).contains("lies within what is declared");
        assertThat(said("Deir Ezzor airfield", 10_000, 9500)).doesNotContain("FAR");
        assertThat(said("the second rendezvous", 0)).isEmpty();
    }
}
