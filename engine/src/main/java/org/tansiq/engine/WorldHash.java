package org.tansiq.engine;

import java.security.MessageDigest;
import java.util.function.Consumer;
import org.tansiq.core.Bytes;
import org.tansiq.core.Hash;
import org.tansiq.core.World;
import org.tansiq.ledger.Sha256;
import org.tansiq.wire.WorldRows;

/** SHA-256 over the rows of a world, a line end behind each. */
final class WorldHash {
    private final MessageDigest sha256 = Sha256.digest();

    void of(World world, Consumer<Bytes> also) {
        WorldRows.write(world, row -> {
            sha256.update(row.buffer());
            sha256.update((byte) '\n');
            also.accept(row);
        });
    }

    Hash result() {
        return Hash.of(sha256.digest());
    }

    static Hash of(World world) {
        WorldHash hash = new WorldHash();
        hash.of(world, _ -> {});
        return hash.result();
    }
}
