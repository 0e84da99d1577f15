package org.tansiq.core.airspace;

import java.util.List;

/** Where two declarations would still meet if an offer were in force; nowhere if both are empty. */
public record Outlook(List<Overlap> overlaps, boolean more) {
    public Outlook {
        overlaps = List.copyOf(overlaps);
    }

    public boolean clear() {
        return overlaps.isEmpty() && !more;
    }
}
