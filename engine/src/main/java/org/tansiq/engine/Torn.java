package org.tansiq.engine;

/**
 * What a crash left after the last good frame: the file that it was moved to, how long it is, notes it held.
 */
public record Torn(String name, long bytes, long notes) {}
