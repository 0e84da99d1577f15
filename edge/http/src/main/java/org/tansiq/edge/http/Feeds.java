package org.tansiq.edge.http;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.LongSupplier;
import org.tansiq.core.Bytes;
import org.tansiq.core.Timetables;
import org.tansiq.core.World;
import org.tansiq.core.party.PartyId;
import org.tansiq.engine.Engine;
import org.tansiq.engine.Follower;
import org.tansiq.engine.RecordView;
import org.tansiq.ledger.DeliveryText;

/**
 * Follows the engine and the clock, and gives each party's streams what the party is told. Passive but for
 * {@link #start}: {@link #step} and {@link #tick} do all of its work.
 */
final class Feeds {
    private static final long LOOK = 1_000_000; // Microseconds.

    /** A party's announcer, for as long as it has streams. */
    private record Listening(Announcer announcer, int streams) {
        Listening with(int more) {
            return new Listening(announcer, streams + more);
        }
    }

    private final Engine engine;
    private final LongSupplier clock;
    private final Follower follower;
    private final ConcurrentSkipListMap<PartyId, Feed> feeds = new ConcurrentSkipListMap<>();
    private final TreeMap<PartyId, Listening> listening = new TreeMap<>();
    private Timetables timetables = Timetables.NONE; // Of who is listening.
    private long ticked;
    private final CompletableFuture<Void> broken = new CompletableFuture<>();
    private volatile Optional<Thread> thread = Optional.empty();
    private volatile boolean ended;

    Feeds(Engine engine, LongSupplier clock) {
        this.engine = engine;
        this.clock = clock;
        this.ticked = clock.getAsLong();
        this.follower = Follower.ofDeliveries(engine, engine.world().next(), this::told);
    }

    /** Lets a thread of its own do the work. */
    void start() {
        thread = Optional.of(Thread.ofPlatform()
                .daemon()
                .name("tansiq-feeds")
                .uncaughtExceptionHandler((_, failure) -> broke(failure))
                .start(this::run));
    }

    private void run() {
        try {
            long last = clock.getAsLong() - LOOK;
            while (!ended) {
                long now = clock.getAsLong();
                if (Math.abs(now - last) >= LOOK) {
                    tick();
                    last = now;
                }
                if (!step()) engine.await(follower.cursor(), LOOK);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Gives on what is shown of the next frame; whether there was any. Only one thread at a time. */
    boolean step() {
        return !nobody() && follower.step();
    }

    // Nobody reads then: whoever joins begins with what is shown by that time.
    private synchronized boolean nobody() {
        if (listening.isEmpty()) follower.skip();
        return listening.isEmpty();
    }

    /** Announces what the clock has changed. */
    synchronized void tick() {
        follow();
        ticked = clock.getAsLong();
        for (Listening party : listening.values())
            timetables = timetables.less(party.announcer.party(), party.announcer.step(timetables, ticked));
    }

    /** What is so now for a party, as an event of a name. */
    synchronized Bytes state(String name, Announcer announcer) {
        follow();
        return announcer.state(name, timetables, clock.getAsLong());
    }

    private void follow() {
        World world = engine.world();
        if (!listening.isEmpty() && world.next() > timetables.world().next()) timetables = timetables.in(world, ticked);
    }

    /** Ends exceptionally with the failure that stopped the feeds: nobody would be told anything any more. */
    CompletableFuture<Void> broken() {
        return broken;
    }

    private void broke(Throwable failure) {
        end();
        broken.completeExceptionally(failure);
    }

    private void told(List<DeliveryText> deliveries) {
        for (DeliveryText delivery : deliveries) {
            Feed feed = feeds.get(new PartyId(delivery.to()));
            if (feed != null) feed.add(delivery.number(), event(delivery));
        }
    }

    Feed of(PartyId party) {
        return feeds.computeIfAbsent(
                party, _ -> new Feed(engine.world().inbox(party).count()));
    }

    /** The announcer of a party, for one stream more; to be given back with {@link #leave}. */
    synchronized Announcer join(PartyId party) {
        Listening known = listening.get(party);
        Listening now = known != null ? known.with(1) : new Listening(announcer(party), 1);
        listening.put(party, now);
        timetables = timetables.with(party);
        return now.announcer;
    }

    // What was told while its feed was being made found none.
    private Announcer announcer(PartyId party) {
        Feed feed = of(party);
        feed.reached(engine.world().inbox(party).count());
        return new Announcer(party, feed, clock.getAsLong());
    }

    synchronized void leave(PartyId party) {
        Listening known = requireNonNull(listening.get(party));
        if (known.streams > 1) listening.put(party, known.with(-1));
        else {
            listening.remove(party);
            feeds.remove(party);
        }
        if (listening.isEmpty()) timetables = Timetables.NONE; // A world that nobody asks for is not held.
        else if (known.streams == 1) timetables = timetables.without(party);
    }

    /** Lets a party's streams show whether somebody still reads them. */
    void knock(PartyId party) {
        Feed feed = feeds.get(party);
        if (feed != null) feed.knock(clock.getAsLong());
    }

    /** A delivery as an event, from the record. It MUST be there. */
    Bytes event(PartyId party, long number) {
        long index = engine.world().inbox(party).entries().get(number).orElseThrow();
        return event(RecordView.delivery(engine.entry(index), party).orElseThrow());
    }

    private static Bytes event(DeliveryText delivery) {
        String data = new Fields()
                .put("inbox", delivery.number())
                .put("delivery", delivery.write().text())
                .json()
                .text();
        return Bytes.of("id: " + delivery.number() + "\nevent: delivery\ndata: " + data + "\n\n");
    }

    boolean ended() {
        return ended;
    }

    /** Nobody follows any more. */
    void end() {
        ended = true;
        thread.ifPresent(Thread::interrupt);
        feeds.values().forEach(Feed::end);
    }
}
