package org.tansiq.engine;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.tansiq.core.Hash;
import org.tansiq.ledger.Sha256;

/**
 * What stands before the bodies of a frame, over its bytes. Big endian:
 *
 * <pre>
 *    0  8  FF and "TANSIQJ"; no text in UTF-8 holds FF
 *    8  4  version, 1
 *   12  4  length of this header
 *   16  8  index of the first entry
 *   24  4  how many entries
 *   28  4  length of all bodies
 *   32 32  SHA-256 of the header before, 0 for the first
 *   64 32  root of the tree with these entries in it
 *   96 40  for each entry: 32 leaf hash, 4 length of its body, 4 CRC32C of its body
 *      4   CRC32C of all before
 * </pre>
 *
 * <p>Magic, version, header length and the closing checksum stay where they are in every version.
 */
final class FrameHeader {
    static final long MAGIC = 0xFF54_414E_5349_514AL;
    static final int VERSION = 1;
    static final int LENGTH_MAX = length(Journal.BATCH_MAX);
    static final int LENGTH_MIN = length(1);

    static final int VERSION_AT = 8;
    static final int LENGTH_AT = 12;
    private static final int FIRST_AT = 16;
    static final int COUNT_AT = 24;
    static final int BODIES_AT = 28;
    private static final int PREVIOUS_AT = 32;
    private static final int ROOT_AT = 64;
    static final int ENTRIES_AT = 96;
    private static final int ENTRY_BYTES = 40;
    private static final int CHECKSUM_BYTES = 4;

    private final ByteBuffer bytes;

    private FrameHeader(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    private static int length(int entries) {
        return ENTRIES_AT + ENTRY_BYTES * entries + CHECKSUM_BYTES;
    }

    /** A whole frame, header and bodies, from position 0 to the limit. */
    static ByteBuffer frame(Frame frame, Hash previous) {
        List<Written> batch = frame.entries();
        int header = length(batch.size());
        int bodies = bodies(batch);
        ByteBuffer all = ByteBuffer.allocate(header + bodies);
        all.putLong(MAGIC).putInt(VERSION).putInt(header);
        all.putLong(frame.first()).putInt(batch.size()).putInt(bodies);
        put(all, previous);
        put(all, frame.root());
        int bodyAt = header;
        for (Written entry : batch) {
            int length = entry.body().size();
            all.put(bodyAt, entry.body().buffer(), 0, length);
            put(all, entry.leaf());
            all.putInt(length).putInt(checksum(all, bodyAt, length));
            bodyAt += length;
        }
        all.putInt(checksum(all, 0, header - CHECKSUM_BYTES));
        return all.rewind();
    }

    private static int bodies(List<Written> batch) {
        if (batch.size() > Journal.BATCH_MAX)
            throw new IllegalArgumentException(batch.size() + " entries, more than " + Journal.BATCH_MAX);
        long bytes = batch.stream().mapToLong(entry -> entry.body().size()).sum();
        if (bytes > Journal.BATCH_BYTES_MAX)
            throw new IllegalArgumentException(bytes + " bytes, more than " + Journal.BATCH_BYTES_MAX);
        return (int) bytes;
    }

    private static void put(ByteBuffer into, Hash hash) {
        into.putLong(hash.first()).putLong(hash.second()).putLong(hash.third()).putLong(hash.fourth());
    }

    /** The header at the start of some bytes, if its checksum holds there; over these bytes, not a copy. */
    static Optional<FrameHeader> at(ByteBuffer bytes) {
        if (bytes.remaining() < LENGTH_MIN || bytes.getLong(bytes.position()) != MAGIC) return Optional.empty();
        int length = bytes.getInt(bytes.position() + LENGTH_AT);
        if (length < LENGTH_MIN || length > Math.min(LENGTH_MAX, bytes.remaining())) return Optional.empty();
        ByteBuffer header = bytes.slice(bytes.position(), length);
        int checksum = checksum(header, 0, length - CHECKSUM_BYTES);
        return checksum == header.getInt(length - CHECKSUM_BYTES)
                ? Optional.of(new FrameHeader(header))
                : Optional.empty();
    }

    static int checksum(ByteBuffer bytes, int at, int length) {
        CRC32C sum = new CRC32C();
        sum.update(bytes.slice(at, length));
        return (int) sum.getValue();
    }

    int version() {
        return bytes.getInt(VERSION_AT);
    }

    int length() {
        return bytes.limit();
    }

    /**
     * The length that the count of entries gives, which {@link #length} equals unless whoever wrote it was
     * wrong.
     */
    long lengthAsCounted() {
        return ENTRIES_AT + (long) ENTRY_BYTES * bytes.getInt(COUNT_AT) + CHECKSUM_BYTES;
    }

    /** Whether the lengths of the bodies add up to the length of all, and none is beyond its limit. */
    boolean bodiesAddUp() {
        long sum = 0;
        for (int i = 0; i < count(); i++) {
            if (bodyLength(i) < 0 || bodyLength(i) > Written.BODY_MAX) return false;
            sum += bodyLength(i);
        }
        return sum == bodies() && sum <= Journal.BATCH_BYTES_MAX;
    }

    long first() {
        return bytes.getLong(FIRST_AT);
    }

    int count() {
        return bytes.getInt(COUNT_AT);
    }

    int bodies() {
        return bytes.getInt(BODIES_AT);
    }

    Hash previous() {
        return hash(PREVIOUS_AT);
    }

    Hash root() {
        return hash(ROOT_AT);
    }

    Hash leaf(int entry) {
        return hash(ENTRIES_AT + ENTRY_BYTES * entry);
    }

    int bodyLength(int entry) {
        return bytes.getInt(ENTRIES_AT + ENTRY_BYTES * entry + Hash.BYTES);
    }

    int bodyChecksum(int entry) {
        return bytes.getInt(ENTRIES_AT + ENTRY_BYTES * entry + Hash.BYTES + 4);
    }

    /** Bytes from the start of the frame to the body of an entry. */
    int bodyAt(int entry) {
        int at = length();
        for (int i = 0; i < entry; i++) at += bodyLength(i);
        return at;
    }

    /** What the next header names. */
    Hash hash() {
        byte[] all = new byte[length()];
        bytes.get(0, all);
        return Sha256.of(all);
    }

    private Hash hash(int at) {
        return new Hash(bytes.getLong(at), bytes.getLong(at + 8), bytes.getLong(at + 16), bytes.getLong(at + 24));
    }
}
