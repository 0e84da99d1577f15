package org.tansiq.core.airspace;

import java.util.Optional;
import org.tansiq.geometry.Band;
import org.tansiq.geometry.Volume;
import org.tansiq.geometry.Window;

/** A footprint through a band of height, for all of each window or the same part of each. */
public record DeclaredVolume(Outline outline, Band band, Optional<Span> during) {
    /** The volume in one window, which is long enough for it. */
    public Volume in(Window window) {
        return new Volume(outline.footprint(), band, part(window));
    }

    /** The volume as if it were held at all times. */
    Volume always() {
        return new Volume(outline.footprint(), band, Window.ALWAYS);
    }

    /** When in a window the volume is held. */
    Window part(Window window) {
        return during.map(span ->
                        new Window(window.from() + span.from(), Math.min(window.until(), window.from() + span.until())))
                .orElse(window);
    }

    boolean fits(Window window) {
        return during.isEmpty()
                || window.until() == Window.OPEN_UNTIL
                || during.get().until() <= window.until() - window.from();
    }
}
