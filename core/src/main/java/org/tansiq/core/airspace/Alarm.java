package org.tansiq.core.airspace;

/** Why an owner should look at what another party declares near it. Each counts the owner's own only. */
public enum Alarm {
    /** Much is touched for the little volume that is declared. */
    MUCH_TOUCHED,
    /** Many small declarations meet one of the owner's. */
    MANY_SMALL,
    /** Of what met one of the owner's and is over hardly anything was ever activated. */
    NEVER_ACTIVATED
}
