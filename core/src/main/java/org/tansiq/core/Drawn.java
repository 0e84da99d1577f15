package org.tansiq.core;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Names for what has no note of its own, drawn from the chance of an entry: HMAC-SHA-256(chance, label,
 * number as four bytes, the highest first). Whoever does not know the chance learns nothing from one about
 * another.
 */
public record Drawn(Hash chance) {
    private static final String ALGORITHM = "HmacSHA256";

    /** The label MUST be no other's, and none of those of docs/formats.md. */
    public Hash name(String label, int number) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(chance.bytes(), ALGORITHM));
            mac.update(label.getBytes(StandardCharsets.US_ASCII));
            return Hash.of(mac.doFinal(
                    ByteBuffer.allocate(Integer.BYTES).putInt(number).array()));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
