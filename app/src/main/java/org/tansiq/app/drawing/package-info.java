/**
 * Pictures and areas for people; nothing here is part of a verdict.
 *
 * <pre>
 * Footprint -> Outline (on a Plane) -> OverlapArea
 * </pre>
 */
@NullMarked
package org.tansiq.app.drawing;

import org.jspecify.annotations.NullMarked;
