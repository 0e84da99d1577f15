package org.tansiq.engine;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.tansiq.core.Admission;
import org.tansiq.core.Cause;
import org.tansiq.core.Entry;
import org.tansiq.core.HallEvent;
import org.tansiq.core.Hash;
import org.tansiq.core.Stamped;
import org.tansiq.core.World;
import org.tansiq.wire.Answer;
import org.tansiq.wire.Submission;

/**
 * Runs the rules, one thing after the other, on a world that nobody sees yet. No I/O.
 */
final class Decider {
    private final Ruling rules;
    private final Stamp stamp;
    private final Chance chance;
    private final Waiting waiting;
    private final Batch batch;
    private World world;

    Decider(Ruling rules, World world, Stamp stamp, Chance chance, Waiting waiting, Batch batch) {
        this.rules = rules;
        this.world = world;
        this.stamp = stamp;
        this.chance = chance;
        this.waiting = waiting;
        this.batch = batch;
    }

    /** Decides one thing, if there is one and room for it; whether it did. */
    boolean step() {
        if (batch.full()) return false;
        if (due()) {
            made(new Cause.Tick(), Optional.empty(), _ -> {});
            return true;
        }
        Optional<Asked> next = waiting.take();
        next.ifPresent(this::decide);
        return next.isPresent();
    }

    /** Microseconds until a clock on the record runs out. */
    OptionalLong untilDue() {
        OptionalLong due = world.nextDue();
        return due.isEmpty() ? due : OptionalLong.of(Math.max(0, due.getAsLong() - stamp.now()));
    }

    private boolean due() {
        OptionalLong due = world.nextDue();
        return due.isPresent() && due.getAsLong() <= stamp.now();
    }

    private void decide(Asked asked) {
        switch (asked) {
            case Asked.Noticed noticed -> made(noticed.cause(), Optional.empty(), _ -> {});
            case Asked.Told told -> told(told.said(), told.answer());
        }
    }

    private void told(Submission said, Consumer<Answer> answer) {
        switch (rules.admit(world, said.note().note())) {
            case Admission.Next _, Admission.Second _ -> made(said.cause(), Optional.of(said), answer);
            case Admission.Repeat repeat -> batch.add(new Decided.Again(repeat.index(), said, answer));
            case Admission.Ahead ahead -> turned(new Answer.Ahead(ahead.expected()), answer);
            case Admission.Spent spent -> turned(new Answer.Spent(spent.index()), answer);
            case Admission.NotEnrolled _ -> turned(new Answer.NotEnrolled(), answer);
            case Admission.Revoked _ -> turned(new Answer.Revoked(), answer);
            case Admission.OtherTheatre other -> turned(new Answer.OtherTheatre(other.expected()), answer);
        }
    }

    private void turned(Answer what, Consumer<Answer> answer) {
        batch.add(new Decided.Turned(what, answer));
    }

    private void made(Cause cause, Optional<Submission> said, Consumer<Answer> answer) {
        Entry entry = rules.decide(world, new Stamped(stamp.next(), chance.next(), cause));
        if (entry.index() == 0 && entry.events().getFirst() instanceof HallEvent.Refused refused) {
            turned(new Answer.NotFounded(refused.why()), answer);
            return;
        }
        Optional<Hash> foreign = foreign(entry);
        if (foreign.isPresent()) {
            turned(
                    new Answer.Unreadable("envelope.rules", foreign.get().text(), "this program's " + rules.hash()),
                    answer);
            return;
        }
        world = rules.apply(world, entry);
        batch.add(new Decided.Made(entry, said, world, answer));
    }

    // Rules come into force by the program that has them: this one could neither decide what comes after nor
    // seal this entry, which is decided by the new ones already.
    private Optional<Hash> foreign(Entry entry) {
        return entry.events().stream()
                .filter(event -> event instanceof HallEvent.RulesInForce)
                .map(event -> ((HallEvent.RulesInForce) event).rules())
                .filter(adopted -> !adopted.equals(rules.hash()))
                .findFirst();
    }
}
