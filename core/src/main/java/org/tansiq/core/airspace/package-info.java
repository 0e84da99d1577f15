/**
 * What parties say they will do in the air, and where that meets.
 *
 * <pre>
 *   Declare, Amend -> version n: volumes, numbered windows --+-> Meetings -> Met: the finding, exact
 *   Activate, End, Withdraw some windows --------------------+                 |
 *                                                                              v
 *   See (a version of a conflict, as its viewer has it) ------> Told: what one side is told of it
 *
 *   window: declared -> activated -> ended;  declared -> withdrawn;  expired, by time alone
 * </pre>
 *
 * <p>A conflict is between two declarations of different parties and one status. It lists the pairs of
 * windows that meet, stays open until none does, and nobody's silence changes what is recorded.
 */
@NullMarked
package org.tansiq.core.airspace;

import org.jspecify.annotations.NullMarked;
