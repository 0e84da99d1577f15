package org.tansiq.app.airspace;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.tansiq.app.check.Complaint;
import org.tansiq.app.check.Console;
import org.tansiq.app.check.Refusals;
import org.tansiq.app.declaration.Declaration;
import org.tansiq.app.declaration.DeclarationFile;
import org.tansiq.app.declaration.Reading;
import org.tansiq.app.declaration.Terms;
import org.tansiq.app.words.Messages;
import picocli.CommandLine.Option;

/** The declarations of a file, all of them or the one that is named. */
final class Source {
    @Option(names = "--feature", paramLabel = "NAME|N", descriptionKey = "help.feature")
    Optional<String> feature = Optional.empty();

    @Option(names = "--keep-going", descriptionKey = "help.keep-going-declare")
    boolean keepGoing;

    List<Declaration> read(Path file, Console console, Messages messages) {
        LocalDate today = LocalDate.ofInstant(console.clock().instant(), ZoneOffset.UTC);
        Reading reading = DeclarationFile.read(file, Terms.on(today));
        Refusals refusals = new Refusals(messages);
        reading.refused().forEach(refused -> console.error(refusals.line(refused)));
        if (!reading.refused().isEmpty() && !keepGoing) throw new Complaint("declare.nothing-signed", "file", file);
        List<Declaration> found = reading.declarations();
        if (feature.isPresent()) found = named(found, feature.get());
        if (found.isEmpty()) throw new Complaint("declare.none", "file", file, "feature", feature.orElse("-"));
        return found;
    }

    /** The one declaration of a file that takes the place of another. */
    Declaration one(Path file, Console console, Messages messages) {
        List<Declaration> read = read(file, console, messages);
        if (read.size() > 1) throw new Complaint("amend.one", "file", file, "n", read.size());
        return read.getFirst();
    }

    // By its name, or by its place among those read.
    private static List<Declaration> named(List<Declaration> all, String feature) {
        List<Declaration> named =
                all.stream().filter(d -> d.name().equals(feature)).toList();
        if (!named.isEmpty() || !feature.matches("[1-9]\\d{0,6}")) return named;
        int place = Integer.parseInt(feature);
        return place <= all.size() ? List.of(all.get(place - 1)) : List.of();
    }
}
