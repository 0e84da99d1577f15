/**
 * Signed notes, the tree over the entries, and the proofs: bytes and hashes, no rule.
 *
 * <pre>
 *   NoteText in SignedText (VKey, Scheme) -- cause --+
 *                                                    v
 *   DeliveryText -- slot --> Slots -- outcome --> Leaf -- hash --> Frontier
 *        |                                                  ^
 *        +------------------ InboxProof --------------------+
 * </pre>
 *
 * <p>docs/formats.md has every byte.
 */
@NullMarked
package org.tansiq.ledger;

import org.jspecify.annotations.NullMarked;
