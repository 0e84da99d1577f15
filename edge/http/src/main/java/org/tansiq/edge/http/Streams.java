package org.tansiq.edge.http;

import java.io.IOException;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.tansiq.core.Bytes;
import org.tansiq.core.Hash;
import org.tansiq.core.party.PartyId;
import org.tansiq.engine.Engine;

/**
 * Streams of what a party is told, each delivery under its inbox number, so that a stream that broke goes on
 * without a gap. What is so now, and what the clock changes, has no number. Ends when its session does.
 */
final class Streams {
    /** Streams of one key. */
    static final int PER_KEY_MAX = 8;

    /** Streams altogether. */
    static final int ALL_MAX = 4096;

    /** Deliveries that a stream may lag behind; beyond it is told to read the pages instead. */
    static final long BEHIND_MAX = 10_000;

    private static final long SILENCE_MAX = 15_000; // Milliseconds until a word that means nothing.
    private static final Bytes HEARTBEAT = Bytes.of(": still here\n\n");
    private static final Bytes END = Bytes.of("event: end\ndata: {}\n\n");

    private final Engine engine;
    private final Feeds feeds;
    private final long behind;
    private final long silence;
    private final AtomicBoolean ending = new AtomicBoolean();
    private final TreeMap<Hash, Integer> open = new TreeMap<>();
    private int all;

    Streams(Engine engine, Feeds feeds) {
        this(engine, feeds, BEHIND_MAX, SILENCE_MAX);
    }

    Streams(Engine engine, Feeds feeds, long behind, long silence) {
        this.engine = engine;
        this.feeds = feeds;
        this.behind = behind;
        this.silence = silence;
    }

    /**
     * A stream from behind a number on, as long as {@code stands} says so. Its place is its own until closed.
     * Where a key has too many, those that nobody reads any more are found, so that it may ask again.
     */
    Response.Events open(Hash key, PartyId party, long from, BooleanSupplier stands) {
        take(key, party);
        AtomicBoolean given = new AtomicBoolean();
        return new Response.Events(out -> run(out, party, from, stands), () -> {
            if (given.compareAndSet(false, true)) give(key);
        });
    }

    private synchronized void take(Hash key, PartyId party) {
        int own = open.getOrDefault(key, 0);
        if (own >= PER_KEY_MAX) {
            feeds.knock(party);
            throw new Fault(429, "too-many-streams", "key", own + " streams", "" + PER_KEY_MAX);
        }
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
        Announcer announcer = feeds.join(party);
        try {
            Feed.Place place = new Feed.Place(from, feeds.of(party).changed());
            out.write(feeds.state("state", announcer));
            Gathering gathering = new Gathering(out);
            while (!ending.get() && !feeds.ended() && stands.getAsBoolean())
                place = step(gathering, party, place, announcer, stands);
            if (!stands.getAsBoolean()) gathering.write(END);
            gathering.flush();
        } finally {
            feeds.leave(party);
        }
    }

    private Feed.Place step(Gathering out, PartyId party, Feed.Place place, Announcer announcer, BooleanSupplier stands)
            throws IOException, InterruptedException {
        Feed feed = feeds.of(party);
        long count = engine.world().inbox(party).count();
        if (count - place.number() > behind) {
            out.write(feeds.state("resync", announcer));
            return new Feed.Place(count, place.change());
        }
        Feed.Next next = feed.after(place, out.empty() ? silence : 0);
        if (!(next instanceof Feed.Next.Nothing) && !stands.getAsBoolean()) return place;
        return switch (next) {
            case Feed.Next.Deliveries deliveries -> {
                for (Bytes delivery : deliveries.all()) out.write(delivery);
                yield new Feed.Place(place.number() + deliveries.all().size(), place.change());
            }
            case Feed.Next.Older _ -> {
                out.write(feeds.event(party, place.number() + 1));
                yield new Feed.Place(place.number() + 1, place.change());
            }
            case Feed.Next.Change change -> {
                out.write(change.event());
                yield new Feed.Place(place.number(), place.change() + 1);
            }
            case Feed.Next.Missed _ -> {
                long changed = feed.changed();
                out.write(feeds.state("state", announcer));
                yield new Feed.Place(place.number(), changed);
            }
            case Feed.Next.Nothing _ -> {
                if (out.empty()) out.write(HEARTBEAT);
                out.pause();
                yield place;
            }
        };
    }

    /** Lets every stream end at its next step. */
    void end() {
        ending.set(true);
    }
}
