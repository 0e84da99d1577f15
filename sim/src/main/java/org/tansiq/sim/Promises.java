package org.tansiq.sim;

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
    private final Counts counts;
    private final TreeMap<Hash, Answer.Sequenced> answered = new TreeMap<>();
    private final TreeMap<String, Long> inboxes = new TreeMap<>();
    private long shown;
    private long at;
    private int acts;

    Promises(Counts counts) {
        this.counts = counts;
    }

    /** Notes on the record, refused ones among them. */
    int acts() {
        return acts;
    }

    long shown() {
        return shown;
    }

    /** Looks at what is newly shown. Throws {@link IllegalStateException} where it does not go on as it has to. */
    void see(Engine engine) {
        for (; shown < engine.world().next(); shown++) {
            long i = shown;
            EntryText text = engine.entry(i);
            hold(
                    text.entry().index() == i,
                    "entry " + i + " says that it is " + text.entry().index());
            hold(text.entry().cause().at() > at, "entry " + i + " is not later than the one before");
            at = text.entry().cause().at();
            text.deliveries().forEach(this::delivered);
            count(text);
        }
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
    void answered(Engine engine, Hash note, Answer.Sequenced answer) {
        Answer.Sequenced before = answered.putIfAbsent(note, answer);
        if (before != null) {
            counts.add("answer: again");
            hold(before.equals(answer), "note " + note + " had answer " + before + " and has " + answer);
            return;
        }
        EntryText text = engine.entry(answer.index());
        boolean same = text.entry().cause().cause() instanceof Cause.Said said
                && said.note().hash().equals(note);
        hold(same, "entry " + answer.index() + " is of another note than was answered");
        hold(text.deliveries().contains(answer.delivery()), "entry " + answer.index() + " tells other than the answer");
    }

    /** After another start: whatever was shown or answered is there. */
    void kept(Engine engine) {
        long left = engine.world().next();
        hold(left >= shown, shown + " were shown, " + left + " are left");
        for (Answer.Sequenced answer : answered.values())
            hold(answer.index() < left, "entry " + answer.index() + " was answered and is not there");
    }

    static void hold(boolean holds, String otherwise) {
        if (!holds) throw new IllegalStateException(otherwise);
    }
}
