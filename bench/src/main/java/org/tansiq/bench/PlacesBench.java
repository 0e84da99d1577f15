package org.tansiq.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tansiq.bench.record.Targeted;
import org.tansiq.core.Bytes;
import org.tansiq.core.places.Gazetteer;
import org.tansiq.core.places.Place;
import org.tansiq.geometry.Position;
import org.tansiq.wire.Json;

/** Searches for misspelled names among the bundled places and as many made-up ones as make 5,000 of them. */
final class PlacesBench {
    private static final int PLACES = 5000;
    private static final int ASKED = 2000;
    private static final int WARMING = 3;
    private static final int ROUNDS = 3;
    private static final double MOST_MS = 2;
    private static final String[] FIRST = {"Tall", "Kafr", "Dayr", "Khirbat", "Ayn", "Umm", "Bayt", "Qasr", "Wadi", ""};
    private static final String[] SOUNDS = {
        "b", "d", "f", "gh", "h", "j", "k", "kh", "l", "m", "n", "q", "r", "s", "sh", "t", "th", "z"
    };
    private static final String VOWELS = "aiu";
    private static final String SPOKEN = "aeiou";

    private final Results results;
    private final Chance chance = new Chance(8);

    PlacesBench(Results results) {
        this.results = results;
    }

    /** Whether the goal is met. */
    boolean run(Path data) throws IOException {
        List<Place> places = bundled(data);
        int bundled = places.size();
        while (places.size() < PLACES) places.add(place("made-" + places.size(), made(), 0));
        Gazetteer gazetteer = Gazetteer.of(places);
        List<Place> meant = new ArrayList<>();
        List<String> asked = new ArrayList<>();
        for (int i = 0; i < ASKED; i++) {
            meant.add(places.get(chance.whole(0, PLACES - 1)));
            asked.add(misspelled(meant.getLast().en().orElseThrow()));
        }
        for (int i = 0; i < WARMING; i++) asked.forEach(name -> gazetteer.find(name, 5));
        double[] millis = new double[ASKED];
        Arrays.fill(millis, Double.MAX_VALUE);
        int first = 0;
        for (int round = 0; round < ROUNDS; round++)
            for (int i = 0; i < ASKED; i++) {
                long begun = System.nanoTime();
                List<Gazetteer.Found> found = gazetteer.find(asked.get(i), 5);
                millis[i] = Math.min(millis[i], (System.nanoTime() - begun) / 1e6);
                boolean right = !found.isEmpty() && found.getFirst().place().equals(meant.get(i));
                if (round == 0 && right) first++;
            }
        return told(bundled, first, millis);
    }

    private boolean told(int bundled, int first, double[] millis) {
        Arrays.sort(millis);
        results.line("# Places");
        results.line("");
        results.line("`./tansiq bench places`. %s. Load at the start: %.2f.", Machine.described(), Machine.load());
        results.line("");
        results.line(
                "%,d places, %,d of them bundled; %,d names asked, each with other vowels and perhaps a letter twice:"
                        + " %d in a hundred find their place first (made-up names are much alike).",
                PLACES, bundled, ASKED, 100 * first / ASKED);
        results.line("");
        results.line(
                "Of the names, each asked three times and the best counted: median %.2f ms, p99 %.2f ms, most %.2f ms.",
                millis[ASKED / 2], millis[ASKED * 99 / 100], millis[ASKED - 1]);
        results.line("");
        Targeted targeted = new Targeted(results);
        targeted.most("p99 in ms", millis[ASKED * 99 / 100], MOST_MS);
        return targeted.met();
    }

    private static List<Place> bundled(Path data) throws IOException {
        List<Place> places = new ArrayList<>();
        Json cities = Json.parse(Bytes.of(Files.readAllBytes(data.resolve("cities.json"))));
        for (Json town : ((Json.Items) member(cities, "features")).items()) {
            Json said = member(town, "properties");
            String id = ((Json.Digits) member(said, "id")).digits();
            int people = Integer.parseInt(((Json.Digits) member(said, "p")).digits());
            places.add(place(id, ((Json.Text) member(said, "en")).value(), people));
        }
        return places;
    }

    private static Json member(Json of, String name) {
        return ((Json.Fields) of)
                .members().stream()
                        .filter(member -> member.name().equals(name))
                        .findFirst()
                        .orElseThrow()
                        .value();
    }

    private static Place place(String id, String name, int people) {
        return new Place(id, Optional.of(name), Optional.empty(), Optional.empty(), new Position(35, 38), 0, 0, people);
    }

    private String made() {
        StringBuilder name = new StringBuilder(FIRST[chance.whole(0, FIRST.length - 1)]).append(' ');
        int syllables = chance.whole(2, 4);
        for (int i = 0; i < syllables; i++)
            name.append(SOUNDS[chance.whole(0, SOUNDS.length - 1)]).append(VOWELS.charAt(chance.whole(0, 2)));
        return name.toString().strip();
    }

    private String misspelled(String name) {
        StringBuilder other = new StringBuilder();
        for (char letter : name.toLowerCase(Locale.ROOT).toCharArray()) {
            boolean vowel = SPOKEN.indexOf(letter) >= 0;
            other.append(vowel && chance.happens(0.5) ? SPOKEN.charAt(chance.whole(0, 4)) : letter);
            if (!vowel && Character.isLetter(letter) && chance.happens(0.1)) other.append(letter);
        }
        return other.toString();
    }
}
