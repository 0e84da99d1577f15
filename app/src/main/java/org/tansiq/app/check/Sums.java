package org.tansiq.app.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.tansiq.app.words.Messages;
import org.tansiq.app.words.Phrase;

/** The closing figures. Law: read = checked + refused + skipped, and the kinds skipped add up to that. */
record Sums(
        long read,
        long checked,
        long refused,
        SortedMap<String, Long> kinds,
        long pairs,
        long conflicts,
        long touching) {

    Sums {
        if (read != checked + refused + skipped(kinds)) throw new IllegalStateException("the sum does not close");
    }

    static Sums of(Intake intake, long pairs, List<Conflict> conflicts) {
        long touching = conflicts.stream().filter(Conflict::touching).count();
        return new Sums(
                intake.read(),
                intake.checked(),
                intake.refused().size(),
                intake.skipped(),
                pairs,
                conflicts.size(),
                touching);
    }

    long skipped() {
        return skipped(kinds);
    }

    String line(Messages messages, boolean touchingCounted) {
        Phrase found = conflicts == 0 ? messages.say("sum.none") : messages.say("sum.conflicts", "n", conflicts);
        if (touching > 0) found = messages.say("sum.touching", "conflicts", found, "n", touching);
        if (!touchingCounted) found = messages.say("sum.untouched", "conflicts", found);
        return messages.line(messages.say(
                "sum",
                "read",
                read,
                "checked",
                checked,
                "refused",
                refused,
                "skipped",
                skipped(),
                "kinds",
                kinds(messages),
                "pairs",
                messages.say("sum.pairs", "n", pairs),
                "conflicts",
                found));
    }

    private Phrase kinds(Messages messages) {
        if (kinds.isEmpty()) return Phrase.NONE;
        List<Phrase> said = new ArrayList<>();
        kinds.forEach((kind, n) -> said.add(messages.say("sum.kind", "kind", kind(messages, kind), "count", n)));
        return messages.say("sum.kinds", "kinds", messages.list(said));
    }

    private static Phrase kind(Messages messages, String kind) {
        return messages.has("skipped." + kind) ? messages.say("skipped." + kind) : messages.name(kind);
    }

    private static long skipped(Map<String, Long> kinds) {
        return kinds.values().stream().mapToLong(Long::longValue).sum();
    }
}
