package org.tansiq.edge.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tansiq.core.Bytes;
import org.tansiq.core.Hash;
import org.tansiq.core.airspace.AirspaceCommand;
import org.tansiq.core.airspace.DeclaredVolume;
import org.tansiq.core.airspace.Details;
import org.tansiq.core.airspace.Envelope;
import org.tansiq.core.airspace.Outline;
import org.tansiq.core.airspace.Plan;
import org.tansiq.core.airspace.WindowDraft;
import org.tansiq.core.party.DeskId;
import org.tansiq.core.party.PartyId;
import org.tansiq.geometry.Band;
import org.tansiq.geometry.Core;
import org.tansiq.geometry.Position;
import org.tansiq.geometry.Window;
import org.tansiq.ledger.Sha256;
import org.tansiq.ledger.TimeText;

/** Streams on feeds that only move when the test moves them. */
@Timeout(60)
class StreamsTest {
    private static final PartyId A = new PartyId("a");
    private static final Hash KEY = Sha256.of(Bytes.of("key"));
    private static final long MINUTE = 60_000_000L;

    @TempDir
    private Path folder = Path.of("");

    private House house;
    private final AtomicLong clock = new AtomicLong();
    private final AtomicBoolean stopped = new AtomicBoolean();
    private Feeds feeds;
    private Streams streams;

    @BeforeEach
    void open() throws Exception {
        house = new House(folder);
        clock.set(house.engine.world().at());
        feeds = new Feeds(house.engine, () -> {
            if (stopped.get()) throw new IllegalStateException("no clock");
            return clock.get();
        });
        streams = new Streams(house.engine, feeds, 3, /* silence= */ 3_600_000);
    }

    @AfterEach
    void close() throws Exception {
        streams.end();
        feeds.end();
        house.close();
    }

    private long count() {
        return house.engine.world().inbox(A).count();
    }

    private void told(int notes) throws Exception {
        for (int i = 0; i < notes; i++) house.post(house.headOfA.says(House.desk("line " + i)));
        boolean more = true;
        while (more) more = feeds.step();
    }

    /** A stream that runs, and what it has written. */
    private static final class Client {
        private final LinkedBlockingQueue<String> got = new LinkedBlockingQueue<>();
        private final Thread thread;

        Client(Response.Events events, CountDownLatch reads) {
            thread = Thread.startVirtualThread(() -> {
                try (events) {
                    events.running().run(some -> {
                        for (String event : some.text().split("(?<=\n\n)(?=.)", -1)) got.add(event);
                        awaited(reads);
                    });
                    got.add("over");
                } catch (IOException | InterruptedException e) {
                    got.add(e.toString());
                }
            });
        }

        private static void awaited(CountDownLatch latch) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        String next() throws InterruptedException {
            return Optional.ofNullable(got.poll(20, TimeUnit.SECONDS)).orElse("nothing");
        }
    }

    private Client client(long from) {
        return new Client(streams.open(KEY, A, from, () -> true), new CountDownLatch(0));
    }

    private Hash declared(long from, long until) throws Exception {
        Plan plan = new Plan(
                Optional.empty(),
                new DeskId("air"),
                List.of(new DeclaredVolume(
                        new Outline(Core.Kind.SPOT, List.of(List.of(new Position(35, 38))), 5000, 0),
                        Band.ALL,
                        Optional.empty())),
                List.of());
        Envelope envelope = new Envelope(plan, List.of(new WindowDraft(Optional.empty(), new Window(from, until))));
        Details details = new Details("one", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        var said = house.planner.says(new AirspaceCommand.Declare(envelope, details));
        assertThat(house.post(said).statusCode()).isEqualTo(201);
        told(0);
        return said.note().note().hash();
    }

    // --- what is so now, and what the clock changes ---

    @Test
    void aStateSaysWhatStandsAndWhatRuns() throws Exception {
        long from = clock.get() + 10 * MINUTE;
        Hash id = declared(from, from + 30 * MINUTE);
        String window = "{\"declaration\":\"" + id.text() + "\",\"window\":1,\"from\":\"" + TimeText.write(from)
                + "\",\"until\":\"" + TimeText.write(from + 30 * MINUTE) + "\"}";
        String conflicts = "\"conflicts\":{\"standing\":0,\"aboutToStart\":[],\"running\":[]}}\n\n";
        assertThat(client(count()).next())
                .isEqualTo("event: state\ndata: {\"inbox\":" + count() + ",\"time\":\"" + TimeText.write(clock.get())
                        + "\",\"declarations\":{\"standing\":1,\"aboutToStart\":[" + window + "],\"running\":[]},"
                        + conflicts);
        clock.set(from);
        assertThat(client(count()).next()).contains("\"aboutToStart\":[],\"running\":[" + window + "]");
        clock.set(from + 30 * MINUTE + 1);
        assertThat(client(count()).next()).contains("\"standing\":0,\"aboutToStart\":[],\"running\":[]");
    }

    @Test
    void whatTheClockChangesIsAnnouncedToEveryStreamOnceAndWithoutANumber() throws Exception {
        long from = clock.get() + 60 * MINUTE;
        Hash id = declared(from, from + 30 * MINUTE);
        Client one = client(count());
        Client other = client(count());
        for (Client client : List.of(one, other)) assertThat(client.next()).startsWith("event: state\n");
        String item = "event: time\ndata: {\"declaration\":\"" + id.text() + "\",\"window\":1,\"what\":\"";
        clock.set(from - 15 * MINUTE - 1);
        feeds.tick();
        clock.set(from);
        feeds.tick();
        feeds.tick();
        clock.set(from + 40 * MINUTE);
        feeds.tick();
        told(1);
        for (Client client : List.of(one, other)) {
            assertThat(client.next())
                    .isEqualTo(item + "about-to-start\",\"at\":\"" + TimeText.write(from - 15 * MINUTE) + "\"}\n\n");
            assertThat(client.next()).isEqualTo(item + "started\",\"at\":\"" + TimeText.write(from) + "\"}\n\n");
            assertThat(client.next())
                    .isEqualTo(item + "expired\",\"at\":\"" + TimeText.write(from + 30 * MINUTE + 1) + "\"}\n\n");
            assertThat(client.next()).startsWith("id: " + count() + "\n");
        }
    }

    @Test
    void whatIsDeclaredWhileAStreamRunsIsAnnouncedTooAndAnotherPartyHearsNothing() throws Exception {
        Client own = client(count());
        PartyId b = new PartyId("b");
        Client other = new Client(
                streams.open(KEY, b, house.engine.world().inbox(b).count(), () -> true), new CountDownLatch(0));
        for (Client client : List.of(own, other)) assertThat(client.next()).startsWith("event: state\n");
        long from = clock.get() + 60 * MINUTE;
        declared(from, from + 30 * MINUTE);
        assertThat(own.next()).startsWith("id: ");
        clock.set(from + 40 * MINUTE);
        feeds.tick();
        for (String what : List.of("about-to-start", "started", "expired"))
            assertThat(own.next()).contains(what);
        told(1);
        assertThat(other.next()).startsWith("id: ");
    }

    // --- who is behind ---

    @Test
    void aStreamThatLagsIsToldToReadThePagesAndThenGoesOn() throws Exception {
        CountDownLatch reads = new CountDownLatch(1);
        Client slow = new Client(streams.open(KEY, A, count(), () -> true), reads);
        assertThat(slow.next()).startsWith("event: state\n");
        told(4);
        reads.countDown();
        assertThat(slow.next()).startsWith("event: resync\ndata: {\"inbox\":" + count() + ",");
        told(1);
        assertThat(slow.next()).startsWith("id: " + count() + "\n");
    }

    @Test
    void allThatIsKeptReadyComesTogetherAndWhatIsNotIsReadFromTheRecord() throws Exception {
        Feed feed = new Feed(4);
        for (int i = 5; i <= Feed.KEPT + 6; i++) feed.add(i, Bytes.of("" + i));
        assertThat(feed.after(new Feed.Place(5, 0), 0)).isEqualTo(new Feed.Next.Older());
        assertThat(feed.after(new Feed.Place(6, 0), 0)).isEqualTo(deliveries(7, Feed.KEPT + 6));
        assertThat(feed.after(new Feed.Place(Feed.KEPT + 4, 0), 0)).isEqualTo(deliveries(Feed.KEPT + 5, Feed.KEPT + 6));
        assertThat(feed.after(new Feed.Place(Feed.KEPT + 6, 0), 0)).isEqualTo(new Feed.Next.Nothing());
    }

    @Test
    void whatWasToldWhileNobodyListenedComesToWhoeverJoins() throws Exception {
        long before = count();
        AtomicBoolean stands = new AtomicBoolean(true);
        Client first = new Client(streams.open(KEY, A, before, stands::get), new CountDownLatch(0));
        assertThat(first.next()).startsWith("event: state\n");
        stands.set(false);
        told(1);
        assertThat(first.next()).startsWith("event: end\n");
        assertThat(first.next()).isEqualTo("over");
        told(1);
        Client second = client(before);
        assertThat(second.next()).startsWith("event: state\n");
        for (long number = before + 1; number <= before + 2; number++)
            assertThat(second.next()).startsWith("id: " + number + "\n");
        told(1);
        assertThat(second.next()).startsWith("id: " + (before + 3) + "\n");
    }

    @Test
    void whatAFeedWasNotGivenIsReadFromTheRecord() throws Exception {
        Feed feed = new Feed(4);
        feed.add(5, Bytes.of("5"));
        feed.reached(7);
        assertThat(feed.after(new Feed.Place(4, 0), 0)).isEqualTo(new Feed.Next.Older());
        feed.reached(6);
        feed.add(7, Bytes.of("late"));
        feed.add(8, Bytes.of("8"));
        assertThat(feed.after(new Feed.Place(6, 0), 0)).isEqualTo(new Feed.Next.Older());
        assertThat(feed.after(new Feed.Place(7, 0), 0)).isEqualTo(deliveries(8, 8));
    }

    private static Feed.Next deliveries(int first, int last) {
        return new Feed.Next.Deliveries(IntStream.rangeClosed(first, last)
                .mapToObj(i -> Bytes.of("" + i))
                .toList());
    }

    @Test
    void whoMissesMoreChangesThanAreKeptIsToldTheStateAgain() throws Exception {
        Feed feed = new Feed(0);
        for (int i = 0; i < Feed.KEPT + 1; i++) feed.announce(Bytes.of("change " + (i + 1)));
        assertThat(feed.after(new Feed.Place(0, 0), 0)).isEqualTo(new Feed.Next.Missed());
        assertThat(feed.after(new Feed.Place(0, 1), 0)).isEqualTo(new Feed.Next.Change(Bytes.of("change 2")));
        assertThat(feed.after(new Feed.Place(0, feed.changed()), 0)).isEqualTo(new Feed.Next.Nothing());
    }

    /** As where the feed is made, told of nothing as nobody has joined yet, and then joined. */
    @Test
    void whatIsToldBetweenAFeedsMakingAndItsJoiningIsNotLost() throws Exception {
        long before = count();
        Feed feed = feeds.of(A);
        told(1);
        Client client = client(before);
        assertThat(client.next()).startsWith("event: state\n");
        assertThat(client.next()).startsWith("id: " + (before + 1) + "\n");
        assertThat(feeds.of(A)).isSameAs(feed);
    }

    @Test
    void aStreamOnWhichNothingComesIsStillThere() throws Exception {
        Streams impatient = new Streams(house.engine, feeds, 3, /* silence= */ 1);
        Client client = new Client(impatient.open(KEY, A, count(), () -> true), new CountDownLatch(0));
        assertThat(client.next()).startsWith("event: state\n");
        assertThat(client.next()).isEqualTo(": still here\n\n");
        told(1);
        String next = client.next();
        while (next.startsWith(":")) next = client.next();
        assertThat(next).startsWith("id: " + count() + "\n");
        impatient.end();
    }

    // --- places, and the end ---

    @Test
    void aPlaceIsGivenBackOnceWhetherOrNotItsStreamRan() {
        for (int round = 0; round < 2; round++) {
            List<Response.Events> open = IntStream.range(0, Streams.PER_KEY_MAX)
                    .mapToObj(_ -> streams.open(KEY, A, 0, () -> true))
                    .toList();
            assertThatThrownBy(() -> streams.open(KEY, A, 0, () -> true)).isInstanceOf(Fault.class);
            open.forEach(Response.Events::close);
            open.forEach(Response.Events::close);
        }
    }

    /** Their next word of their own would come in an hour. */
    @Test
    void whoHasTooManyStreamsFindsThoseThatNobodyReads() throws Exception {
        CountDownLatch free = new CountDownLatch(1);
        for (int i = 0; i < Streams.PER_KEY_MAX; i++) {
            Response.Events events = streams.open(KEY, A, count(), () -> true);
            AtomicBoolean gone = new AtomicBoolean();
            CountDownLatch runs = new CountDownLatch(1);
            Thread.startVirtualThread(() -> {
                try (events) {
                    events.running().run(_ -> {
                        if (gone.getAndSet(true)) throw new IOException("nobody reads");
                        runs.countDown();
                    });
                } catch (IOException | InterruptedException _) {
                    free.countDown();
                }
            });
            assertThat(runs.await(20, TimeUnit.SECONDS)).isTrue();
        }
        Optional<Response.Events> another = Optional.empty();
        while (another.isEmpty())
            try {
                another = Optional.of(streams.open(KEY, A, count(), () -> true));
            } catch (Fault fault) {
                assertThat(fault.type).isEqualTo("too-many-streams");
                clock.addAndGet(MINUTE); // As after Retry-After.
                free.await(10, TimeUnit.MILLISECONDS);
            }
        another.get().close();
    }

    @Test
    void aFailureOfTheFeedsEndsEveryStreamAndIsTold() throws Exception {
        Client client = client(count());
        assertThat(client.next()).startsWith("event: state\n");
        feeds.start();
        stopped.set(true);
        house.post(house.headOfA.says(House.desk("line 9"))); // Wakes whoever waits for the next look.
        assertThatThrownBy(() -> feeds.broken().get(20, TimeUnit.SECONDS)).hasRootCauseMessage("no clock");
        String last = client.next();
        if (last.startsWith("id: ")) last = client.next();
        if (last.startsWith(":")) last = client.next();
        assertThat(last).isEqualTo("over");
        assertThat(client.thread.join(Duration.ofSeconds(20))).isTrue();
    }
}
