/** Measurements of the geometry beside the yardsticks; its figures are kept in RESULTS.md. */
@NullMarked
package org.tansiq.bench;

import org.jspecify.annotations.NullMarked;
