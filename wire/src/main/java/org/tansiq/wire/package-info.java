/** The one deterministic encoding of submissions, entries and snapshots. */
@NullMarked
package org.tansiq.wire;

import org.jspecify.annotations.NullMarked;
