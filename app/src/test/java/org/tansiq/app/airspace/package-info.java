/** Tests of {@code org.tansiq.app.airspace}. */
@NullMarked
package org.tansiq.app.airspace;

import org.jspecify.annotations.NullMarked;
