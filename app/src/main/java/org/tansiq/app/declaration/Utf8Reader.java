package org.tansiq.app.declaration;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/**
 * UTF-8 and nothing else, every byte checked; a byte order mark before it is passed over. Unlike the reader
 * of the platform it knows in which line the first wrong byte stands. Asks for at least two characters at a
 * time, since one of the text may need both.
 */
final class Utf8Reader extends Reader {
    private static final byte[] MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private final InputStream in;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    private final ByteBuffer bytes = ByteBuffer.allocate(8192).flip();
    private boolean ended;
    private int line = 1;

    Utf8Reader(InputStream in) throws IOException {
        this.in = in;
        byte[] start = in.readNBytes(MARK.length);
        bytes.compact().put(start).flip();
        if (bytes.mismatch(ByteBuffer.wrap(MARK)) < 0) bytes.position(MARK.length);
    }

    /** Bytes that are not UTF-8, and the line in which the first of them stands, from 1. */
    static final class NotUtf8 extends CharacterCodingException {
        private static final long serialVersionUID = 1;

        final int line;

        NotUtf8(int line) {
            this.line = line;
        }
    }

    @Override
    public int read(char[] to, int from, int length) throws IOException {
        if (length < 2) throw new IllegalArgumentException("length is " + length + ", not at least 2");
        CharBuffer out = CharBuffer.wrap(to, from, length);
        decode(out);
        while (out.position() == from && !ended) {
            fill();
            decode(out);
        }
        return out.position() > from ? out.position() - from : -1;
    }

    private void decode(CharBuffer out) throws NotUtf8 {
        int first = bytes.position();
        CoderResult result = decoder.decode(bytes, out, ended);
        for (int i = first; i < bytes.position(); i++) if (bytes.get(i) == '\n') line++;
        if (result.isError()) throw new NotUtf8(line);
    }

    private void fill() throws IOException {
        bytes.compact();
        int n = in.read(bytes.array(), bytes.position(), bytes.remaining());
        ended = n < 0;
        bytes.position(bytes.position() + Math.max(n, 0)).flip();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
