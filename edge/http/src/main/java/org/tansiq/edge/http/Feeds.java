package org.tansiq.edge.http;

import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;
import org.tansiq.core.party.PartyId;
import org.tansiq.engine.Engine;
import org.tansiq.engine.Follower;
import org.tansiq.engine.RecordView;
import org.tansiq.ledger.DeliveryText;

/** Follows the engine, and gives each party's streams what the party is told. */
final class Feeds {
    private static final long LOOK = 1_000_000; // Microseconds.

    private final Engine engine;
    private final ConcurrentSkipListMap<PartyId, Feed> feeds = new ConcurrentSkipListMap<>();
    private final Thread thread;

    Feeds(Engine engine) {
        this.engine = engine;
        Follower follower = Follower.ofDeliveries(engine, engine.world().next(), this::told);
        this.thread = Thread.ofPlatform().daemon().name("tansiq-feeds").start(() -> run(follower));
    }

    private void run(Follower follower) {
        try {
            while (true) if (!follower.step()) engine.await(follower.cursor(), LOOK);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void told(List<DeliveryText> deliveries) {
        for (DeliveryText delivery : deliveries)
            feeds.computeIfAbsent(new PartyId(delivery.to()), _ -> new Feed(delivery.number() - 1))
                    .add(delivery.number(), event(delivery));
    }

    Feed of(PartyId party) {
        return feeds.computeIfAbsent(
                party, _ -> new Feed(engine.world().inbox(party).count()));
    }

    /** A delivery as an event, from the record. It MUST be there. */
    String event(PartyId party, long number) {
        long index = engine.world().inbox(party).entries().get(number).orElseThrow();
        return event(RecordView.delivery(engine.entry(index), party).orElseThrow());
    }

    private static String event(DeliveryText delivery) {
        String data = new Fields()
                .put("inbox", delivery.number())
                .put("delivery", delivery.write().text())
                .json()
                .text();
        return "id: " + delivery.number() + "\nevent: delivery\ndata: " + data + "\n\n";
    }

    /** Nobody follows any more. */
    void end() {
        thread.interrupt();
        feeds.values().forEach(Feed::end);
    }
}
