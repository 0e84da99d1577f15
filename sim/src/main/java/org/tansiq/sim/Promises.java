package org.tansiq.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.tansiq.core.Cause;
import org.tansiq.core.Event;
import org.tansiq.core.HallEvent;
import org.tansiq.core.Hash;
import org.tansiq.engine.Engine;
import org.tansiq.ledger.DeliveryText;
import org.tansiq.wire.Answer;
import org.tansiq.wire.EntryText;

/** What was shown and what was answered; all of it has to stay so, whatever happens. */
final class Promises {
    private record Seen(Hash note, List<DeliveryText> deliveries) {}

    private final Counts counts;
    private final Law law;
    private final List<Seen> seen = new ArrayList<>();
    private final TreeMap<Hash, Answer.Sequenced> answered = new TreeMap<>();
    private final TreeMap<String, Long> inboxes = new TreeMap<>();
    private long at;
    private int acts;

    Promises(Counts counts, Law law) {
        this.counts = counts;
        this.law = law;
    }

    /** Notes on the record, refused ones among them. */
    int acts() {
        return acts;
    }

    long shown() {
        return seen.size();
    }

    /**
     * Looks at what is newly shown. Throws {@link IllegalStateException} where it does not go on as it has
     * to.
     */
    void see(Engine engine) {
        for (long i = seen.size(); i < engine.world().next(); i++) {
            EntryText text = engine.entry(i);
            hold(
                    text.entry().index() == i,
                    "entry " + i + " says that it is " + text.entry().index());
            hold(text.entry().cause().at() > at, "entry " + i + " is not later than the one before");
            at = text.entry().cause().at();
            text.deliveries().forEach(this::delivered);
            seen.add(new Seen(note(text), text.deliveries()));
            law.see(text, engine.world());
            count(text);
        }
    }

    private static Hash note(EntryText text) {
        return text.entry().cause().cause() instanceof Cause.Said said
                ? said.note().hash()
                : Hash.NONE;
    }

    private void delivered(DeliveryText delivery) {
        long number = inboxes.merge(delivery.to(), 1L, Long::sum);
        hold(delivery.number() == number, delivery.to() + " misses delivery " + number);
    }

    private void count(EntryText text) {
        switch (text.entry().cause().cause()) {
            case Cause.Said said -> {
                acts++;
                counts.add("said: " + said.note().type());
            }
            case Cause.Tick _ -> counts.add("said: tick");
            case Cause.WorldHashed _ -> counts.add("said: world hash");
        }
        for (Event event : text.entry().events())
            counts.add(
                    event instanceof HallEvent.Refused refused
                            ? "refused: " + refused.why().getClass().getSimpleName()
                            : "event: " + event.getClass().getSimpleName());
    }

    /** Hears an answer: it is what the entry says, and the same note gets the same one each time. */
    void answered(Hash note, Answer.Sequenced answer) {
        Answer.Sequenced before = answered.putIfAbsent(note, answer);
        if (before != null) {
            counts.add("answer: again");
            hold(before.equals(answer), "note " + note + " had answer " + before + " and has " + answer);
            return;
        }
        Seen entry = seen.get((int) answer.index());
        hold(entry.note.equals(note), "entry " + answer.index() + " is of another note than was answered");
        hold(entry.deliveries.contains(answer.delivery()), "entry " + answer.index() + " tells other than the answer");
    }

    /** After another start: whatever was shown or answered is there. */
    void kept(Engine engine) {
        long left = engine.world().next();
        hold(left >= seen.size(), seen.size() + " were shown, " + left + " are left");
        for (Answer.Sequenced answer : answered.values())
            hold(answer.index() < left, "entry " + answer.index() + " was answered and is not there");
    }

    static void hold(boolean holds, String otherwise) {
        if (!holds) throw new IllegalStateException(otherwise);
    }
}
