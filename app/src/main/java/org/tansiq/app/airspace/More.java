package org.tansiq.app.airspace;

import java.util.Locale;
import java.util.Optional;
import org.tansiq.app.check.Complaint;
import org.tansiq.core.Malformed;
import org.tansiq.core.airspace.Details;
import picocli.CommandLine.Option;

/** What is said of a declaration beyond its file, and stays with its party. */
final class More {
    @Option(names = "--use", descriptionKey = "help.use")
    Optional<String> use = Optional.empty();

    @Option(names = "--craft", descriptionKey = "help.craft")
    Optional<String> craft = Optional.empty();

    @Option(names = "--count", descriptionKey = "help.count")
    Optional<Integer> count = Optional.empty();

    @Option(names = "--remarks", descriptionKey = "help.remarks")
    Optional<String> remarks = Optional.empty();

    /** What is not said anew stays as it was. */
    Details details(String name, Optional<Details> before) {
        try {
            return new Details(
                    name,
                    use.map(word -> one("--use", word, Details.Use.values())).or(() -> before.flatMap(Details::use)),
                    craft.map(word -> one("--craft", word, Details.Craft.values()))
                            .or(() -> before.flatMap(Details::craft)),
                    count.or(() -> before.flatMap(Details::count)),
                    remarks.or(() -> before.flatMap(Details::remarks)));
        } catch (Malformed bad) {
            throw new Complaint("answer.unreadable", "field", bad.field(), "value", bad.value(), "limit", bad.limit());
        }
    }

    private static <E extends Enum<E>> E one(String option, String word, E[] all) {
        StringBuilder of = new StringBuilder();
        for (E one : all) {
            String spelled = one.name().toLowerCase(Locale.ROOT).replace('_', '-');
            if (spelled.equals(word)) return one;
            of.append(of.isEmpty() ? "" : ", ").append(spelled);
        }
        throw new Complaint("option.one-of", "option", option, "value", word, "of", of);
    }
}
