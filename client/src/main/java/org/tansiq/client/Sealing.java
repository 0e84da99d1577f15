package org.tansiq.client;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.generators.SCrypt;
import org.tansiq.core.Malformed;

/**
 * A secret behind a passphrase: {@code scrypt SALT NONCE SEALED} in base64, AES-256-GCM under scrypt (RFC
 * 7914, N = 2^15, r = 8, p = 1: 32 MiB).
 */
final class Sealing {
    private static final int COST = 1 << 15;
    private static final int BLOCK = 8;
    private static final int SALT_BYTES = 16;
    private static final int NONCE_BYTES = 12;
    private static final int KEY_BYTES = 32;
    private static final int TAG_BITS = 128;
    private static final Pattern FORM = Pattern.compile("scrypt ([A-Za-z0-9+/=]+) ([A-Za-z0-9+/=]+) ([A-Za-z0-9+/=]+)");

    private Sealing() {}

    static String seal(byte[] secret, char[] passphrase, SecureRandom random) {
        byte[] salt = new byte[SALT_BYTES];
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(salt);
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, passphrase, salt, nonce).doFinal(secret);
            return "scrypt " + text(salt) + " " + text(nonce) + " " + text(sealed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] open(String sealed, char[] passphrase) {
        Matcher parts = FORM.matcher(sealed);
        if (!parts.matches()) throw new Malformed("key file", "", "a seed, or a seed sealed with scrypt");
        try {
            byte[] salt = Base64.getDecoder().decode(parts.group(1));
            byte[] nonce = Base64.getDecoder().decode(parts.group(2));
            return cipher(Cipher.DECRYPT_MODE, passphrase, salt, nonce)
                    .doFinal(Base64.getDecoder().decode(parts.group(3)));
        } catch (GeneralSecurityException | IllegalArgumentException _) {
            throw new Malformed("passphrase", "", "the passphrase of this key file");
        }
    }

    private static Cipher cipher(int mode, char[] passphrase, byte[] salt, byte[] nonce)
            throws GeneralSecurityException {
        byte[] key = SCrypt.generate(utf8(passphrase), salt, COST, BLOCK, 1, KEY_BYTES);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }

    private static byte[] utf8(char[] passphrase) {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(CharBuffer.wrap(passphrase));
        byte[] all = new byte[bytes.remaining()];
        bytes.get(all);
        return all;
    }

    private static String text(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
