/**
 * What a declaration costs that comes over HTTP, beside one that an engine in process takes.
 *
 * <pre>
 *   HttpBench -> Served (./tansiq serve, a process of its own), Profile (its processor time by stage)
 *             -> Replay -> Caller -> Replies      notes signed beforehand, a connection for each key
 *             -> Listeners                        event streams, all read by one thread
 * </pre>
 */
@NullMarked
package org.tansiq.bench.http;

import org.jspecify.annotations.NullMarked;
