@NullMarked
package org.tansiq.edge.http;

import org.jspecify.annotations.NullMarked;
