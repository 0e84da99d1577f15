/** Tests of {@code org.tansiq.app.demo}. */
@NullMarked
package org.tansiq.app.demo;

import org.jspecify.annotations.NullMarked;
