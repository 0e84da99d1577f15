/**
 * The way in and out by HTTP. It translates, and holds no rule: what is said goes to the engine as it came,
 * what is shown comes from {@link org.tansiq.core.Disclosure}.
 *
 * <pre>
 *   HttpServer (Helidon) -> Request -> Api -+-> Engine            what is said: POST notes
 *                                           +-> Sessions          who asks: a key that signed a challenge
 *                                           +-> Reads             what is shown, of Engine.world()
 *                                           +-> Streams <- Feeds  what comes, from a follower of the engine
 *                                           +-> Description       what all of these take and answer
 *                           Response <------+                     (a Fault becomes problem+json in Problems)
 * </pre>
 */
@NullMarked
package org.tansiq.edge.http;

import org.jspecify.annotations.NullMarked;
