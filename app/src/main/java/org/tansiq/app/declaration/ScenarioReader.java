package org.tansiq.app.declaration;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a scenario of the BlueSky simulator: {@code HH:MM:SS.hh>COMMAND arguments}.
 *
 * <p>{@code POLYALT} is an area and {@code CRE} a flight, which the next {@code DEL} of its name ends.
 * Lines that say the same are one; of a name used twice each gets its line number; other commands are
 * counted by name.
 */
final class ScenarioReader {
    private final String file;
    private final Terms terms;
    private final Tally tally;
    private final List<Begun> begun = new ArrayList<>();
    private final Map<String, Begun> flying = new HashMap<>();
    private final Set<String> lines = new HashSet<>();
    private final Map<String, Integer> names = new HashMap<>();
    private long items;

    /** An area or a flight, until its end is known. */
    private static final class Begun {
        final ScenarioLine line;
        final String name;
        Duration until;

        Begun(ScenarioLine line, String name, Duration until) {
            this.line = line;
            this.name = name;
            this.until = until;
        }
    }

    ScenarioReader(String file, Terms terms) {
        this.file = file;
        this.terms = terms;
        this.tally = new Tally(terms.limits());
    }

    Reading read(InputStream in) {
        try {
            checkHorizon();
            ScenarioLines commands = new ScenarioLines(in);
            while (command(commands)) tally.checkLimits(++items);
            if (items == 0) throw Faulty.at("", InputFault.EMPTY_FILE);
        } catch (CountedStream.TooLarge large) {
            tally.refused(large.faulty().refused(Source.of(file)));
        } catch (IOException _) {
            tally.refused(Faulty.at("", InputFault.UNREADABLE).refused(Source.of(file)));
        } catch (Faulty why) {
            tally.refused(why.refused(Source.of(file)));
        }
        begun.forEach(this::declare);
        return tally.reading();
    }

    private void checkHorizon() {
        boolean fits = !terms.horizon().isNegative() && terms.horizon().compareTo(Terms.HORIZON_MAX) <= 0;
        if (!fits) throw Faulty.at("", InputFault.HORIZON, terms.horizon(), Terms.HORIZON_MAX);
    }

    private boolean command(ScenarioLines commands) throws IOException {
        try {
            Optional<String> text = commands.next();
            text.ifPresent(t -> sort(ScenarioLine.of(commands.number(), t)));
            return text.isPresent();
        } catch (Faulty why) {
            tally.refused(why.refused(new Source(file, Source.Kind.LINE, commands.number())));
            return true;
        }
    }

    private void sort(ScenarioLine line) {
        switch (line.command()) {
            case "POLYALT" -> begin(line, new Area(line, terms).name(), false);
            case "CRE" -> begin(line, new Flight(line, terms).name(), true);
            case "DEL" -> end(line);
            default -> tally.skipped(line.kind());
        }
    }

    private void begin(ScenarioLine line, String name, boolean flies) {
        if (!lines.add(line.normal())) {
            tally.skipped(Skipped.REPEATED_LINE);
            return;
        }
        Begun one = new Begun(line, name, terms.horizon());
        begun.add(one);
        names.merge(name, 1, Integer::sum);
        if (flies) flying.put(name, one);
    }

    private void end(ScenarioLine line) {
        Begun one =
                line.arguments().isEmpty() ? null : flying.get(line.arguments().getFirst());
        if (one == null || line.at().compareTo(one.line.at()) < 0) {
            tally.skipped(line.kind());
            return;
        }
        flying.remove(one.name);
        if (line.at().compareTo(one.until) < 0) one.until = line.at();
    }

    private void declare(Begun one) {
        Source source = new Source(file, Source.Kind.LINE, one.line.number());
        boolean alone = names.getOrDefault(one.name, 0) == 1;
        String name = alone ? one.name : one.name + " (line " + one.line.number() + ")";
        try {
            boolean area = one.line.command().equals("POLYALT");
            if (!area && one.line.at().compareTo(terms.horizon()) > 0) {
                tally.skipped(Skipped.BEYOND_HORIZON);
                return;
            }
            Part part = area ? new Area(one.line, terms).part(name) : new Flight(one.line, terms).part(name, one.until);
            tally.declared(new Declaration(source, name, Optional.empty(), List.of(part)));
        } catch (Faulty why) {
            tally.refused(why.refused(source));
        }
    }
}
