package org.tansiq.app.declaration;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/** Texts to read in tests, and the files of this project. */
final class Inputs {
    static final Terms TERMS = Terms.on(LocalDate.of(2026, 3, 1));

    private Inputs() {}

    static Reading geojson(String text) {
        return read("a.geojson", text, TERMS);
    }

    static Reading scenario(String text) {
        return read("a.scn", text, TERMS);
    }

    static Reading read(String file, String text, Terms terms) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return DeclarationFile.read(file, new ByteArrayInputStream(bytes), terms);
    }

    static Reading file(String path) {
        return DeclarationFile.read(root().resolve(path), TERMS);
    }

    /** One feature named A, its geometry and its other properties. */
    static Reading feature(String geometry, String properties) {
        return geojson("""
                {"type": "FeatureCollection", "features": [
                  {"type": "Feature", "geometry": %s, "properties": {"name": "A"%s}}]}
                """.formatted(geometry, properties.isEmpty() ? "" : ", " + properties));
    }

    static String point(double lng, double lat) {
        return "{\"type\": \"Point\", \"coordinates\": [" + lng + ", " + lat + "]}";
    }

    static String line(String coordinates) {
        return "{\"type\": \"LineString\", \"coordinates\": [" + coordinates + "]}";
    }

    static String polygon(String ring) {
        return "{\"type\": \"Polygon\", \"coordinates\": [[" + ring + "]]}";
    }

    /** The folder that holds examples and data. */
    static Path root() {
        Path at = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(at.resolve("examples"))) {
            Path above = at.getParent();
            if (above == null) throw new IllegalStateException("no examples above the working directory");
            at = above;
        }
        return at;
    }
}
