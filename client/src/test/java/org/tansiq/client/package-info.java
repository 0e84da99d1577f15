@NullMarked
package org.tansiq.client;

import org.jspecify.annotations.NullMarked;
