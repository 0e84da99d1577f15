/**
 * Yardsticks and measurements. Never shipped; nothing depends on it.
 *
 * <pre>
 *   Chance -> Workload (TSQ-W) -> Searcher: Ours, StrTree, S2Covering, PostGis, BruteForce
 *                                    |
 *                                 Contest (interleaved rounds) -> Latency -> Results, Plot
 * </pre>
 */
@NullMarked
package org.tansiq.bench;

import org.jspecify.annotations.NullMarked;
