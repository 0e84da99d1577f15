package org.tansiq.app.check;

/** Told of each step of something long. */
@FunctionalInterface
public interface Progress extends AutoCloseable {
    Progress NONE = () -> {};

    void step();

    @Override
    default void close() {}
}
