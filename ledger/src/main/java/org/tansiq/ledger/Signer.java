package org.tansiq.ledger;

import org.tansiq.core.Bytes;
import org.tansiq.core.VerifierKey;

/** Holds a private key and signs with it. */
public interface Signer {
    VerifierKey key();

    byte[] sign(Bytes message);
}
