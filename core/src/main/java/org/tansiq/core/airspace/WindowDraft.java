package org.tansiq.core.airspace;

import java.util.Optional;
import org.tansiq.geometry.Window;

/**
 * A window as its author asks for it. One with a number is that window of the version before, perhaps moved;
 * one without is new, and gets the next number.
 */
public record WindowDraft(Optional<Integer> number, Window window) {}
