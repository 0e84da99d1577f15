package org.tansiq.core;

/** What the sections of a note came to when they were read. */
public sealed interface Reading {
    record Clear(Command command) implements Reading {}

    /** They say no command: which field, what stood there, and what may stand there. */
    record Unclear(String field, String value, String limit) implements Reading {}
}
