package org.tansiq.core.airspace;

import org.tansiq.core.Hash;

/** Where something was said: the hash of the note, and the index of the entry that holds it. */
public record Source(Hash note, long entry) {}
