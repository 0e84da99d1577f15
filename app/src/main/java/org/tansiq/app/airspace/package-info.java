/**
 * Commands of those who plan and watch: view-as, declare, amend, activate, end, withdraw,
 * widen, seen, list.
 *
 * <pre>
 *   file -> declaration (as check reads it) -> Envelopes -> Foretold: in words -> Speaker: signed, kept, sent
 * </pre>
 */
@NullMarked
package org.tansiq.app.airspace;

import org.jspecify.annotations.NullMarked;
