/** The server: the record of a folder behind HTTP. */
@NullMarked
package org.tansiq.app.serve;

import org.jspecify.annotations.NullMarked;
