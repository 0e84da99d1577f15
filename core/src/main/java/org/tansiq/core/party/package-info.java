/**
 * Who takes part: parties, desks, keys and roles.
 *
 * <pre>
 *   Found -> every founder Accepts -> open
 *   ProposeParty -> every party Agrees -> invited -> the new party Accepts
 *   Enrol, Revoke (a head, own party)     ReplaceHead (own desks' quorum; without desks all other heads,
 *                                          and then a wait that any note of the "lost" key ends)
 * </pre>
 */
@NullMarked
package org.tansiq.core.party;

import org.jspecify.annotations.NullMarked;
