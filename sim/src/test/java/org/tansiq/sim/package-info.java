/** Runs of many seeds, and the faults that they have to find. */
@NullMarked
package org.tansiq.sim;

import org.jspecify.annotations.NullMarked;
