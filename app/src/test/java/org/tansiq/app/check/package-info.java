/** Tests of {@code org.tansiq.app.check}. */
@NullMarked
package org.tansiq.app.check;

import org.jspecify.annotations.NullMarked;
