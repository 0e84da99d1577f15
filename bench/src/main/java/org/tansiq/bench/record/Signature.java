package org.tansiq.bench.record;

import java.util.Base64;
import org.tansiq.core.Bytes;
import org.tansiq.core.VerifierKey;
import org.tansiq.ledger.Scheme;
import org.tansiq.wire.Submission;

/** What one check of a signature needs, and nothing around it. */
final class Signature {
    private static final int KEY_ID_BYTES = 4;

    private final VerifierKey key;
    private final Bytes text;
    private final byte[] signature;

    private Signature(VerifierKey key, Bytes text, byte[] signature) {
        this.key = key;
        this.text = text;
        this.signature = signature;
    }

    static Signature of(Submission said) {
        String raw = said.note().raw().text();
        int blank = raw.lastIndexOf("\n\n");
        String base64 = raw.substring(raw.lastIndexOf(' ') + 1).strip();
        byte[] blob = Base64.getDecoder().decode(base64);
        byte[] signature = new byte[blob.length - KEY_ID_BYTES];
        System.arraycopy(blob, KEY_ID_BYTES, signature, 0, signature.length);
        return new Signature(said.note().note().key(), Bytes.of(raw.substring(0, blank + 1)), signature);
    }

    boolean holds(Scheme scheme) {
        return scheme.verify(key, text, signature);
    }
}
