package org.tansiq.client;

import java.time.Duration;

/**
 * How long a connection, the beginning of a reply, and the rest of it may take; and how long a stream may
 * bring nothing at all, not even a heartbeat.
 */
record Limits(Duration connect, Duration begin, Duration rest, Duration silence) {
    /** A server has a heartbeat every 15 s. The rest is for 256 MiB on a line of 1 MB a second. */
    static final Limits USUAL =
            new Limits(Duration.ofSeconds(10), Duration.ofSeconds(60), Duration.ofMinutes(5), Duration.ofSeconds(45));
}
