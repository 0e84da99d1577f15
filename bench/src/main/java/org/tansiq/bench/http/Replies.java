package org.tansiq.bench.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Replies as they come in a row over one connection, each with its Content-Length. Reads no more of a header
 * than that, so that the one who measures costs little beside what is measured.
 */
final class Replies {
    /** Bytes of a head, and of a body. */
    static final int PART_MAX = 1 << 20;

    private static final int FIRST = 16 << 10;
    private static final byte[] LENGTH = "content-length:".getBytes(StandardCharsets.US_ASCII);

    private final InputStream in;
    private byte[] bytes = new byte[FIRST];
    private int from; // Where the next reply begins.
    private int until; // How far the bytes are read.
    private int body;

    Replies(InputStream in) {
        this.in = in;
    }

    /** Reads a whole reply; gives its status. Throws {@link EOFException} where there is none any more. */
    int next() throws IOException {
        int head = head();
        int length = length(head);
        while (until < head + length) more();
        int status = number(from + "HTTP/1.1 ".length());
        body = head;
        from = head + length;
        return status;
    }

    /** The body of the reply that {@link #next} gave last. */
    String body() {
        return new String(bytes, body, from - body, StandardCharsets.UTF_8);
    }

    // Gives where the body begins. What was read before is moved away first.
    private int head() throws IOException {
        System.arraycopy(bytes, from, bytes, 0, until - from);
        until -= from;
        from = 0;
        for (int at = 0; ; at++) {
            while (at + 4 > until) more();
            if (bytes[at] == '\r' && bytes[at + 1] == '\n' && bytes[at + 2] == '\r' && bytes[at + 3] == '\n')
                return at + 4;
        }
    }

    private void more() throws IOException {
        if (until == 2 * PART_MAX) throw new IOException("a reply of more than " + PART_MAX + " bytes");
        if (until == bytes.length) bytes = Arrays.copyOf(bytes, 2 * bytes.length);
        int read = in.read(bytes, until, bytes.length - until);
        if (read < 0) throw new EOFException("the connection ended");
        until += read;
    }

    private int length(int head) throws IOException {
        for (int at = from; at < head; at++)
            if (bytes[at] == '\n' && named(at + 1)) return number(at + 1 + LENGTH.length);
        throw new IOException("a reply without a length");
    }

    private boolean named(int at) {
        for (int i = 0; i < LENGTH.length; i++) {
            int lower = bytes[at + i] >= 'A' && bytes[at + i] <= 'Z' ? bytes[at + i] + 32 : bytes[at + i];
            if (lower != LENGTH[i]) return false;
        }
        return true;
    }

    private int number(int at) {
        int place = at;
        while (bytes[place] == ' ') place++;
        int number = 0;
        for (; bytes[place] >= '0' && bytes[place] <= '9'; place++)
            number = Math.min(PART_MAX, 10 * number + bytes[place] - '0');
        return number;
    }
}
