/**
 * The demonstration: a desk in Geneva, two parties, two corridors that cross, a record that nobody can
 * rewrite.
 *
 * <pre>
 *   DemoCommand -> Geneva: the steps -> Stage: the commands that a user would type, run and shown
 *                                    -> Killed: a process ended with -9, and what it had answered
 *                                    -> Forgery: a host that changes an outcome and mends every hash
 * </pre>
 */
@NullMarked
package org.tansiq.app.demo;

import org.jspecify.annotations.NullMarked;
