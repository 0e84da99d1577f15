package org.tansiq.app.record;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tansiq.app.check.Complaint;
import org.tansiq.app.check.Console;
import org.tansiq.app.check.Exit;
import org.tansiq.app.words.Messages;
import org.tansiq.app.words.Phrase;
import org.tansiq.client.Drafting;
import org.tansiq.client.Outbox;
import org.tansiq.client.Outboxes;
import org.tansiq.client.Place;
import org.tansiq.core.Bytes;
import org.tansiq.core.Chain;
import org.tansiq.core.Command;
import org.tansiq.core.Event;
import org.tansiq.core.HallEvent;
import org.tansiq.core.Hash;
import org.tansiq.core.Status;
import org.tansiq.core.VerifierKey;
import org.tansiq.core.World;
import org.tansiq.core.party.Key;
import org.tansiq.core.party.PartyId;
import org.tansiq.core.party.Theatre;
import org.tansiq.engine.FolderInUse;
import org.tansiq.wire.Acts;
import org.tansiq.wire.Answer;
import org.tansiq.wire.Deliveries;
import org.tansiq.wire.Submission;

/**
 * Says something on a folder with a key, and tells what came of it.
 *
 * <p>The signed note is durable in the key's outbox before it is sent, so that neither end can lose it.
 */
public final class Speaker {
    private final Common common;
    private final Console console;
    private final Messages messages;
    private final Path folder;
    private final Path key;
    private final Keyring keyring;
    private final VerifierKey verifier;

    public Speaker(Common common, Console console, Path folder, Keyring keyring) {
        this.common = common;
        this.console = console;
        this.messages = common.messages();
        this.folder = folder;
        this.key = keyring.key;
        this.keyring = keyring;
        this.verifier = Keyring.read(keyring.key).key();
    }

    /** What a note says beside its place in the chain. */
    public record Words(String type, Status status, Bytes envelope, Bytes details) {
        public static Words of(Command command, Status status) {
            Acts.Said said = Acts.write(command);
            return new Words(said.type(), status, said.envelope(), said.details());
        }
    }

    int say(String type, Status status, Bytes envelope, Bytes details) throws IOException {
        return say(List.of(new Words(type, status, envelope, details)));
    }

    /** Says all of it in this order, or keeps it while another process is at work on the folder. */
    public int say(List<Words> all) throws IOException {
        Folder.hold(folder);
        try (Outboxes outboxes = outboxes()) {
            Optional<Folder> opened = opened();
            try {
                World world = opened.map(o -> o.engine().world()).orElseGet(this::seen);
                enrolled(world);
                Outbox outbox = outboxes.to(theatre(world));
                for (Words words : all) outbox.keep(signed(world, outbox, words));
                return opened.isPresent() ? sent(outbox, opened.get()) : kept(outbox);
            } finally {
                opened.ifPresent(Folder::close);
            }
        }
    }

    /** Sends what waits. */
    int send() throws IOException {
        Folder.hold(folder);
        try (Outboxes outboxes = outboxes();
                Folder opened = Folder.open(folder, console, messages)) {
            Outbox outbox = outboxes.to(theatre(opened.engine().world()));
            if (outbox.waiting().isEmpty()) {
                console.error(messages.line(messages.say("say.nothing-waits")));
                return Exit.NONE;
            }
            return sent(outbox, opened);
        } catch (FolderInUse _) {
            throw new Complaint("folder.in-use", "folder", folder);
        }
    }

    /** Puts aside what waits and can never be taken: its key is revoked. */
    int discard() throws IOException {
        Folder.hold(folder);
        try (Outboxes outboxes = outboxes()) {
            World world = seen();
            if (!world.parties().key(verifier).map(Key::revoked).orElse(false))
                throw new Complaint("say.not-revoked", "key", verifier.name(), "folder", folder);
            int notes = outboxes.to(theatre(world)).discard();
            console.error(messages.line(messages.say("say.discarded", "n", notes)));
            return Exit.NONE;
        }
    }

    /** What would be signed, in words, and where in the key's chain. */
    void dry(String type, Status status, Bytes envelope, Bytes details) throws IOException {
        Folder.hold(folder);
        try (Outboxes outboxes = outboxes()) {
            World world = seen();
            enrolled(world);
            Place place = place(world, outboxes.to(theatre(world)));
            if (common.json()) {
                console.line(Dry.json(type, envelope, verifier, place.next(), status));
                return;
            }
            new Dry(messages, console).tell(type, envelope, details);
            console.line(messages.line(messages.say(
                    "say.as", "key", verifier.name(), "n", place.next(), "status", messages.say("status." + status))));
        }
    }

    private Outboxes outboxes() throws IOException {
        return Outboxes.of(key.resolveSibling(key.getFileName() + ".outbox"), verifier);
    }

    // What nobody would take is not signed: it would wait for ever.
    private void enrolled(World world) {
        Optional<Key> known = world.parties().key(verifier);
        if (known.isEmpty()) throw new Complaint("say.not-enrolled", "key", verifier.name(), "folder", folder);
        if (known.get().revoked()) throw new Complaint("say.revoked", "key", verifier.name(), "folder", folder);
    }

    /** The party and the role of the key that speaks. */
    public Key standing(World world) {
        enrolled(world);
        return world.parties().key(verifier).orElseThrow();
    }

    private Hash theatre(World world) {
        return world.parties()
                .theatre()
                .map(Theatre::hash)
                .orElseThrow(() -> new Complaint("folder.no-record", "folder", folder));
    }

    private Optional<Folder> opened() {
        try {
            return Optional.of(Folder.open(folder, console, messages));
        } catch (FolderInUse _) {
            return Optional.empty();
        }
    }

    /** The record as it is durable now. */
    public World seen() {
        return Viewing.world(folder, console, messages);
    }

    private Submission signed(World world, Outbox outbox, Words words) throws IOException {
        long time = ChronoUnit.MICROS.between(Instant.EPOCH, console.clock().instant());
        return new Drafting(theatre(world), keyring.signer(), new SecureRandom())
                .sign(
                        new Drafting.Saying(words.type, words.status, words.envelope, words.details, time),
                        place(world, outbox));
    }

    private Place place(World world, Outbox outbox) throws IOException {
        Chain chain = world.chain(verifier);
        return new Place(chain.next(), chain.head()).or(outbox.place());
    }

    private int kept(Outbox outbox) throws IOException {
        console.error(
                messages.line(messages.say("say.kept", "n", outbox.waiting().size())));
        return Exit.NONE;
    }

    private int sent(Outbox outbox, Folder to) throws IOException {
        Outbox.Sent sent = outbox.send(to::say);
        int exit = Exit.NONE;
        for (Answer answer : sent.answers())
            exit = Math.max(exit, told(answer, to.engine().world()));
        if (sent.stopped() && !common.json())
            console.error(messages.line(
                    messages.say("say.stopped", "n", outbox.waiting().size() - 1)));
        return exit;
    }

    private int told(Answer answer, World world) {
        List<Event> events = events(answer);
        if (common.json()) console.line(answer.bytes().text());
        else {
            Moments moments = common.moments();
            console.line(messages.line(new Refusing(moments).answer(answer)));
            Telling telling = new Telling(moments, world.parties());
            for (Event event : events) for (Phrase line : telling.lines(event)) console.line(messages.line(line));
        }
        boolean refused = events.stream().anyMatch(event -> event instanceof HallEvent.Refused);
        return refused || !(answer instanceof Answer.Sequenced) ? Exit.CONFLICTS : Exit.NONE;
    }

    private static List<Event> events(Answer answer) {
        if (!(answer instanceof Answer.Sequenced sequenced)) return new ArrayList<>();
        return Deliveries.read(
                        new PartyId(sequenced.delivery().to()),
                        sequenced.delivery().number(),
                        sequenced.delivery().body())
                .shown();
    }
}
