package org.tansiq.client;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The events of one connection, read as they come; a server that has nothing to say says so by a comment. */
final class Lines implements AutoCloseable {
    /** Events that are read ahead of whoever hears them. */
    private static final int AHEAD_MAX = 1000;

    /** An event: its name, its id where it has one, and its data. */
    record Event(String name, Optional<String> id, String data) {
        static final Event STILL_HERE = new Event("", Optional.empty(), "");
        static final Event OVER = new Event("over", Optional.empty(), "");
        static final Event SILENT = new Event("silent", Optional.empty(), "");
    }

    private final InputStream in;
    private final Duration silence;
    private final BlockingQueue<Event> read = new LinkedBlockingQueue<>(AHEAD_MAX);
    private final Thread reader;

    /** {@code silence}: without a line for so long, not even a comment, the connection counts as lost. */
    Lines(InputStream in, Duration silence) {
        this.in = in;
        this.silence = silence;
        this.reader = Thread.ofVirtual().start(this::read);
    }

    /** The next event, {@link Event#OVER} once there are no more, {@link Event#SILENT} where none came. */
    Event next() throws InterruptedException {
        Event next = read.poll(silence.toMillis(), TimeUnit.MILLISECONDS);
        return next == null ? Event.SILENT : next;
    }

    private void read() {
        try {
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                Event event = Event.STILL_HERE;
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (line.startsWith(":")) read.put(Event.STILL_HERE);
                    else if (!line.isEmpty()) event = with(event, line);
                    else if (!event.name.isEmpty()) {
                        read.put(event);
                        event = Event.STILL_HERE;
                    }
                }
            } catch (IOException _) {
                // The same as an end: whoever hears it connects again.
            }
            read.put(Event.OVER);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    // Our server writes each field on one line.
    private static Event with(Event event, String line) {
        int colon = line.indexOf(':');
        String value = line.substring(colon + 1).strip();
        return switch (line.substring(0, Math.max(colon, 0))) {
            case "event" -> new Event(value, event.id, event.data);
            case "id" -> new Event(event.name, Optional.of(value), event.data);
            case "data" -> new Event(event.name, event.id, value);
            default -> event;
        };
    }

    @Override
    public void close() throws IOException {
        reader.interrupt();
        in.close();
    }
}
