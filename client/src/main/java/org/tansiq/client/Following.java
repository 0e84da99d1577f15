package org.tansiq.client;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.tansiq.core.Bytes;
import org.tansiq.wire.Json;

/**
 * Follows what a party is told. A connection that breaks is made again, and goes on behind the last delivery
 * that was heard: none is missing, none comes twice.
 */
public final class Following {
    /** Until a connection is tried again: doubled each time, up to the most. */
    private static final Duration AGAIN = Duration.ofMillis(500);

    private static final Duration AGAIN_MAX = Duration.ofSeconds(30);

    /** What a server may ask for beyond that. */
    private static final Duration AFTER_MAX = Duration.ofHours(1);

    private static final int PAGE = 100;

    /**
     * What is heard. A call that throws {@link Unreachable}, or a {@link Problem} that passes, has not heard:
     * the delivery comes again once the connection is made anew. Whatever else it throws ends the following.
     */
    public interface Heard {
        /** A delivery, each once, in the order of their numbers. */
        void delivery(Session.Delivered delivery) throws IOException;

        /** What is so now, or what only the clock changed: the event's name and what it says. */
        void now(String name, Json data) throws IOException;

        /** The server does not answer, or cannot now; why, and it is tried again. */
        void lost(Unreachable why);
    }

    /** Waits for so long. */
    interface Pause {
        void pause(Duration time) throws InterruptedException;
    }

    private final Session session;
    private final Heard heard;
    private final Pause pause;
    private OptionalLong at;
    private Duration wait = AGAIN;
    private boolean good = true; // Something was heard since a connection was made at once.

    /** Behind a number of the inbox; without one, from now on. */
    public Following(Session session, OptionalLong behind, Heard heard) {
        this(session, behind, heard, time -> TimeUnit.MILLISECONDS.sleep(time.toMillis()));
    }

    Following(Session session, OptionalLong behind, Heard heard, Pause pause) {
        this.session = session;
        this.at = behind;
        this.heard = heard;
        this.pause = pause;
    }

    /**
     * Until the thread is interrupted. Throws {@link Problem} where the server says no for good, as to a key
     * that was revoked; where it cannot now, or was asked too often (5xx, 429), it is tried again.
     */
    public void run() throws IOException, InterruptedException {
        while (true) {
            Duration least = Duration.ZERO;
            try (Lines lines = session.stream(at)) {
                Optional<String> broken = hear(lines);
                broken.ifPresent(why -> heard.lost(session.server().lost(why)));
                if (broken.isEmpty() && good) {
                    good = false;
                    continue;
                }
            } catch (Unreachable lost) {
                heard.lost(lost);
            } catch (Problem problem) {
                if (!problem.passing()) throw problem;
                heard.lost(session.server().lost(problem));
                least = problem.retryAfter().orElse(Duration.ZERO);
            }
            pause.pause(longer(wait, shorter(least, AFTER_MAX)));
            wait = shorter(AGAIN_MAX, wait.multipliedBy(2));
        }
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) > 0 ? a : b;
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    // What broke the stream; nothing where the next is to be made at once: the session is over, so that the
    // key logs in again, or the pages said what the stream would not.
    private Optional<String> hear(Lines lines) throws IOException, InterruptedException {
        while (true) {
            Lines.Event event = lines.next();
            if (event.equals(Lines.Event.OVER)) return Optional.of("the stream ended");
            if (event.equals(Lines.Event.SILENT)) return Optional.of("the stream fell silent");
            switch (event.name()) {
                case "" -> good();
                case "end" -> {
                    return Optional.empty();
                }
                case "resync" -> {
                    catchUp();
                    return Optional.empty();
                }
                case "delivery" -> heard(Session.delivered(Json.parse(Bytes.of(event.data()))));
                default -> now(event.name(), Json.parse(Bytes.of(event.data())));
            }
        }
    }

    private void now(String name, Json data) throws IOException {
        if (at.isEmpty() && name.equals("state")) at = OptionalLong.of(Parsed.whole(data, "inbox"));
        heard.now(name, data);
        // A state comes first on each stream, however short: it does not say that the line is good.
        if (!name.equals("state")) good();
    }

    private void good() {
        wait = AGAIN;
        good = true;
    }

    private void heard(Session.Delivered delivery) throws IOException {
        long number = delivery.delivery().number();
        if (at.isPresent() && number <= at.getAsLong()) return;
        heard.delivery(delivery);
        at = OptionalLong.of(number);
        good();
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
