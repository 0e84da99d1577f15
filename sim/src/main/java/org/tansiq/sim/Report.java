package org.tansiq.sim;

import org.tansiq.core.Hash;

/** What came of a run: the same seed and ways give the same print, which covers every byte of the record
 * and every answer; {@code acts}: notes on the record. */
public record Report(long seed, int acts, Hash print, Counts counts) {}
