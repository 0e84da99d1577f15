package org.tansiq.ledger;

import org.tansiq.core.Bytes;
import org.tansiq.core.VerifierKey;

/** How signatures are checked. Called by many threads at once. */
public interface Scheme {
    /** Whether the signature is the key's over the message; false, never an exception, whatever the bytes. */
    boolean verify(VerifierKey key, Bytes message, byte[] signature);
}
