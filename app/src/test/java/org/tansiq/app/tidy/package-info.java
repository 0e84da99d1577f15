/**
 * The house rules that a machine can see: how long, how named, what leans on what.
 *
 * <p>Each rule is shown to fail on a planted fault, so that a rule that looks at nothing cannot pass for
 * kept.
 */
@NullMarked
package org.tansiq.app.tidy;

import org.jspecify.annotations.NullMarked;
