/**
 * What parties declare, and the two forms it is read from.
 *
 * <pre>
 *   .geojson -> JsonTree -> Node --> Shape --> Sketch --+
 *                                                       +--> Declaration (parts of volumes) --> Reading
 *   .scn -> ScenarioLines -> ScenarioLine --> Flight ---+
 * </pre>
 *
 * <p>Reading never throws: what cannot be read is a {@link org.tansiq.app.declaration.Refused} that names
 * file, feature, field, value and limit, and everything else is kept. Every item read ends up in exactly
 * one of the three heaps of a {@link org.tansiq.app.declaration.Reading}. Curves are computed on
 * StrictMath, so that two parties who read one file get the same volumes.
 */
@NullMarked
package org.tansiq.app.declaration;

import org.jspecify.annotations.NullMarked;
