package org.tansiq.core.airspace;

import org.tansiq.core.party.PartyId;
import org.tansiq.core.terms.Agreed;
import org.tansiq.core.terms.Figure;
import org.tansiq.core.terms.Terms;

/** The terms under which two declarations are compared: how far apart, and how early said. */
public record Margins(Agreed metres, Agreed heightMetres, Agreed noticeSeconds) {
    static final long MICROS = 1_000_000;
    private static final long HALF_METRE = 500; // Millimetres: each side takes half of a margin.

    static Margins between(Terms terms, PartyId one, PartyId other) {
        return new Margins(
                terms.between(one, other, Figure.BUFFER_METRES),
                terms.between(one, other, Figure.BUFFER_HEIGHT_METRES),
                terms.between(one, other, Figure.MINIMUM_NOTICE_SECONDS));
    }

    double halfMetres() {
        return metres.value() / 2.0;
    }

    long halfMillimetres() {
        return heightMetres.value() * HALF_METRE;
    }

    /** Whether what begins at a time was said too late. */
    boolean late(long from, long said) {
        return from - said < noticeSeconds.value() * MICROS;
    }
}
