/** The engine tried: whole, cut short, on disks that fail. */
@NullMarked
package org.tansiq.engine;

import org.jspecify.annotations.NullMarked;
