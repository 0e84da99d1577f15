package org.tansiq.app.check;

import java.util.ArrayList;
import java.util.List;
import org.tansiq.app.words.Messages;

/** The answer for people: what overlaps, what only touches, and the sum that closes it. */
record Report(Messages messages, Choices choices) {

    /** All lines, of each kind at most so many conflicts; the last line is always the sum. */
    List<String> lines(Outcome outcome, int most) {
        List<String> lines = new ArrayList<>();
        List<Conflict> touching =
                outcome.conflicts().stream().filter(Conflict::touching).toList();
        List<Conflict> overlapping =
                outcome.conflicts().stream().filter(c -> !c.touching()).toList();
        add(lines, overlapping, most);
        if (!touching.isEmpty()) lines.add(messages.line(messages.say("conflicts.touching")));
        add(lines, touching, most);
        lines.add(outcome.sums().line(messages, choices.touching()));
        return lines;
    }

    private void add(List<String> lines, List<Conflict> conflicts, int most) {
        Spoken spoken = new Spoken(messages, new Times(messages, choices.zone()));
        conflicts.stream().limit(most).map(spoken::line).forEach(lines::add);
        long left = (long) conflicts.size() - most;
        if (left > 0) lines.add(messages.line(messages.say("conflicts.more", "n", left)));
    }
}
