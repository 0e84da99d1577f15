/** Tests of {@code org.tansiq.app.drawing}. */
@NullMarked
package org.tansiq.app.drawing;

import org.jspecify.annotations.NullMarked;
