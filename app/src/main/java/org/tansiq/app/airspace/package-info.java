/**
 * Commands of those who plan and watch: declare, amend, activate, end, withdraw, seen, list.
 *
 * <pre>
 *   file -> declaration (as check reads it) -> Envelopes -> Foretold: in words -> Speaker: signed, kept, sent
 * </pre>
 */
@NullMarked
package org.tansiq.app.airspace;

import org.jspecify.annotations.NullMarked;
