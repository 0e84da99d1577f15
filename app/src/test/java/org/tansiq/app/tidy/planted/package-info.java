/** Faults put here so that the rules on boundaries can be seen to find them. */
@NullMarked
package org.tansiq.app.tidy.planted;

import org.jspecify.annotations.NullMarked;
