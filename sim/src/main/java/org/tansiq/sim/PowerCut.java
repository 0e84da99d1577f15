package org.tansiq.sim;

/** The process ends here, in the middle of whatever it did to the disk. */
final class PowerCut extends Error {
    private static final long serialVersionUID = 1;

    PowerCut(String during) {
        super(during);
    }
}
