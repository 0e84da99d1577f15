/**
 * What signed notes cost, from the gate to the journal, beside what checking their signatures alone costs.
 */
@NullMarked
package org.tansiq.bench.record;

import org.jspecify.annotations.NullMarked;
