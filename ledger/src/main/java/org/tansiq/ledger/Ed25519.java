package org.tansiq.ledger;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.math.ec.rfc8032.Ed25519.PublicPoint;
import org.tansiq.core.Bytes;
import org.tansiq.core.Hash;
import org.tansiq.core.VerifierKey;

/**
 * Ed25519 (RFC 8032), strict: 64 bytes, S below the group's order, key and R of prime order, so that
 * verifiers with and without the cofactor agree.
 *
 * <p>Decoded keys that have verified something are kept, up to {@link #POINTS_MAX}; one more, and all are let
 * go.
 */
public final class Ed25519 implements Scheme {
    public static final int SEED_BYTES = 32;
    public static final int SIGNATURE_BYTES = 64;
    public static final int POINTS_MAX = 4096;

    private final ConcurrentHashMap<Hash, PublicPoint> points = new ConcurrentHashMap<>();
    private final int max;

    public Ed25519() {
        this(POINTS_MAX);
    }

    Ed25519(int max) {
        this.max = max;
    }

    /** Signs with the private key that RFC 8032 calls the seed. */
    public static Signer signer(String name, byte[] seed) {
        if (seed.length != SEED_BYTES) throw new IllegalArgumentException("a seed of " + seed.length + " bytes");
        byte[] point = new byte[Hash.BYTES];
        org.bouncycastle.math.ec.rfc8032.Ed25519.generatePublicKey(seed, 0, point, 0);
        return new SeedSigner(new VerifierKey(name, Hash.of(point)), seed.clone(), point);
    }

    @Override
    public boolean verify(VerifierKey key, Bytes message, byte[] signature) {
        if (signature.length != SIGNATURE_BYTES) return false;
        Optional<PublicPoint> point = point(key.point());
        if (point.isEmpty() || !verify(point.get(), message.copy(), signature)) return false;
        keep(key.point(), point.get());
        return true;
    }

    int kept() {
        return points.size();
    }

    private static boolean verify(PublicPoint point, byte[] message, byte[] signature) {
        return org.bouncycastle.math.ec.rfc8032.Ed25519.verify(signature, 0, point, message, 0, message.length)
                && PrimeOrder.holds(signature, 0);
    }

    private Optional<PublicPoint> point(Hash encoded) {
        PublicPoint known = points.get(encoded);
        if (known != null) return Optional.of(known);
        return Optional.ofNullable(
                org.bouncycastle.math.ec.rfc8032.Ed25519.validatePublicKeyFullExport(encoded.bytes(), 0));
    }

    private void keep(Hash encoded, PublicPoint point) {
        if (points.containsKey(encoded)) return;
        if (points.size() >= max) points.clear();
        points.put(encoded, point);
    }

    private static final class SeedSigner implements Signer {
        private final VerifierKey key;
        private final byte[] seed;
        private final byte[] point;

        SeedSigner(VerifierKey key, byte[] seed, byte[] point) {
            this.key = key;
            this.seed = seed;
            this.point = point;
        }

        @Override
        public VerifierKey key() {
            return key;
        }

        @Override
        public byte[] sign(Bytes message) {
            byte[] text = message.copy();
            byte[] signature = new byte[SIGNATURE_BYTES];
            org.bouncycastle.math.ec.rfc8032.Ed25519.sign(seed, 0, point, 0, text, 0, text.length, signature, 0);
            return signature;
        }
    }
}
