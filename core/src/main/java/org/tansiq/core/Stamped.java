package org.tansiq.core;

/**
 * What reaches the rules, with all the time and chance that they will ever see.
 *
 * <p>{@code at} is in microseconds since 1970 and rises from entry to entry; {@code chance} is 32 bytes that
 * only auditors see: salts and identifiers of things without a note derive from it.
 */
public record Stamped(long at, Hash chance, Cause cause) {}
