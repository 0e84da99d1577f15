/** Races inside the engine, tried from within its own package. */
@NullMarked
package org.tansiq.engine;

import org.jspecify.annotations.NullMarked;
