/**
 * What pairs and groups agreed as numbers.
 *
 * <pre>
 *   Propose (a head, also its signature) -> others of the group Sign -> all have: in force
 *                                        -> the time to answer runs out: lapsed
 *
 *   a number for a pair: the smallest group that holds both, of equal ones the later in force;
 *                        what its text lacks: the theatre's; what that lacks: the default of these rules
 * </pre>
 */
@NullMarked
package org.tansiq.core.terms;

import org.jspecify.annotations.NullMarked;
