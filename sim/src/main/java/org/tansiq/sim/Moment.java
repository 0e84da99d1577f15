package org.tansiq.sim;

import org.tansiq.core.airspace.Declaration;
import org.tansiq.core.terms.Figure;
import org.tansiq.core.terms.Terms;

/** When a version was compared with everything else, and the terms of then. */
record Moment(long at, Terms terms) {
    long figure(Declaration one, Declaration other, Figure figure) {
        return terms.between(one.party(), other.party(), figure).value();
    }
}
