package org.tansiq.client;

import java.io.IOException;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.tansiq.core.Bytes;
import org.tansiq.wire.Json;

/**
 * Follows what a party is told. A connection that breaks is made again, and goes on behind the last delivery
 * that was heard: none is missing, none comes twice.
 */
public final class Following {
    /** Milliseconds before a connection is tried again: doubled each time, up to the most. */
    private static final long AGAIN = 500;

    private static final long AGAIN_MAX = 30_000;
    private static final int PAGE = 100;

    /** What is heard. */
    public interface Heard {
        /** A delivery, each once, in the order of their numbers. */
        void delivery(Session.Delivered delivery) throws IOException;

        /** What is so now, or what only the clock changed: the event's name and what it says. */
        void now(String name, Json data) throws IOException;

        /** The server does not answer; it is tried again. */
        void lost(Unreachable why);
    }

    private final Session session;
    private final Heard heard;
    private OptionalLong at;
    private long wait = AGAIN;

    /** Behind a number of the inbox; without one, from now on. */
    public Following(Session session, OptionalLong behind, Heard heard) {
        this.session = session;
        this.at = behind;
        this.heard = heard;
    }

    /**
     * Until the thread is interrupted. Throws {@link Problem} where the server says no, as to a key that was
     * revoked.
     */
    public void run() throws IOException, InterruptedException {
        while (true) {
            try (Lines lines = session.stream(at)) {
                hear(lines);
                heard.lost(session.server().lost(new IOException("the stream ended")));
            } catch (Unreachable lost) {
                heard.lost(lost);
            }
            TimeUnit.MILLISECONDS.sleep(wait);
            wait = Math.min(AGAIN_MAX, 2 * wait);
        }
    }

    private void hear(Lines lines) throws IOException, InterruptedException {
        for (Lines.Event event = lines.next(); !event.equals(Lines.Event.OVER); event = lines.next()) {
            wait = AGAIN;
            if (event.equals(Lines.Event.STILL_HERE)) continue;
            Json data = Json.parse(Bytes.of(event.data()));
            switch (event.name()) {
                case "delivery" -> heard(Session.delivered(data));
                case "end" -> {
                    return;
                }
                case "resync" -> {
                    catchUp();
                    return;
                }
                default -> {
                    if (at.isEmpty() && event.name().equals("state")) at = OptionalLong.of(Parsed.whole(data, "inbox"));
                    heard.now(event.name(), data);
                }
            }
        }
    }

    private void heard(Session.Delivered delivery) throws IOException {
        long number = delivery.delivery().number();
        if (at.isPresent() && number <= at.getAsLong()) return;
        heard.delivery(delivery);
        at = OptionalLong.of(number);
    }

    // So far behind that the stream would not send it: the pages have it.
    private void catchUp() throws IOException {
        while (true) {
            var page = session.inbox(at.orElse(0) + 1, PAGE, /* proof= */ false);
            for (Session.Delivered delivery : page) heard(delivery);
            if (page.size() < PAGE) return;
        }
    }
}
