package org.tansiq.app.demo;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tansiq.app.record.Recorded;
import org.tansiq.client.Drafting;
import org.tansiq.client.KeyFile;
import org.tansiq.client.Place;
import org.tansiq.client.Server;
import org.tansiq.client.Session;
import org.tansiq.core.Bytes;
import org.tansiq.core.Chain;
import org.tansiq.core.Hash;
import org.tansiq.core.Status;
import org.tansiq.core.World;
import org.tansiq.core.party.Desk;
import org.tansiq.core.party.DeskId;
import org.tansiq.core.party.PartyCommand;
import org.tansiq.core.party.PartyId;
import org.tansiq.ledger.Signer;
import org.tansiq.wire.Acts;
import org.tansiq.wire.Answer;
import org.tansiq.wire.Json;
import org.tansiq.wire.Submission;

/** The step in which a process is killed while it owes answers, and another takes up where it was. */
final class Killing {
    private static final int NOTES = 150;
    private static final int ANSWERED = 20;
    private static final PartyId PARTY = new PartyId("a");
    private static final DeskId DESK = new DeskId("air");

    private final Stage stage;
    private final Path folder;
    private final Path record;
    private Served server;

    Killing(Stage stage, Path folder, Served server) {
        this.stage = stage;
        this.folder = folder;
        this.record = folder.resolve("record");
        this.server = server;
    }

    /** Gives the server that goes on in place of the one that was killed. */
    Served play() throws IOException {
        stage.step("kill");
        World before = Recorded.world(record);
        List<Submission> notes = notes(before);
        List<String> answers = sent(notes.subList(0, ANSWERED));
        Thread more = Thread.ofVirtual().start(() -> sentUntilItEnds(notes));
        server.kill();
        joined(more);
        int owed = notes.size() - answers.size();
        stage.say("demo.killed", "pid", Long.toString(server.pid()), "n", answers.size(), "owed", owed);
        int durable = durable(notes);
        stage.hold(answered(notes, answers), "kept", "n", answers.size());
        stage.shows("serve", "--data", record.toString(), "--port", "" + server.port());
        server = server.again();
        again(notes, answers);
        stage.fact("notes", notes.size());
        stage.fact("answered", answers.size());
        stage.fact("owed", owed);
        stage.fact("durable", durable);
        stage.fact("entries", Recorded.world(record).next() - before.next());
        stage.done();
        return server;
    }

    private List<String> sent(List<Submission> notes) throws IOException {
        List<String> answers = new ArrayList<>();
        try (Server to = to()) {
            Session session = to.login(signer());
            for (Submission note : notes) answers.add(session.say(note).bytes().text());
        }
        return answers;
    }

    // What is on the way when it is killed: some of it may have come in.
    private void sentUntilItEnds(List<Submission> notes) {
        try {
            sent(notes.subList(ANSWERED, notes.size()));
        } catch (IOException _) {
            return;
        }
    }

    private static void joined(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private Server to() {
        return new Server(URI.create(server.url()), stage.messages().language().code());
    }

    // Nobody knows which of the notes arrived, so all are sent: what is there already gets the same answer.
    private void again(List<Submission> notes, List<String> before) throws IOException {
        List<String> answers = sent(notes);
        stage.hold(answers.size() == notes.size(), "restarted", "n", notes.size());
        boolean same = answers.subList(0, before.size()).equals(before);
        stage.hold(same && answered(notes, answers), "same", "n", before.size());
        stage.hold(once(notes), "once", "n", notes.size());
    }

    /** Whether each answer names the entry that is of its note. */
    private boolean answered(List<Submission> notes, List<String> answers) throws IOException {
        Map<Hash, List<Long>> there = Recorded.notes(record);
        for (int i = 0; i < answers.size(); i++)
            if (!(Answer.FORM.read(Json.parse(Bytes.of(answers.get(i)))) instanceof Answer.Sequenced said)
                    || !there.getOrDefault(hash(notes.get(i)), List.of()).equals(List.of(said.index()))) return false;
        return true;
    }

    private int durable(List<Submission> notes) throws IOException {
        Map<Hash, List<Long>> there = Recorded.notes(record);
        return (int)
                notes.stream().filter(note -> there.containsKey(hash(note))).count();
    }

    private boolean once(List<Submission> notes) throws IOException {
        Map<Hash, List<Long>> there = Recorded.notes(record);
        return there.values().stream().allMatch(places -> places.size() == 1) && durable(notes) == notes.size();
    }

    private Signer signer() throws IOException {
        return KeyFile.read(folder.resolve("a-officer.key")).open(new char[0]);
    }

    private static Hash hash(Submission note) {
        return note.note().note().hash();
    }

    // Signed beforehand, one behind the other, so that they can be sent as fast as the server takes them.
    private List<Submission> notes(World world) throws IOException {
        Signer signer = signer();
        Drafting drafting = new Drafting(world.parties().theatre().orElseThrow().hash(), signer, new SecureRandom());
        Desk desk =
                world.parties().all().get(PARTY).orElseThrow().desks().get(DESK).orElseThrow();
        Chain chain = world.chain(signer.key());
        Place place = new Place(chain.next(), chain.head());
        List<Submission> notes = new ArrayList<>();
        for (int left = NOTES - 1; left >= 0; left--) {
            Submission note = drafting.sign(reached(desk, left), place);
            notes.add(note);
            place = new Place(place.next() + 1, hash(note));
        }
        return notes;
    }

    // The last one says again how the desk is reached.
    private Drafting.Saying reached(Desk desk, int left) {
        String contact = left == 0 ? desk.contact() : desk.contact() + ", line " + left;
        Acts.Said said =
                Acts.write(new PartyCommand.SetDesk(new Desk(desk.id(), desk.names(), contact, desk.languages())));
        long time = ChronoUnit.MICROS.between(Instant.EPOCH, stage.now());
        return new Drafting.Saying(said.type(), Status.ACTUAL, said.envelope(), said.details(), time);
    }
}
