/** The law of replacement over every way out of a server: calls, streams, and the command line. */
@NullMarked
package org.tansiq.app.replacement;

import org.jspecify.annotations.NullMarked;
