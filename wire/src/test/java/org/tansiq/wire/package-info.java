@NullMarked
package org.tansiq.wire;

import org.jspecify.annotations.NullMarked;
