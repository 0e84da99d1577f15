package org.tansiq.app.check;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tansiq.app.words.Language;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options of {@code check}, as they were typed. Their descriptions stand in the message file. */
final class CheckOptions {
    @Parameters(arity = "1..*", paramLabel = "FILE", descriptionKey = "help.file")
    List<Path> files = new ArrayList<>();

    @Option(names = "--against", paramLabel = "OTHERS", descriptionKey = "help.against")
    List<Path> against = new ArrayList<>();

    @Option(names = "--within", paramLabel = "DURATION", descriptionKey = "help.within")
    Optional<String> within = Optional.empty();

    @Option(names = "--buffer", paramLabel = "METRES", descriptionKey = "help.buffer")
    String buffer = "0";

    @Option(names = "--no-touching", descriptionKey = "help.no-touching")
    boolean noTouching;

    @Option(names = "--keep-going", descriptionKey = "help.keep-going")
    boolean keepGoing;

    @Option(names = "--lang", paramLabel = "en|ar|ru", descriptionKey = "help.lang")
    String lang = "en";

    @Option(names = "--zone", paramLabel = "ZONE", descriptionKey = "help.zone")
    Optional<String> zone = Optional.empty();

    @Option(names = "--json", descriptionKey = "help.json")
    boolean json;

    @Option(names = "--svg", paramLabel = "OUT.svg", descriptionKey = "help.svg")
    Optional<Path> svg = Optional.empty();

    @Option(names = "--separation", paramLabel = "NM", descriptionKey = "help.separation")
    String separation = "5";

    @Option(names = "--separation-height", paramLabel = "FT", descriptionKey = "help.separation-height")
    String separationHeight = "1000";

    @Option(names = "--day", paramLabel = "YYYY-MM-DD", descriptionKey = "help.day")
    Optional<String> day = Optional.empty();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            descriptionKey = "help.help")
    boolean help;

    Language language() {
        return Language.of(lang).orElseThrow(() -> new Complaint("option.lang", "option", "--lang", "value", lang));
    }
}
