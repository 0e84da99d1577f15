/** The command line: reads options and files, asks geometry, and prints what a person needs to know. */
@NullMarked
package org.tansiq.app;

import org.jspecify.annotations.NullMarked;
