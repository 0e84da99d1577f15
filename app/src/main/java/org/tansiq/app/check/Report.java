package org.tansiq.app.check;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.tansiq.app.words.Messages;
import org.tansiq.app.words.Phrase;

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
        lines.addAll(notes(outcome.conflicts().stream().limit(most)));
        lines.add(outcome.sums().line(messages, choices.touching()));
        return lines;
    }

    // What a reader added or joined, of those that meet; each once.
    private List<String> notes(Stream<Conflict> conflicts) {
        Spoken spoken = new Spoken(messages, new Times(messages, choices.zone()));
        return conflicts
                .flatMap(c -> Stream.of(c.a(), c.b()))
                .flatMap(side -> side.part().remarks().stream().map(remark -> note(spoken, side, remark)))
                .distinct()
                .toList();
    }

    private String note(Spoken spoken, Side side, String remark) {
        Phrase what = messages.say("remark." + remark);
        return messages.line(messages.say("remark", "name", spoken.name(side), "what", what));
    }

    private void add(List<String> lines, List<Conflict> conflicts, int most) {
        Spoken spoken = new Spoken(messages, new Times(messages, choices.zone()));
        lines.addAll(conflicts.parallelStream().limit(most).map(spoken::line).toList());
        long left = (long) conflicts.size() - most;
        if (left > 0) lines.add(messages.line(messages.say("conflicts.more", "n", left)));
    }
}
