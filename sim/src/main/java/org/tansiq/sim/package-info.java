/**
 * The whole system on a fake clock, disk and network; a seed is a run.
 *
 * <pre>
 *   Author -> Network -> Engine -> SimDisk        Dice decides everything; SimClock is the only time
 *     ^          |          |
 *     +- answer -+       Promises: what was answered or shown has to stay so
 * </pre>
 */
@NullMarked
package org.tansiq.sim;

import org.jspecify.annotations.NullMarked;
