package org.tansiq.client;

import java.io.IOException;
import java.net.URI;

/** A server does not answer, or not as one: what is said to it may or may not have come in. */
public final class Unreachable extends IOException {
    private static final long serialVersionUID = 1;

    private final String why;

    Unreachable(URI server, String why) {
        super(server + ": " + why);
        this.why = server + ": " + why;
    }

    /** The server, and what happened instead of an answer. */
    public String why() {
        return why;
    }
}
