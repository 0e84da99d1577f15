package org.tansiq.core;

import java.util.regex.Pattern;

/**
 * An Ed25519 public key under a name, as signed notes have it (C2SP signed-note, "verifier key").
 *
 * <p>The point alone identifies a key; the name is for people. A key made for tests says so by {@link
 * #TEST_MARK}, and only a theatre that was founded for tests takes it.
 */
public record VerifierKey(String name, Hash point) {
    public static final int NAME_MAX = 80;
    public static final String TEST_MARK = "TEST-";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/-]{0," + (NAME_MAX - 1) + "}");

    public VerifierKey {
        if (!named(name)) throw new IllegalArgumentException("key name " + name);
    }

    /**
     * Whether a key may bear the name: up to 80 letters, digits, points, dashes, strokes; no space, no plus.
     */
    public static boolean named(String name) {
        return NAME.matcher(name).matches();
    }

    public boolean test() {
        return name.startsWith(TEST_MARK);
    }
}
