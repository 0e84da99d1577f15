package org.tansiq.app.airspace;

import java.util.Optional;
import org.tansiq.app.check.Complaint;
import picocli.CommandLine.Option;

/** The version that somebody saw: what was written against another one is refused by the rules. */
final class SeenVersion {
    @Option(names = "--version", paramLabel = "N", descriptionKey = "help.of-version")
    private Optional<Integer> version = Optional.empty();

    /** The one that is given, else the current one. */
    int or(int current) {
        version.filter(given -> given < 1).ifPresent(given -> {
            throw new Complaint(
                    "option.number", "option", "--version", "value", given, "least", 1, "limit", Integer.MAX_VALUE);
        });
        return version.orElse(current);
    }
}
