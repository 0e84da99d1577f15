package org.tansiq.app.declaration;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that ends with {@link TooLarge} after its limit, so that no file fills the memory. */
final class CountedStream extends FilterInputStream {
    private final long max;
    private long read;

    CountedStream(InputStream in, long max) {
        super(in);
        this.max = max;
    }

    /** More bytes came than are allowed. */
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1;

        private final long read;
        private final long max;

        TooLarge(long read, long max) {
            super(read + " bytes, more than " + max);
            this.read = read;
            this.max = max;
        }

        Faulty faulty() {
            return Faulty.at("", InputFault.FILE_TOO_LARGE, read, max);
        }
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        count(b < 0 ? 0 : 1);
        return b;
    }

    @Override
    public int read(byte[] into, int start, int length) throws IOException {
        int n = super.read(into, start, length);
        count(Math.max(n, 0));
        return n;
    }

    private void count(int n) throws IOException {
        read += n;
        if (read > max) throw new TooLarge(read, max);
    }
}
