/**
 * The hall: what every room shares, and the two functions that hold all the rules.
 *
 * <pre>
 *   Stamped (at, chance, cause) -> decide(world) -> Entry (events, deliveries) -> apply(world) -> World
 *                                    |                                             |
 *                                    +-- party, terms: each decides its own -------+
 * </pre>
 */
@NullMarked
package org.tansiq.core;

import org.jspecify.annotations.NullMarked;
