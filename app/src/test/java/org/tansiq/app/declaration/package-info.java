/** Every shape, every kind of bad input, and many that nobody thought of. */
@NullMarked
package org.tansiq.app.declaration;

import org.jspecify.annotations.NullMarked;
