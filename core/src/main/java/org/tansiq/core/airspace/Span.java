package org.tansiq.core.airspace;

import org.tansiq.core.Malformed;

/**
 * A part of every window, in microseconds from its beginning; closed. A leg of something that moves has one.
 */
public record Span(long from, long until) {
    public Span {
        if (from < 0) throw new Malformed("fromMicros", "" + from, "0 or more");
        if (until > AirspaceRules.HORIZON_MAX)
            throw new Malformed("untilMicros", "" + until, "at most " + AirspaceRules.HORIZON_MAX);
        if (until < from) throw new Malformed("untilMicros", "" + until, "not before fromMicros");
    }
}
