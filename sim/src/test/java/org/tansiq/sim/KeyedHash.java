package org.tansiq.sim;

import java.util.Arrays;
import org.tansiq.core.Bytes;
import org.tansiq.core.Hash;
import org.tansiq.core.VerifierKey;
import org.tansiq.ledger.Hmac;
import org.tansiq.ledger.Scheme;
import org.tansiq.ledger.Signer;

/** Signs by a hash under a key that everybody knows: quick, and of use in tests alone. */
class KeyedHash implements Ways {
    @Override
    public Scheme scheme() {
        return (key, message, signature) -> Arrays.equals(sign(key, message), signature);
    }

    @Override
    public Signer signer(String name, Hash secret) {
        VerifierKey key = new VerifierKey(name, secret);
        return new Signer() {
            @Override
            public VerifierKey key() {
                return key;
            }

            @Override
            public byte[] sign(Bytes message) {
                return KeyedHash.sign(key, message);
            }
        };
    }

    private static byte[] sign(VerifierKey key, Bytes message) {
        byte[] half = new Hmac(key.point()).of(message.copy()).bytes();
        byte[] whole = Arrays.copyOf(half, 64);
        System.arraycopy(half, 0, whole, 32, 32);
        return whole;
    }
}
