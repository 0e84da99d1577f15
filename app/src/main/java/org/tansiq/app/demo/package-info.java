/**
 * The demonstration: a desk in Geneva, two parties, two corridors that cross, and a record that nobody can rewrite.
 *
 * <pre>
 *   DemoCommand: the steps -> Stage: the commands that a user would type, run and shown
 *                          -> Killed: a process ended with -9, and what it had answered
 *                          -> Forgery: a host that changes an outcome and mends every hash; for this demonstration only
 * </pre>
 */
@NullMarked
package org.tansiq.app.demo;

import org.jspecify.annotations.NullMarked;
