package org.tansiq.app.check;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tansiq.app.declaration.Terms;
import org.tansiq.app.words.Language;
import org.tansiq.app.words.Messages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Checks the bundled data and explains what is seen. Exit 0 if every step ran, whatever it found. */
@Command(name = "sky")
public final class SkyCommand implements Callable<Integer> {
    /** Where the launcher says that the project lies; else the folder one stands in. */
    static final String HOME = "tansiq.home";

    private static final int LINES_MAX = 5;
    private static final String TWO_SIDES = "two-sides";
    private static final List<String> STEPS =
            List.of("dateline", "fir-boundaries", "nl-tma", "traffic-1000", "traffic-eham", TWO_SIDES);

    @Option(names = "--lang", paramLabel = "en|ar|ru", descriptionKey = "help.lang")
    String lang = "en";

    @Option(names = "--headless", descriptionKey = "help.headless")
    boolean headless;

    @Option(names = "--json", descriptionKey = "help.json-sums")
    boolean json;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            descriptionKey = "help.help")
    boolean help;

    private final Console console;

    public SkyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Language language =
                Language.of(lang).orElseThrow(() -> new Complaint("option.lang", "option", "--lang", "value", lang));
        Messages messages = Messages.in(language);
        Path home = Path.of(System.getProperty(HOME, ""));
        Map<String, Sums> sums = new LinkedHashMap<>();
        say(messages, "sky.intro");
        for (String step : STEPS) sums.put(step, step(home, step, messages));
        if (json) console.line(Written.sums(sums));
        return Exit.NONE;
    }

    private Sums step(Path home, String step, Messages messages) {
        Choices choices = choices(home, step, messages.language());
        Intake intake = Intake.of(choices, console);
        Outcome outcome = Outcome.of(choices, intake, console);
        say(messages, "sky." + step);
        if (!json) lines(intake, outcome, messages, choices).forEach(console::line);
        if (step.equals(STEPS.getFirst())) draw(home, outcome, messages, choices);
        return outcome.sums();
    }

    private static List<String> lines(Intake intake, Outcome outcome, Messages messages, Choices choices) {
        List<String> lines = new ArrayList<>();
        Refusals refusals = new Refusals(messages);
        intake.refused().stream().limit(LINES_MAX).map(refusals::line).forEach(lines::add);
        long left = (long) intake.refused().size() - LINES_MAX;
        if (left > 0) lines.add(messages.line(messages.say("conflicts.more", "n", left)));
        lines.addAll(new Report(messages, choices).lines(outcome, LINES_MAX));
        return lines;
    }

    private void draw(Path home, Outcome outcome, Messages messages, Choices choices) {
        Path file = home.resolve("target").resolve("sky.svg");
        console.write(file, new Panels(messages, choices).picture(outcome.conflicts()));
        if (!json) console.line(messages.line(messages.say("svg.written", "file", file.toString())));
    }

    private void say(Messages messages, String key) {
        if (!json) console.line("\n" + messages.line(messages.say(key)));
    }

    private Choices choices(Path home, String step, Language language) {
        boolean two = step.equals(TWO_SIDES);
        Path sides = home.resolve("examples").resolve(TWO_SIDES);
        Path bundled = home.resolve("data").resolve("bluesky").resolve(step + ".scn");
        LocalDate today = LocalDate.ofInstant(console.clock().instant(), ZoneOffset.UTC);
        return new Choices(
                List.of(two ? sides.resolve("mine.geojson") : bundled),
                two ? Optional.of(List.of(sides.resolve("others.geojson"))) : Optional.empty(),
                Terms.on(today),
                Optional.empty(),
                0,
                true,
                true,
                language,
                Optional.empty());
    }
}
