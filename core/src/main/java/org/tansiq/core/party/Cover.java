package org.tansiq.core.party;

import java.util.List;
import org.tansiq.core.Malformed;
import org.tansiq.core.Unsound;
import org.tansiq.geometry.Band;
import org.tansiq.geometry.Core;
import org.tansiq.geometry.Position;

/** The area and the heights that a theatre covers: the smaller area within a ring. */
public record Cover(List<Position> outline, Band band) {
    public static final int OUTLINE_MAX = 1000;

    public Cover {
        outline = List.copyOf(outline);
        if (outline.size() > OUTLINE_MAX)
            throw new Malformed("outline", outline.size() + " positions", "at most " + OUTLINE_MAX);
        List<Position> ring = outline;
        Unsound.fit("outline", () -> Core.ring(ring));
    }
}
