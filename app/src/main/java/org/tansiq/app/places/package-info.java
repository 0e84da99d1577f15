/** Places by name: the bundled file of them, and the command that finds one. */
@NullMarked
package org.tansiq.app.places;

import org.jspecify.annotations.NullMarked;
