/**
 * The commands {@code check} and {@code demo}.
 *
 * <pre>
 * files -> Intake -> Roll -> Comparison -> Conflict... -> Spoken (lines for people)
 *                             |  Neighbours                Written (JSON)
 *                             |  Clearings                 drawing.Picture (SVG)
 * </pre>
 *
 * <p>No verdict is made here: geometry decides, and this room puts its findings together and says them.
 */
@NullMarked
package org.tansiq.app.check;

import org.jspecify.annotations.NullMarked;
