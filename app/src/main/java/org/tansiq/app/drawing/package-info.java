/**
 * Pictures and areas for people; nothing here is part of a verdict.
 *
 * <pre>
 * Footprint -> Outline (on a Plane) -> OverlapArea
 *                                   -> PlanDrawing --+
 * Panel -> Bars (heights, times) --------------------+--> Picture (SVG)
 * </pre>
 *
 * <p>Colours are of the set by Okabe and Ito, told apart with any colour vision; what overlaps is hatched
 * besides.
 */
@NullMarked
package org.tansiq.app.drawing;

import org.jspecify.annotations.NullMarked;
