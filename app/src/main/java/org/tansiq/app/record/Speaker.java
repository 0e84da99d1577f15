package org.tansiq.app.record;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
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
import org.tansiq.core.Command;
import org.tansiq.core.Event;
import org.tansiq.core.HallEvent;
import org.tansiq.core.Hash;
import org.tansiq.core.Malformed;
import org.tansiq.core.Status;
import org.tansiq.core.VerifierKey;
import org.tansiq.core.party.Parties;
import org.tansiq.core.party.PartyId;
import org.tansiq.wire.Acts;
import org.tansiq.wire.Answer;
import org.tansiq.wire.Deliveries;
import org.tansiq.wire.Json;
import org.tansiq.wire.Submission;

/**
 * Says something with a key, on a folder or to a server, and tells what came of it.
 *
 * <p>The signed note is durable in the key's outbox before it is sent, so that neither end can lose it.
 */
public final class Speaker {
    private final Common common;
    private final Console console;
    private final Messages messages;
    private final Moments moments;
    private final Where where;
    private final Path key;
    private final Keyring keyring;
    private final VerifierKey verifier;

    /** Complains of what is wrong with the command line: nothing is signed then. */
    public Speaker(Common common, Console console, Where where, Keyring keyring) {
        this.common = common;
        this.console = console;
        this.messages = common.messages();
        this.moments = common.moments();
        this.where = where;
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

    /** Says all of it in this order, or keeps it while that cannot be done. */
    public int say(List<Words> all) throws IOException {
        return with(outboxes -> {
            try (Line line = line(outboxes)) {
                Sight sight = standing(line);
                Outbox outbox = outboxes.to(sight.theatre());
                fits(outbox.waiting().size() + all.size());
                for (Words words : all) outbox.keep(signed(sight, outbox, words));
                return line.open() ? sent(outbox, line) : kept(outbox, line);
            }
        });
    }

    // Of what does not fit as a whole, no part is signed.
    private static void fits(int notes) {
        if (notes > Outbox.WAITING_MAX)
            throw new Complaint("outbox.full", "n", notes, "limit", (long) Outbox.WAITING_MAX);
    }

    /** Sends what waits. */
    int send() throws IOException {
        return with(outboxes -> {
            try (Line line = line(outboxes)) {
                Outbox outbox = outboxes.to(line.sight().theatre());
                if (outbox.waiting().isEmpty()) {
                    console.error(messages.line(messages.say("say.nothing-waits")));
                    return Exit.NONE;
                }
                if (line.open()) return sent(outbox, line);
                if (where.away()) return kept(outbox, line);
                throw new Complaint("folder.in-use", "folder", where.name());
            }
        });
    }

    /** Puts aside what waits for the theatre there, where its key does not stand (any more). */
    int discard() throws IOException {
        return with(outboxes -> {
            int notes = outboxes.to(where.away() ? refusing() : revoking()).discard();
            if (notes == 0) throw new Complaint("say.nothing-there", "key", verifier.name(), "folder", where.name());
            console.error(messages.line(messages.say("say.discarded", "n", notes)));
            return Exit.NONE;
        });
    }

    // The theatre of the folder, in which the key is revoked.
    private Hash revoking() {
        Sight sight = Near.look(where.folder(), console, messages, verifier).sight();
        if (!sight.key().revoked()) throw stands();
        return sight.theatre();
    }

    // The theatre that the server serves, whatever its address, which does not let the key in.
    private Hash refusing() throws IOException {
        try (Away away = new Away(where, common, keyring)) {
            Hash theatre = away.theatre();
            if (!away.refused()) throw stands();
            return theatre;
        }
    }

    private Complaint stands() {
        return new Complaint("say.not-revoked", "key", verifier.name(), "folder", where.name());
    }

    /** What would be signed, in words, and where in the key's chain. */
    void dry(String type, Status status, Bytes envelope, Bytes details) throws IOException {
        Place place = with(outboxes -> {
            try (Line line = look(outboxes)) {
                Sight sight = standing(line);
                return sight.place().or(outboxes.to(sight.theatre()).place());
            }
        });
        if (common.json()) {
            console.line(Dry.json(type, envelope, verifier, place.next(), status));
            return;
        }
        new Dry(messages, console).tell(type, envelope, details);
        console.line(messages.line(messages.say(
                "say.as", "key", verifier.name(), "n", place.next(), "status", messages.say("status." + status))));
    }

    /**
     * What the key's party may know now, or knew last where a server does not answer. Complains where the key
     * does not stand.
     */
    public Sight sight() throws IOException {
        if (!where.away()) return standing(look(/* outboxes= */ null));
        return with(outboxes -> {
            try (Line line = look(outboxes)) {
                return standing(line);
            }
        });
    }

    /** What the key's party may know now. Complains where a server does not answer, too. */
    public Sight asked() throws IOException {
        if (!where.away()) return sight();
        try (Away away = new Away(where, common, keyring)) {
            return away.sight(/* all= */ false);
        }
    }

    /** Work with the outboxes of the key. */
    private interface Work<T> {
        T with(Outboxes outboxes) throws IOException;
    }

    // What is wrong with the files of the outbox is one line; other failures are the machine's.
    private <T> T with(Work<T> work) throws IOException {
        where.name();
        Path folder = key.resolveSibling(key.getFileName() + ".outbox");
        try (Outboxes outboxes = Outboxes.of(folder, verifier)) {
            return work.with(outboxes);
        } catch (Malformed bad) {
            throw new Complaint(
                    "file.malformed", "file", folder, "field", bad.field(), "value", bad.value(), "limit", bad.limit());
        } catch (FileSystemException bad) {
            throw new Complaint("outbox.unusable", "file", Objects.requireNonNullElse(bad.getFile(), "" + folder));
        }
    }

    private Line line(Outboxes outboxes) throws IOException {
        return where.away()
                ? Far.to(new Away(where, common, keyring), messages, outboxes)
                : Near.open(where.folder(), console, messages, verifier);
    }

    private Line look(@Nullable Outboxes outboxes) throws IOException {
        return outboxes != null && where.away()
                ? line(outboxes)
                : Near.look(where.folder(), console, messages, verifier);
    }

    // What nobody would take is not signed: it would wait for ever.
    private Sight standing(Line line) {
        Sight sight = line.sight();
        if (sight.key().revoked()) throw new Complaint("say.revoked", "key", verifier.name(), "folder", where.name());
        return sight;
    }

    private Submission signed(Sight sight, Outbox outbox, Words words) throws IOException {
        long time = ChronoUnit.MICROS.between(Instant.EPOCH, console.clock().instant());
        return new Drafting(sight.theatre(), keyring.signer(), new SecureRandom())
                .sign(
                        new Drafting.Saying(words.type, words.status, words.envelope, words.details, time),
                        sight.place().or(outbox.place()));
    }

    private int kept(Outbox outbox, Line line) throws IOException {
        int waiting = outbox.waiting().size();
        console.error(messages.line(line.shut(waiting)));
        return kept(waiting);
    }

    private int kept(int waiting) {
        if (common.json())
            console.line(new Json.Fields(List.of(
                            new Json.Member("answer", new Json.Text("kept")),
                            new Json.Member("waiting", new Json.Digits("" + waiting))))
                    .text());
        return Exit.CONFLICTS;
    }

    private int sent(Outbox outbox, Line line) throws IOException {
        Outbox.Sent sent = outbox.send(line);
        int exit = Exit.NONE;
        for (Answer answer : sent.answers()) exit = Math.max(exit, told(answer, line.parties()));
        if (sent.answers().stream().anyMatch(answer -> answer instanceof Answer.Sequenced)) line.refresh();
        int waiting = outbox.waiting().size();
        if (sent.until().isPresent()) {
            long until = ChronoUnit.MICROS.between(Instant.EPOCH, sent.until().get());
            console.error(messages.line(messages.say("say.paused", "n", waiting, "until", moments.bare(until))));
            return Math.max(exit, kept(waiting));
        }
        if (sent.unanswered().isPresent()) {
            Phrase why = Silence.words(messages, sent.unanswered().get());
            console.error(messages.line(messages.say("at.kept", "why", why, "n", waiting, "server", where.name())));
            return Math.max(exit, kept(waiting));
        }
        if (sent.stopped() && !common.json())
            console.error(messages.line(messages.say("say.stopped", "n", waiting - 1)));
        return exit;
    }

    private int told(Answer answer, Parties parties) {
        List<Event> events = events(answer);
        if (common.json()) console.line(answer.bytes().text());
        else {
            console.line(messages.line(new Refusing(moments).answer(answer)));
            Telling telling = new Telling(moments, parties);
            for (Event event : events) for (Phrase line : telling.lines(event)) console.line(messages.line(line));
        }
        boolean vain = events.stream()
                .anyMatch(event -> event instanceof HallEvent.Refused || event instanceof HallEvent.Equivocated);
        return vain || !(answer instanceof Answer.Sequenced) ? Exit.CONFLICTS : Exit.NONE;
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
