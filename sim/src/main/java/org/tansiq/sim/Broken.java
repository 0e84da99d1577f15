package org.tansiq.sim;

/** A promise that a run saw broken, and how to see it again. */
public final class Broken extends AssertionError {
    private static final long serialVersionUID = 1;

    Broken(long seed, String what, Throwable cause) {
        super(
                "seed " + seed + ": " + what + "; again: ./tansiq test -pl sim -am -Dtest=SimulationTest"
                        + " -Dsurefire.failIfNoSpecifiedTests=false -Dsim.seed=" + seed,
                cause);
    }
}
