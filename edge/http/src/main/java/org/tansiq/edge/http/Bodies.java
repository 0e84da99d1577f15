package org.tansiq.edge.http;

import java.util.Map;
import java.util.TreeMap;

/**
 * Room for the bodies of all calls that are read or answered now. It is taken as the bytes come, for who only
 * announces a body must not take anybody's; one network gets half of it at most.
 */
final class Bodies {
    /** Bytes that room is taken for at once. */
    static final int PIECE = 16 << 10;

    private final int most;
    private final Map<String, Integer> networks = new TreeMap<>();
    private int taken;

    /** {@code most}: bytes. */
    Bodies(int most) {
        this.most = most;
    }

    int ofNetwork() {
        return most / 2;
    }

    /** Room for so many bytes more, for a network; whether there was. */
    synchronized boolean take(String network, int bytes) {
        int own = networks.getOrDefault(network, 0) + bytes;
        if (taken + bytes > most || own > ofNetwork()) return false;
        networks.put(network, own);
        taken += bytes;
        return true;
    }

    synchronized void give(String network, int bytes) {
        int left = networks.getOrDefault(network, 0) - bytes;
        if (left > 0) networks.put(network, left);
        else networks.remove(network);
        taken -= bytes;
    }
}
