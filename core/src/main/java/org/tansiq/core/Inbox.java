package org.tansiq.core;

/**
 * Which entries told a party something: deliveries are numbered from 1, each under the entry it came with.
 */
public record Inbox(Table<Long, Long> entries) {
    public static final Inbox EMPTY = new Inbox(Table.empty());

    public long count() {
        return entries.size();
    }

    Inbox with(long number, long index) {
        return new Inbox(entries.put(number, index));
    }
}
