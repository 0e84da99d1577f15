package org.tansiq.core.airspace;

import org.tansiq.geometry.Band;
import org.tansiq.geometry.Volume;
import org.tansiq.geometry.Window;

/** What does not belong to any volume of a declaration: what lies wholly inside it is clear. */
public record Cutout(Outline outline, Band band, Window window) {
    /** What is taken out, as if it were so at all times. */
    Volume always() {
        return new Volume(outline.footprint(), band, Window.ALWAYS);
    }
}
