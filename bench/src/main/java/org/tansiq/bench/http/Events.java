package org.tansiq.bench.http;

import java.nio.charset.StandardCharsets;

/** Counts the events of one stream that have a number, however the bytes are cut. */
final class Events {
    private static final byte[] BEGIN = "\nid: ".getBytes(StandardCharsets.US_ASCII);

    private int seen; // Bytes of the beginning that have come in a row.

    /** How many begin in the next bytes of the stream. */
    int count(byte[] bytes, int size) {
        int count = 0;
        for (int i = 0; i < size; i++) {
            if (bytes[i] == BEGIN[seen]) seen++;
            else seen = bytes[i] == BEGIN[0] ? 1 : 0;
            if (seen == BEGIN.length) {
                count++;
                seen = 0;
            }
        }
        return count;
    }
}
