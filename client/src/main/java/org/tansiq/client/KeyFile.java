package org.tansiq.client;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tansiq.core.Hash;
import org.tansiq.core.Malformed;
import org.tansiq.core.VerifierKey;
import org.tansiq.ledger.Ed25519;
import org.tansiq.ledger.Signer;
import org.tansiq.ledger.VKey;

/**
 * A key pair in a file that only its owner may read: {@code tansiq-key/v1}, the public key, and the secret
 * seed, in the open or sealed with a passphrase.
 */
public final class KeyFile {
    private static final String TITLE = "tansiq-key/v1";
    private static final int BYTES_MAX = 4096;
    private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rw-------");

    private final VerifierKey key;
    private final String secret;

    private KeyFile(VerifierKey key, String secret) {
        this.key = key;
        this.secret = secret;
    }

    /**
     * Makes a key pair and its file, which must not be there, and is durable when the call returns; a
     * passphrase that is empty seals nothing.
     */
    public static VerifierKey make(Path file, String name, char[] passphrase, SecureRandom random) throws IOException {
        if (!VerifierKey.named(name))
            throw new Malformed(
                    "name", name, "up to " + VerifierKey.NAME_MAX + " letters, digits, points, dashes, strokes");
        byte[] seed = new byte[Hash.BYTES];
        random.nextBytes(seed);
        VerifierKey key = Ed25519.signer(name, seed).key();
        String secret = passphrase.length == 0
                ? "seed " + Base64.getEncoder().encodeToString(seed)
                : Sealing.seal(seed, passphrase, random);
        write(file, TITLE + "\nkey " + VKey.write(key) + "\n" + secret + "\n");
        return key;
    }

    private static void write(Path file, String text) throws IOException {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] rights =
                posix ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER)} : new FileAttribute<?>[0];
        Set<StandardOpenOption> fresh = EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel to = FileChannel.open(file, fresh, rights)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) to.write(bytes);
            to.force(true);
        }
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) Own.sync(folder);
    }

    /** Reads the file of a key; a file that others may read or write is refused. Throws {@link Malformed}. */
    public static KeyFile read(Path file) throws IOException {
        if (Files.size(file) > BYTES_MAX)
            throw new Malformed("key file", Files.size(file) + " bytes", "at most " + BYTES_MAX + " bytes");
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Set<PosixFilePermission> rights = Files.getPosixFilePermissions(file);
            if (!OWNER.containsAll(rights))
                throw new Malformed("rights", PosixFilePermissions.toString(rights), "rw------- (chmod 600)");
        }
        List<String> lines = new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                .lines()
                .toList();
        if (lines.size() != 3 || !lines.get(0).equals(TITLE) || !lines.get(1).startsWith("key "))
            throw new Malformed("key file", file.getFileName().toString(), "three lines that begin with " + TITLE);
        return new KeyFile(VKey.parse(lines.get(1).substring(4)), lines.get(2));
    }

    public VerifierKey key() {
        return key;
    }

    /** Whether a passphrase is needed to sign. */
    public boolean sealed() {
        return !secret.startsWith("seed ");
    }

    /** What signs with this key. Throws {@link Malformed} for a wrong passphrase or a damaged file. */
    public Signer open(char[] passphrase) {
        byte[] seed = seed(passphrase);
        Signer signer = Ed25519.signer(key.name(), seed);
        if (!signer.key().equals(key)) throw new Malformed("seed", "", "the seed of the key " + key.name());
        return signer;
    }

    private byte[] seed(char[] passphrase) {
        if (sealed()) return Sealing.open(secret, passphrase);
        Optional<Hash> seed = Hash.parse(secret.substring("seed ".length()));
        return seed.orElseThrow(() -> new Malformed("seed", "", "base64 of 32 bytes"))
                .bytes();
    }
}
