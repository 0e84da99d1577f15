package org.tansiq.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tansiq.app.Ran;
import org.tansiq.app.Stage;
import org.tansiq.app.check.Exit;
import org.tansiq.app.record.Recorded;
import org.tansiq.client.Drafting;
import org.tansiq.client.Following;
import org.tansiq.client.KeyFile;
import org.tansiq.client.Outbox;
import org.tansiq.client.Outboxes;
import org.tansiq.client.Place;
import org.tansiq.client.Server;
import org.tansiq.client.Session;
import org.tansiq.client.Unreachable;
import org.tansiq.core.Hash;
import org.tansiq.core.Names;
import org.tansiq.core.Status;
import org.tansiq.core.party.Desk;
import org.tansiq.core.party.DeskId;
import org.tansiq.core.party.PartyCommand;
import org.tansiq.ledger.Signer;
import org.tansiq.wire.Acts;
import org.tansiq.wire.Answer;
import org.tansiq.wire.Json;
import org.tansiq.wire.Submission;
import org.tansiq.wire.View;

/** The server is killed again and again while two keys speak to it and a party listens, all by the client. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
final class KilledServerTest {
    private static final int KILLS = 30;
    private static final int ANSWERS_MAX = 40; // Between one kill and the next.
    private static final long SILENCE_MAX = 60; // Seconds: by then a server has stopped.
    private static final int AT_ONCE = 8; // Notes that wait in an outbox.

    @TempDir
    Path folder;

    private final AtomicBoolean over = new AtomicBoolean();
    private final Semaphore answered = new Semaphore(0);
    private final Map<Hash, Long> answers = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private final List<Long> heard = new ArrayList<>();
    private Path stage = Path.of("");

    @BeforeEach
    void found() throws IOException {
        stage = Stage.in(folder);
    }

    @Test
    void nothingThatWasAnsweredIsMissingAndNothingIsTwice() throws Exception {
        Path record = stage.resolve("record");
        Random random = new Random(7);
        ServeProcess server = new ServeProcess(record, 0);
        URI url = URI.create(server.url());
        int port = server.port();
        List<Thread> speakers = new ArrayList<>();
        for (String key : List.of("a-officer", "b-officer")) speakers.add(begin(() -> speak(url, key)));
        Thread listener = begin(() -> listen(url));
        try {
            for (int kill = 0; kill < KILLS; kill++) {
                boolean lives = answered.tryAcquire(1 + random.nextInt(ANSWERS_MAX), SILENCE_MAX, TimeUnit.SECONDS);
                assertThat(lives)
                        .as("%s", Files.readString(stage.resolve("serve.err")))
                        .isTrue();
                server.kill();
                server = new ServeProcess(record, port);
            }
            over.set(true);
            for (Thread speaker : speakers) speaker.join();
            long count = inbox(url);
            synchronized (heard) {
                while (heard.isEmpty() || heard.getLast() < count) heard.wait();
            }
            listener.interrupt();
            listener.join();
        } finally {
            for (Thread speaker : speakers) speaker.interrupt();
            server.close();
        }
        assertThat(failures).isEmpty();
        Map<Hash, List<Long>> there = Recorded.notes(record);
        answers.forEach((note, index) -> assertThat(there.get(note)).containsExactly(index));
        assertThat(there.values()).allMatch(places -> places.size() == 1);
        for (int i = 0; i < heard.size(); i++) assertThat(heard.get(i)).isEqualTo(i + 1L);
        assertThat(Ran.now("verify", record.toString()).exit()).isEqualTo(Exit.NONE);
    }

    /** Work that may fail. */
    private interface Work {
        void run() throws Exception;
    }

    private Thread begin(Work work) {
        return Thread.ofVirtual().start(() -> {
            try {
                work.run();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            } catch (Exception | AssertionError failure) {
                failures.add(failure);
                answered.release(KILLS * ANSWERS_MAX);
            }
        });
    }

    private Signer signer(String key) throws IOException {
        return KeyFile.read(stage.resolve(key + ".key")).open(new char[0]);
    }

    private long inbox(URI url) throws IOException {
        try (Server server = new Server(url, "en")) {
            return server.login(signer("a-planner")).view(/* all= */ false).inbox();
        }
    }

    // As a user's program would: what it says is in the outbox first, and stays until it is answered.
    private void speak(URI url, String key) throws IOException, InterruptedException {
        Signer signer = signer(key);
        try (Server server = new Server(url, "en");
                Outboxes outboxes = Outboxes.of(folder.resolve(key), signer.key())) {
            Session session = server.login(signer);
            View view = session.view(/* all= */ false);
            Hash theatre = view.world().parties().theatre().orElseThrow().hash();
            Outbox outbox = outboxes.to(theatre);
            Drafting drafting = new Drafting(theatre, signer, new SecureRandom());
            Place known = new Place(view.next(), view.prev());
            for (int said = 0; !over.get() || !outbox.waiting().isEmpty(); ) {
                if (Thread.interrupted()) throw new InterruptedException();
                while (!over.get() && outbox.waiting().size() < AT_ONCE)
                    outbox.keep(drafting.sign(says("line " + said++), known.or(outbox.place())));
                // Any other answer would come for ever: the record lacks what was answered.
                assertThat(outbox.send(note -> answer(session, note)).answers())
                        .allMatch(answer -> answer instanceof Answer.Sequenced || answer instanceof Answer.Busy);
            }
        }
    }

    private Answer answer(Session session, Submission note) throws Unreachable {
        Answer answer = session.say(note);
        if (answer instanceof Answer.Sequenced sequenced) {
            Long before = answers.put(note.note().note().hash(), sequenced.index());
            assertThat(before).isIn(null, sequenced.index());
            answered.release();
        }
        return answer;
    }

    private static Drafting.Saying says(String contact) {
        Acts.Said said = Acts.write(
                new PartyCommand.SetDesk(new Desk(new DeskId("air"), new Names("Air", "جو", "Воздух"), contact, "en")));
        return new Drafting.Saying(
                said.type(), Status.ACTUAL, said.envelope(), said.details(), System.currentTimeMillis() * 1000);
    }

    private void listen(URI url) throws IOException, InterruptedException {
        try (Server server = new Server(url, "en")) {
            Session session = server.login(signer("a-planner"));
            new Following(session, OptionalLong.of(0), new Following.Heard() {
                        @Override
                        public void delivery(Session.Delivered delivered) {
                            synchronized (heard) {
                                heard.add(delivered.delivery().number());
                                heard.notifyAll();
                            }
                        }

                        @Override
                        public void now(String name, Json data) {
                            assertThat(name).isIn("state", "time");
                        }

                        @Override
                        public void lost(Unreachable why) {
                            assertThat(why.why()).isNotEmpty();
                        }
                    })
                    .run();
        }
    }
}
