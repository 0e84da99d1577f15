package org.tansiq.core.airspace;

import java.util.Optional;
import org.tansiq.core.Hash;

/**
 * Which declaration it is that meets one's own, for whom its author shows more than the overlap: the sections
 * up to {@code level} of the note that says it now are open to this viewer, and where the place that it names
 * is elsewhere that is told too.
 */
public record Revealed(Level level, Hash declaration, Source source, Optional<Misplaced> misplaced) {}
