@NullMarked
package org.tansiq.app.serve;

import org.jspecify.annotations.NullMarked;
