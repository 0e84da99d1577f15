package org.tansiq.app.declaration;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/**
 * Reads a GeoJSON FeatureCollection or Feature (RFC 7946) feature by feature: no more than one is held as
 * JSON.
 *
 * <p>A feature that is wrong is refused and the next one read; a file that cannot be parsed further is
 * refused as a file, and the features before that point are kept.
 */
final class GeoJsonReader {
    private static final String CRS84 = "urn:ogc:def:crs:OGC:1.3:CRS84";

    /**
     * How deep a file may be nested before it is not read further; {@link JsonTree#DEPTH_MAX} refuses a
     * feature.
     */
    private static final int NESTING_MAX = 1_000;

    /** Characters of any text in a file. */
    private static final int TEXT_MAX = 1 << 20;

    // NaN and infinities are let in here so that they can be refused with feature and field named.
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(TEXT_MAX)
                    .maxNestingDepth(NESTING_MAX)
                    .build())
            .build();

    private final String file;
    private final Tally tally;
    private final Map<String, Json> root = new LinkedHashMap<>();
    private final Set<String> seen = new TreeSet<>();
    private long features;

    GeoJsonReader(String file, Limits limits) {
        this.file = file;
        this.tally = new Tally(limits);
    }

    Reading read(InputStream in) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), new Utf8Reader(in))) {
            text(parser);
        } catch (Faulty why) {
            tally.refused(why.refused(Source.of(file)));
        } catch (JacksonException why) {
            tally.refused(broken(why).refused(Source.of(file)));
        } catch (IOException why) {
            tally.refused(broken(why).refused(Source.of(file)));
        }
        return tally.reading();
    }

    private void text(JsonParser parser) {
        JsonToken first = parser.nextToken();
        if (first == null) throw Faulty.at("", InputFault.EMPTY_FILE);
        if (first != JsonToken.START_OBJECT) throw Faulty.at("", InputFault.NOT_GEOJSON, first);
        while (parser.nextToken() != JsonToken.END_OBJECT) member(parser);
        if (parser.nextToken() != null)
            throw Faulty.at("", InputFault.TRAILING, position(parser.currentTokenLocation()));
        finish();
    }

    private void member(JsonParser parser) {
        String name = parser.currentName();
        JsonToken value = parser.nextToken();
        if (!seen.add(name)) throw JsonTree.duplicate("", name);
        if (name.equals("features") && value == JsonToken.START_ARRAY) {
            while (parser.nextToken() != JsonToken.END_ARRAY) feature(parser);
            return;
        }
        switch (name) {
            case "type", "crs", "geometry", "properties" -> root.put(name, JsonTree.read(parser, name));
            case "features" ->
                throw Faulty.at(
                        name, InputFault.WRONG_TYPE, JsonTree.read(parser, name).kind(), "array");
            default -> parser.skipChildren();
        }
        if (name.equals("crs")) checkCrs(new Node("", new Json.Fields(root)));
    }

    private void finish() {
        Node whole = new Node("", new Json.Fields(root));
        String type = whole.required("type").text();
        boolean collection = type.equals("FeatureCollection");
        if (!collection && !type.equals("Feature")) throw Faulty.at("type", InputFault.NOT_GEOJSON, Node.shown(type));
        if (collection && !seen.contains("features")) throw Faulty.at("features", InputFault.MISSING);
        if (collection) return;
        features = 1;
        sort(whole);
    }

    private static void checkCrs(Node root) {
        Optional<Node> name = root.optional("crs")
                .flatMap(crs -> crs.object().optional("properties"))
                .flatMap(properties -> properties.object().optional("name"));
        if (name.isPresent()) name.get().oneOf(Set.of(CRS84));
    }

    private void feature(JsonParser parser) {
        tally.checkLimits(++features);
        try {
            sort(new Node("", JsonTree.read(parser, "")));
        } catch (Faulty why) {
            tally.refused(why.refused(new Source(file, Source.Kind.FEATURE, features)));
        }
    }

    private void sort(Node feature) {
        Source source = new Source(file, Source.Kind.FEATURE, features);
        try {
            FeatureReader reader = new FeatureReader(source, feature);
            Optional<String> kind = reader.skipped();
            if (kind.isPresent()) tally.skipped(kind.get());
            else tally.declared(reader.declaration());
        } catch (Faulty why) {
            tally.refused(why.refused(source));
        }
    }

    private Faulty broken(JacksonException why) {
        Object[] at = position(why.getLocation());
        if (why.getCause() instanceof IOException cause) return broken(cause);
        if (why instanceof UnexpectedEndOfInputException) return Faulty.at("", InputFault.TRUNCATED, at);
        boolean deep = why instanceof StreamConstraintsException
                && String.valueOf(why.getOriginalMessage()).contains("depth");
        if (deep) return Faulty.at("", InputFault.TOO_DEEP, NESTING_MAX + 1, NESTING_MAX);
        return Faulty.at("", InputFault.NOT_JSON, at);
    }

    private Faulty broken(IOException why) {
        return switch (why) {
            case CountedStream.TooLarge large -> large.faulty();
            case Utf8Reader.NotUtf8 bytes -> Faulty.at("", InputFault.BROKEN_UTF8, bytes.line);
            default -> Faulty.at("", InputFault.UNREADABLE);
        };
    }

    private static Object[] position(@Nullable TokenStreamLocation at) {
        if (at == null) return new Object[] {0, 0};
        return new Object[] {at.getLineNr(), at.getColumnNr()};
    }
}
