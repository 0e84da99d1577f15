package org.tansiq.engine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tansiq.core.Bytes;

/** Reads the bodies of a frame, and holds each to its own checksum. */
final class FrameBodies {
    private FrameBodies() {}

    /** One entry. Throws {@link BodyLost}. */
    static Written one(DiskFile file, long at, FrameHeader header, int entry) throws IOException {
        ByteBuffer body = ByteBuffer.allocate(header.bodyLength(entry));
        file.read(at + header.bodyAt(entry), body);
        return written(header, entry, body.flip());
    }

    /** All entries of the frame that begins at a place. Throws {@link BodyLost}. */
    static List<Written> all(DiskFile file, long at, FrameHeader header) throws IOException {
        List<Written> entries = new ArrayList<>(header.count());
        ByteBuffer bodies = read(file, at, header);
        for (int i = 0; i < header.count(); i++) entries.add(written(header, i, next(bodies, header.bodyLength(i))));
        return entries;
    }

    /** The index of the first entry whose body is not what was written. */
    static Optional<Long> lost(DiskFile file, long at, FrameHeader header) throws IOException {
        ByteBuffer bodies = read(file, at, header);
        for (int i = 0; i < header.count(); i++)
            if (!holds(header, i, next(bodies, header.bodyLength(i)))) return Optional.of(header.first() + i);
        return Optional.empty();
    }

    private static ByteBuffer read(DiskFile file, long at, FrameHeader header) throws IOException {
        ByteBuffer bodies = ByteBuffer.allocate(header.bodies());
        file.read(at + header.length(), bodies);
        return bodies.flip();
    }

    private static ByteBuffer next(ByteBuffer bodies, int length) {
        ByteBuffer body = bodies.slice(bodies.position(), Math.min(length, bodies.remaining()));
        bodies.position(bodies.position() + body.limit());
        return body;
    }

    private static Written written(FrameHeader header, int entry, ByteBuffer body) {
        if (!holds(header, entry, body)) throw new BodyLost(header.first() + entry);
        byte[] copy = new byte[body.limit()];
        body.get(copy);
        return new Written(header.leaf(entry), Bytes.of(copy));
    }

    private static boolean holds(FrameHeader header, int entry, ByteBuffer body) {
        return body.limit() == header.bodyLength(entry)
                && FrameHeader.checksum(body, 0, body.limit()) == header.bodyChecksum(entry);
    }
}
