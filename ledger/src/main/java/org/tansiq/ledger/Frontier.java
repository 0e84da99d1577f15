package org.tansiq.ledger;

import java.util.ArrayList;
import java.util.List;
import org.tansiq.core.Hash;
import org.tansiq.core.Malformed;

/**
 * The tree over all entries (RFC 6962), as far as it takes to add the next: the roots of its full subtrees,
 * the largest first. Laws: {@code theRootIsThatOfTheNaiveTree}, {@code ofGivesWhatPeaksHeld}.
 */
public final class Frontier {
    /** The tree of nothing; its root is the hash of no bytes. */
    public static final Frontier EMPTY = new Frontier(0, List.of());

    private static final byte[] NODE = {1};

    private final long size;
    private final List<Hash> peaks;

    private Frontier(long size, List<Hash> peaks) {
        this.size = size;
        this.peaks = peaks;
    }

    /** The tree of so many leaves that has these peaks, one for each bit of the size. */
    public static Frontier of(long size, List<Hash> peaks) {
        if (size < 0) throw new Malformed("size", Long.toString(size), "a number from 0");
        if (Long.bitCount(size) != peaks.size())
            throw new Malformed("peaks", peaks.size() + " hashes", Long.bitCount(size) + " hashes");
        return new Frontier(size, List.copyOf(peaks));
    }

    /** The tree with one leaf more, given by its hash. */
    public Frontier add(Hash leaf) {
        List<Hash> grown = new ArrayList<>(peaks);
        Hash last = leaf;
        for (long left = size; (left & 1) == 1; left >>>= 1) last = node(grown.removeLast(), last);
        grown.add(last);
        return new Frontier(Math.addExact(size, 1), List.copyOf(grown));
    }

    public long size() {
        return size;
    }

    public List<Hash> peaks() {
        return peaks;
    }

    public Hash root() {
        if (peaks.isEmpty()) return Sha256.of(new byte[0]);
        Hash root = peaks.getLast();
        for (Hash peak : peaks.reversed().subList(1, peaks.size())) root = node(peak, root);
        return root;
    }

    private static Hash node(Hash left, Hash right) {
        return Sha256.of(NODE, left.bytes(), right.bytes());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Frontier that && size == that.size && peaks.equals(that.peaks);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(size) * 31 + peaks.hashCode();
    }

    @Override
    public String toString() {
        return size + " leaves, root " + root();
    }
}
