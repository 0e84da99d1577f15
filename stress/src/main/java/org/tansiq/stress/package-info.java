/** Races between one writer and many readers; every answer seen must be one that the law allows. */
@NullMarked
package org.tansiq.stress;

import org.jspecify.annotations.NullMarked;
