package org.tansiq.edge.http;

import static java.util.Objects.requireNonNull;

import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.tansiq.core.Bytes;
import org.tansiq.core.Hash;
import org.tansiq.core.VerifierKey;
import org.tansiq.ledger.Sha256;

/**
 * Who is logged in. A challenge serves once, a session is bound to the key that signed one; both are
 * forgotten when the process ends. Whether the key still stands is asked of the world each time, never kept
 * here.
 */
final class Sessions {
    /** Challenges that wait for a signature; of more, the oldest are forgotten. */
    static final int CHALLENGES_MAX = 10_000;

    /** Sessions of one key; one more ends that which nobody has used for longest. */
    static final int SESSIONS_MAX = 16;

    /** Microseconds for which a challenge, and a session, are good. */
    static final long CHALLENGE = 60_000_000L;

    static final long SESSION = 12 * 3_600_000_000L;

    /** A key that is logged in, until a time in microseconds. */
    record Session(VerifierKey key, long until) {}

    /** What is given out: the secret itself, and until when it is good. */
    record Given(Hash secret, long until) {}

    private final LongSupplier clock;
    private final Supplier<Hash> chance;
    private final Map<Hash, Long> challenges = new LinkedHashMap<>();
    // By the hash of the token, so that a look into memory or a comparison by time gives none away.
    private final Map<Hash, Session> sessions = new LinkedHashMap<>();
    private final Map<VerifierKey, ArrayDeque<Hash>> byKey = new LinkedHashMap<>();

    Sessions(LongSupplier clock, Supplier<Hash> chance) {
        this.clock = clock;
        this.chance = chance;
    }

    synchronized Given challenge() {
        Given given = new Given(chance.get(), clock.getAsLong() + CHALLENGE);
        if (challenges.size() == CHALLENGES_MAX)
            challenges.remove(challenges.keySet().iterator().next());
        challenges.put(given.secret, given.until);
        return given;
    }

    /** A session for a key that has signed a challenge; nothing where the challenge is not good any more. */
    synchronized Optional<Given> open(VerifierKey key, Hash challenge) {
        Long until = challenges.remove(challenge);
        if (until == null || until < clock.getAsLong()) return Optional.empty();
        Given given = new Given(chance.get(), clock.getAsLong() + SESSION);
        ArrayDeque<Hash> own = byKey.computeIfAbsent(key, _ -> new ArrayDeque<>());
        if (own.size() == SESSIONS_MAX) sessions.remove(own.removeFirst());
        Hash hidden = hidden(given.secret.text());
        own.add(hidden);
        sessions.put(hidden, new Session(key, given.until));
        return Optional.of(given);
    }

    Optional<Session> of(String token) {
        return of(hidden(token));
    }

    /** By what {@link #hidden} gave: for whoever asks often. */
    synchronized Optional<Session> of(Hash hidden) {
        Session session = sessions.get(hidden);
        if (session == null || session.until < clock.getAsLong()) return Optional.empty();
        ArrayDeque<Hash> own = requireNonNull(byKey.get(session.key));
        if (!hidden.equals(own.peekLast()) && own.remove(hidden)) own.addLast(hidden);
        return Optional.of(session);
    }

    static Hash hidden(String token) {
        return Sha256.of(Bytes.of(token));
    }
}
