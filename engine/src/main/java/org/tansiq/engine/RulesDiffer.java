package org.tansiq.engine;

import org.tansiq.core.Hash;

/**
 * The rules of this program are not those in force on the record: adopt them, or run the program that has
 * those.
 */
public final class RulesDiffer extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Hash inForce;
    private final transient Hash own;

    RulesDiffer(Hash inForce, Hash own) {
        super("rules in force are " + inForce + ", this program's " + own);
        this.inForce = inForce;
        this.own = own;
    }

    public Hash inForce() {
        return inForce;
    }

    public Hash own() {
        return own;
    }
}
