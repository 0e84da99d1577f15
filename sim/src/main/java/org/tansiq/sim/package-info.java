/** The whole system on a fake clock and disk; a seed is a run. */
@NullMarked
package org.tansiq.sim;

import org.jspecify.annotations.NullMarked;
