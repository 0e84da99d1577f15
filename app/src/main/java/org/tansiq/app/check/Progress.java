package org.tansiq.app.check;

/** Told of each step of something long. */
@FunctionalInterface
interface Progress {
    Progress NONE = () -> {};

    void step();
}
