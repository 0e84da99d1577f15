package org.tansiq.sim;

import org.tansiq.core.Hash;
import org.tansiq.ledger.Ed25519;
import org.tansiq.ledger.Scheme;
import org.tansiq.ledger.Signer;

/** Signs as people will. */
final class RealKeys implements Ways {
    private final Scheme scheme = new Ed25519();

    @Override
    public Scheme scheme() {
        return scheme;
    }

    @Override
    public Signer signer(String name, Hash secret) {
        return Ed25519.signer(name, secret.bytes());
    }
}
