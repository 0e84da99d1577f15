package org.tansiq.edge.http;

import java.io.IOException;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.tansiq.core.Hash;
import org.tansiq.core.party.PartyId;
import org.tansiq.engine.Engine;
import org.tansiq.ledger.TimeText;

/**
 * Streams of what a party is told, each delivery under its inbox number, so that a stream that broke goes on
 * without a gap. Ends when its session does.
 */
final class Streams {
    /** Streams of one key. */
    static final int PER_KEY_MAX = 8;

    /** Streams altogether. */
    static final int ALL_MAX = 4096;

    /** Deliveries that a stream may lag behind; beyond it is told to read the pages instead. */
    static final long BEHIND_MAX = 10_000;

    private static final long HEARTBEAT = 15_000; // Milliseconds.

    private final Engine engine;
    private final Feeds feeds;
    private final LongSupplier clock;
    private final AtomicBoolean ending = new AtomicBoolean();
    private final TreeMap<Hash, Integer> open = new TreeMap<>();
    private int all;

    Streams(Engine engine, Feeds feeds, LongSupplier clock) {
        this.engine = engine;
        this.feeds = feeds;
        this.clock = clock;
    }

    /** A stream from behind a number on, as long as {@code stands} says so. */
    Response open(Hash key, PartyId party, long from, BooleanSupplier stands) {
        take(key);
        return new Response.Events(out -> {
            try {
                run(out, party, from, stands);
            } finally {
                give(key);
            }
        });
    }

    private synchronized void take(Hash key) {
        int own = open.getOrDefault(key, 0);
        if (own >= PER_KEY_MAX) throw new Fault(429, "too-many-streams", "key", own + " streams", "" + PER_KEY_MAX);
        if (all >= ALL_MAX) throw new Fault(429, "too-many-streams", "server", all + " streams", "" + ALL_MAX);
        open.put(key, own + 1);
        all++;
    }

    private synchronized void give(Hash key) {
        int left = open.getOrDefault(key, 1) - 1;
        if (left == 0) open.remove(key);
        else open.put(key, left);
        all--;
    }

    private void run(Response.Out out, PartyId party, long from, BooleanSupplier stands)
            throws IOException, InterruptedException {
        Feed feed = feeds.of(party);
        out.write(state("state", party));
        Gathering gathering = new Gathering(out);
        long at = from;
        while (!ending.get()) {
            if (!stands.getAsBoolean()) {
                gathering.write("event: end\ndata: {}\n\n");
                break;
            }
            long count = engine.world().inbox(party).count();
            if (count - at > BEHIND_MAX) {
                gathering.write(state("resync", party));
                at = count;
            }
            switch (feed.after(at, gathering.empty() ? HEARTBEAT : 0)) {
                case Feed.Next.Event event -> {
                    if (stands.getAsBoolean()) gathering.write(event.text());
                    at++;
                }
                case Feed.Next.Older _ -> gathering.write(feeds.event(party, ++at));
                case Feed.Next.Nothing _ -> {
                    if (gathering.empty()) out.write(": still here\n\n");
                    else gathering.pause();
                }
            }
        }
        gathering.flush();
    }

    // What is so now; it has no number, and comes again with each stream.
    private String state(String name, PartyId party) {
        String data = new Fields()
                .put("inbox", engine.world().inbox(party).count())
                .put("time", TimeText.write(clock.getAsLong()))
                .json()
                .text();
        return "event: " + name + "\ndata: " + data + "\n\n";
    }

    /** Lets every stream end at its next step. */
    void end() {
        ending.set(true);
    }
}
