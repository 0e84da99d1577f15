package org.tansiq.edge.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.tansiq.core.Bytes;

/**
 * What every call takes and answers, as OpenAPI 3.1 has it. Written by hand, in the file that lies beside
 * this class; a test compares it with the server both ways.
 */
final class Description {
    static final String FILE = "openapi.json";

    private Description() {}

    /** The file as it stands: JSON in UTF-8. */
    static Bytes read() {
        try (InputStream in = Objects.requireNonNull(Description.class.getResourceAsStream(FILE), FILE)) {
            return Bytes.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
