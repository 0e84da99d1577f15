/** Building and signing notes, the outbox: what a party runs on its own side. */
@NullMarked
package org.tansiq.client;

import org.jspecify.annotations.NullMarked;
