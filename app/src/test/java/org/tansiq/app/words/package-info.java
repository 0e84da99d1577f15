/** Tests of {@code org.tansiq.app.words}. */
@NullMarked
package org.tansiq.app.words;

import org.jspecify.annotations.NullMarked;
