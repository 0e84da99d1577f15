package org.tansiq.ledger;

import org.tansiq.core.Bytes;
import org.tansiq.core.Note;

/** A note whose signature was checked, and the bytes that it came in. */
public record SignedNote(Note note, Bytes raw) {}
