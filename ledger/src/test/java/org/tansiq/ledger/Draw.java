package org.tansiq.ledger;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.tansiq.core.Bytes;
import org.tansiq.core.Hash;
import org.tansiq.core.Status;
import org.tansiq.core.VerifierKey;

/** Values to try laws on. */
final class Draw {
    static final Signer SIGNER = Ed25519.signer("TEST-a/desk", hash("seed").bytes());
    static final long TIME = 1_795_467_845_123_456L; // 2026-11-23T21:04:05.123456Z

    private Draw() {}

    static Hash hash(String word) {
        return Sha256.of(Bytes.of(word));
    }

    static Draft draft() {
        return new Draft(
                hash("theatre"),
                SIGNER.key(),
                12,
                hash("prev"),
                TIME,
                "party.desk",
                Status.ACTUAL,
                hash("envelope"),
                hash("details"));
    }

    static DeliveryText delivery(long number, Hash prev, String body) {
        return new DeliveryText("b", number, prev, TIME + number, Bytes.of(body));
    }

    static Arbitrary<Hash> hashes() {
        return Arbitraries.longs().list().ofSize(4).map(l -> new Hash(l.get(0), l.get(1), l.get(2), l.get(3)));
    }

    static Arbitrary<Long> times() {
        return Arbitraries.longs().between(0, TimeText.TIME_MAX);
    }

    static Arbitrary<Signer> signers() {
        return Combinators.combine(
                        Arbitraries.of("TEST-a", "TEST-b/desk", "a", "x".repeat(VerifierKey.NAME_MAX)), hashes())
                .as((name, seed) -> Ed25519.signer(name, seed.bytes()));
    }

    static Arbitrary<Draft> drafts() {
        Arbitrary<List<Hash>> four = hashes().list().ofSize(4);
        return Combinators.combine(
                        four,
                        Arbitraries.longs().greaterOrEqual(0),
                        times(),
                        Arbitraries.of("party.desk", "a.-", "terms.sign-up.b"),
                        Arbitraries.of(Status.class))
                .as((h, seq, time, type, status) ->
                        new Draft(h.get(0), SIGNER.key(), seq, h.get(1), time, type, status, h.get(2), h.get(3)));
    }

    /** Lines of text as a delivery's body may hold, from all planes. */
    static Arbitrary<Bytes> bodies() {
        return Arbitraries.integers()
                .between(' ', Character.MAX_CODE_POINT)
                .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
                .list()
                .ofMinSize(1)
                .ofMaxSize(60)
                .map(points -> Bytes.of(points.stream().map(Character::toString).collect(Collectors.joining())));
    }

    static Arbitrary<DeliveryText> deliveries() {
        return Combinators.combine(
                        Arbitraries.of("a", "party-2", "TEST-c"),
                        Arbitraries.longs().greaterOrEqual(1),
                        hashes().filter(hash -> !hash.equals(Hash.NONE)),
                        times(),
                        bodies())
                .as((to, number, prev, at, body) ->
                        new DeliveryText(to, number, number == 1 ? Hash.NONE : prev, at, body));
    }

    static Arbitrary<Leaf> leaves() {
        return Combinators.combine(Arbitraries.longs().greaterOrEqual(0), times(), hashes(), hashes(), hashes())
                .as(Leaf::new);
    }
}
