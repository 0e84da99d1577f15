package org.tansiq.app.airspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tansiq.app.Ran;
import org.tansiq.app.Stage;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two planners on the theatre that the demonstration founds, and files that they declare. */
record Planners(Path folder) {
    static Planners onTheDemonstration(Path folder) throws IOException {
        Stage.in(folder);
        return new Planners(folder);
    }

    private Path stage() {
        return folder.resolve("stage");
    }

    Ran by(String party, String... args) {
        return Ran.now(Stream.concat(
                        Stream.of(args),
                        Stream.of(
                                "--data",
                                stage().resolve("record").toString(),
                                "--key",
                                stage().resolve(party + "-planner.key").toString()))
                .toArray(String[]::new));
    }

    /** A file that declares a disc of 5 km, in five hours for one. */
    String disc(String name, double lat, double lng, String... more) throws IOException {
        return file(name, feature(name, lat, lng, more));
    }

    String file(String name, String text) throws IOException {
        Path file = folder.resolve(name + ".geojson");
        Files.writeString(file, text);
        return file.toString();
    }

    static String feature(String name, double lat, double lng, String... more) {
        Instant from = Instant.now().plus(Duration.ofHours(5));
        String properties = "\"name\": \"%s\", \"radiusKm\": 5, \"from\": \"%s\", \"until\": \"%s\""
                .formatted(name, from, from.plus(Duration.ofHours(1)));
        for (String one : more) properties += ", " + one;
        return ("{\"type\": \"Feature\", \"properties\": {%s},"
                        + " \"geometry\": {\"type\": \"Point\", \"coordinates\": [%s, %s]}}")
                .formatted(properties, lng, lat);
    }

    static String found(String pattern, Ran in) {
        Matcher matcher = Pattern.compile(pattern).matcher(in.out());
        assertThat(matcher.find()).as(in.out() + in.err()).isTrue();
        return matcher.group();
    }

    List<JsonNode> listed(String party, String kind) {
        return by(party, "list", "--all", "--json").lines().stream()
                .map(JsonMapper.shared()::readTree)
                .flatMap(row -> Optional.ofNullable(row.get(kind)).stream())
                .toList();
    }

    long entries() {
        Ran verified = Ran.now("verify", stage().resolve("record").toString(), "--json");
        assertThat(verified.exit()).as(verified.out() + verified.err()).isZero();
        return JsonMapper.shared().readTree(verified.out()).get("entries").asLong();
    }
}
