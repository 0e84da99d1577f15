/** Carries submissions to the two functions, and their results to disk and to those who asked. */
@NullMarked
package org.tansiq.engine;

import org.jspecify.annotations.NullMarked;
