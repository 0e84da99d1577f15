package org.tansiq.app.declaration;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** A file of declarations: a scenario if its name ends in {@code .scn}, GeoJSON otherwise. Never throws. */
public final class DeclarationFile {
    private DeclarationFile() {}

    public static Reading read(Path file, Terms terms) {
        try {
            if (Files.isDirectory(file)) return nothing(file.toString(), InputFault.UNREADABLE);
            long max = terms.limits().bytesMax();
            if (Files.size(file) > max)
                return nothing(file.toString(), InputFault.FILE_TOO_LARGE, Files.size(file), max);
            try (InputStream in = Files.newInputStream(file)) {
                return read(file.toString(), in, terms);
            }
        } catch (NoSuchFileException _) {
            return nothing(file.toString(), InputFault.NOT_FOUND);
        } catch (IOException | SecurityException _) {
            return nothing(file.toString(), InputFault.UNREADABLE);
        }
    }

    /** The same from a stream, which the caller closes; the name decides the form. */
    public static Reading read(String file, InputStream in, Terms terms) {
        InputStream counted =
                new CountedStream(new BufferedInputStream(in), terms.limits().bytesMax());
        return file.toLowerCase(Locale.ROOT).endsWith(".scn")
                ? new ScenarioReader(file, terms).read(counted)
                : new GeoJsonReader(file, terms.limits()).read(counted);
    }

    private static Reading nothing(String file, InputFault fault, Object... details) {
        Refused why = Faulty.at("", fault, details).refused(Source.of(file));
        return new Reading(List.of(), List.of(why), new TreeMap<>(), 1);
    }
}
