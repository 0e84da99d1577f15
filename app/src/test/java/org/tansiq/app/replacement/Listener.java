package org.tansiq.app.replacement;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A stream that is read as long as it runs. Whether what the clock changes stands before or after a delivery
 * is a matter of threads: the two are given apart, each in its order.
 */
final class Listener implements AutoCloseable {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

    private final InputStream events;
    private final long from;
    private final StringBuilder got = new StringBuilder();
    private boolean over;

    /** {@code from}: the number of the delivery behind which it begins. */
    Listener(HttpClient http, HttpRequest request, long from) throws IOException, InterruptedException {
        HttpResponse<InputStream> response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
        if (response.statusCode() != 200) throw new AssertionError("no stream: " + response.statusCode());
        this.events = response.body();
        this.from = from;
        Thread.startVirtualThread(this::read);
        until("event: state\n");
    }

    private void read() {
        byte[] some = new byte[1 << 16];
        try {
            for (int n = events.read(some); n >= 0; n = events.read(some))
                add(new String(some, 0, n, StandardCharsets.UTF_8));
        } catch (IOException _) {
            add(""); // Closed, here or there.
        }
        synchronized (this) {
            over = true;
            notifyAll();
        }
    }

    private synchronized void add(String text) {
        got.append(text);
        notifyAll();
    }

    /** Returns once a delivery of this number has come, if it is one that comes. */
    void until(long number) throws InterruptedException {
        if (number > from) until("id: " + number + "\n");
    }

    /** Returns once an event has come that has this line. */
    private synchronized void until(String text) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE;
        while (!whole(text)) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0 || over) throw new AssertionError(text + " never came");
            wait(left);
        }
    }

    private synchronized boolean whole(String line) {
        int at = got.indexOf(line);
        return at >= 0 && got.indexOf("\n\n", at) >= 0;
    }

    private synchronized List<String> events() {
        return Arrays.stream(got.toString().split("\n\n", -1))
                .filter(event -> !event.isEmpty() && !event.startsWith(":"))
                .toList();
    }

    /** All but what the clock changes. */
    List<String> told() {
        return events().stream()
                .filter(event -> !event.startsWith("event: time\n"))
                .toList();
    }

    /** What the clock changes. */
    List<String> timed() {
        List<String> timed = new ArrayList<>(events());
        timed.removeIf(event -> !event.startsWith("event: time\n"));
        return timed;
    }

    @Override
    public void close() throws IOException {
        events.close();
    }
}
