package org.tansiq.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tansiq.core.Bytes;
import org.tansiq.core.Hash;
import org.tansiq.wire.Answer;

/** Carries lines to the engine and answers back, in no order; loses some, and brings some twice. */
final class Network {
    /** Flights in the air one way. */
    private static final int FLIGHTS_MAX = 64;

    /** How many earlier flights one may overtake, and one more. */
    private static final int OVERTAKEN_MAX = 6;

    /** A line on its way; {@code note} is the hash of the note in it, none where it holds none. */
    record Line(Author from, Hash note, Bytes text) {}

    record Reply(Author to, Hash note, Answer answer) {}

    private final Dice dice;
    private final Counts counts;
    private final List<Line> lines = new ArrayList<>();
    private final List<Reply> replies = new ArrayList<>();

    Network(Dice dice, Counts counts) {
        this.dice = dice;
        this.counts = counts;
    }

    void send(Line line) {
        if (lines.size() < FLIGHTS_MAX) lines.add(line);
        else counts.add("network: line lost");
    }

    void reply(Reply reply) {
        replies.add(reply);
    }

    Optional<Line> line() {
        return next(lines, "line");
    }

    Optional<Reply> answer() {
        return next(replies, "answer");
    }

    /** The connections are gone, and the answers on them. */
    void cut() {
        counts.add("network: answer lost", replies.size());
        replies.clear();
    }

    private <T> Optional<T> next(List<T> flights, String what) {
        if (flights.isEmpty()) return Optional.empty();
        T flight = flights.remove(dice.below(Math.min(flights.size(), OVERTAKEN_MAX)));
        if (dice.oneIn(25)) {
            counts.add("network: " + what + " lost");
            return Optional.empty();
        }
        if (dice.oneIn(25)) {
            counts.add("network: " + what + " twice");
            flights.add(flight);
        }
        return Optional.of(flight);
    }
}
