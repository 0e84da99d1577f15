package org.tansiq.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tansiq.core.Bytes;
import org.tansiq.core.Hash;
import org.tansiq.core.Malformed;
import org.tansiq.core.Status;
import org.tansiq.core.World;
import org.tansiq.ledger.DeliveryText;
import org.tansiq.ledger.Ed25519;
import org.tansiq.ledger.Signer;
import org.tansiq.wire.Answer;
import org.tansiq.wire.Submission;
import org.tansiq.wire.View;

final class OutboxTest {
    private static final Hash THEATRE = new Hash(1, 2, 3, 4);
    private static final Hash OTHER = new Hash(5, 6, 7, 8);
    private static final Signer SIGNER = Ed25519.signer("TEST-a/head", new byte[Hash.BYTES]);

    private static final Bytes SHOWN = View.FORM
            .write(new View(SIGNER.key(), 0, Hash.NONE, 0, World.EMPTY, List.of(), List.of()))
            .bytes();

    @TempDir
    Path folder;

    private Outbox outbox;

    @BeforeEach
    void open() throws IOException {
        outbox = again();
    }

    /** As after another start. */
    private Outbox again() throws IOException {
        try (Outboxes all = Outboxes.of(folder, SIGNER.key())) {
            return all.to(THEATRE);
        }
    }

    private static Submission note(Place at) {
        Drafting.Saying saying =
                new Drafting.Saying("party.desk", Status.ACTUAL, Bytes.of("{\"at\":" + at.next() + "}"), Bytes.NONE, 7);
        return new Drafting(THEATRE, SIGNER, new SecureRandom()).sign(saying, at);
    }

    private List<Submission> keep(int count) throws IOException {
        List<Submission> kept = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Submission note = note(outbox.place());
            outbox.keep(note);
            kept.add(note);
        }
        return kept;
    }

    private static Answer sequenced(Submission note) {
        long number = note.note().note().seq() + 1;
        Hash prev = number == 1 ? Hash.NONE : OTHER;
        return new Answer.Sequenced(number, new DeliveryText("a", number, prev, 7, Bytes.of("{}")));
    }

    @Test
    void whatIsKeptIsSentInItsOrderAndGoesOnceItIsAnswered() throws IOException {
        List<Submission> kept = keep(12);
        List<Submission> sent = new ArrayList<>();
        Outbox.Sent what = again().send(note -> {
            sent.add(note);
            return sequenced(note);
        });
        assertThat(sent).isEqualTo(kept);
        assertThat(what.stopped()).isFalse();
        assertThat(what.answers()).hasSize(12);
        assertThat(again().waiting()).isEmpty();
    }

    @Test
    void theChainGoesOnBehindWhatWaits() throws IOException {
        assertThat(outbox.place()).isEqualTo(Place.START);
        List<Submission> kept = keep(2);
        assertThat(kept.get(1).note().note().prev())
                .isEqualTo(kept.get(0).note().note().hash());
        assertThat(again().place())
                .isEqualTo(new Place(2, kept.get(1).note().note().hash()));
    }

    @Test
    void anAnswerThatIsNotOnTheRecordStopsAndNothingIsLost() throws IOException {
        List<Submission> kept = keep(3);
        Outbox.Sent what = outbox.send(note -> note.note().note().seq() == 1 ? new Answer.Busy(100) : sequenced(note));
        assertThat(what.stopped()).isTrue();
        assertThat(what.answers()).hasSize(2).last().isEqualTo(new Answer.Busy(100));
        assertThat(again().waiting()).isEqualTo(kept.subList(1, 3));
    }

    @Test
    void aSenderThatDiesKeepsWhatHasNoAnswer() throws IOException {
        List<Submission> kept = keep(3);
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> outbox.send(note -> {
                    if (note.equals(kept.get(1))) throw new IllegalStateException("dies");
                    return sequenced(note);
                }));
        assertThat(again().waiting()).isEqualTo(kept.subList(1, 3));
    }

    @Test
    void whatWasWrittenInPartIsNoNote() throws IOException {
        List<Submission> kept = keep(1);
        Path part = files().getFirst().resolveSibling("0000000000000000001.note.part");
        Files.writeString(part, "{\"note\":\"tan");
        assertThat(again().waiting()).isEqualTo(kept);
        Submission next = note(again().place());
        outbox.keep(next);
        assertThat(again().waiting()).containsExactly(kept.getFirst(), next);
    }

    @Test
    void aDamagedNoteIsToldAndNotSent() throws IOException {
        keep(1);
        Path file = files().getFirst();
        Files.writeString(file, Files.readString(file).replace("{\\\"at\\\":0}", "{\\\"at\\\":1}"));
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> again().waiting())
                .satisfies(bad -> assertThat(bad.getMessage())
                        .isEqualTo(told(file) + " is damaged in envelope, not a signed note"));
    }

    /** A file as it is named to people. */
    private static String told(Path file) {
        return file.subpath(file.getNameCount() - 3, file.getNameCount()).toString();
    }

    @Test
    void aFileOfSomethingElseIsNamedWithWhatIsWrong() throws IOException {
        keep(1);
        Path file = files().getFirst();
        Files.writeString(file, "");
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> again().send(OutboxTest::sequenced))
                .withMessage(told(file) + " is empty, not a signed note");
        Files.write(file, new byte[] {'{', (byte) 0xff, 0});
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> again().send(OutboxTest::sequenced))
                .withMessage(told(file) + " is damaged, not a signed note");
        assertThat(files()).containsExactly(file);
    }

    @Test
    void aPlaceThatCannotBeReadIsToldAndNotTakenForTheStart() throws IOException {
        keep(1);
        outbox.send(OutboxTest::sequenced);
        Path file = outboxFolder().resolve("taken");
        Files.writeString(file, Files.readString(file).substring(0, 9));
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> again().place())
                .withMessage(told(file) + " is damaged, not a note's number and its hash");
    }

    @Test
    void aCopyThatIsCutShortIsNone() throws IOException {
        keep(1);
        assertThat(outbox.remembered()).isEmpty();
        outbox.remember(SHOWN);
        assertThat(again().remembered()).contains(SHOWN);
        Path file = outboxFolder().resolve("shown");
        Files.writeString(file, SHOWN.text().substring(0, 40));
        assertThat(again().remembered()).isEmpty();
        assertThat(again().send(OutboxTest::sequenced).answers()).hasSize(1);
    }

    @Test
    void whatIsKnownIsOnTheRecordAndGoes() throws IOException {
        keep(2);
        Outbox.Sent what =
                outbox.send(note -> new Answer.Known(note.note().note().seq()));
        assertThat(what.answers()).containsExactly(new Answer.Known(0), new Answer.Known(1));
        assertThat(what.stopped()).isFalse();
        assertThat(again().waiting()).isEmpty();
    }

    @Test
    void aNoteStaysUntilItIsDurableThatItWasTaken() throws IOException {
        List<Submission> kept = keep(1);
        Path barred = Files.createDirectory(outboxFolder().resolve("taken.part"));
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> outbox.send(OutboxTest::sequenced));
        assertThat(again().waiting()).isEqualTo(kept);
        Files.delete(barred);
        assertThat(again().send(OutboxTest::sequenced).answers()).hasSize(1);
        assertThat(again().place().next()).isEqualTo(1);
    }

    private static Answer refused(Submission note, String why) {
        Bytes body = Bytes.of(
                "{\"opening\":\"closed\",\"events\":[{\"event\":\"refused\",\"why\":{\"refusal\":" + why + "}}]}");
        long number = note.note().note().seq() + 1;
        return new Answer.Sequenced(number, new DeliveryText("a", number, number == 1 ? Hash.NONE : OTHER, 7, body));
    }

    @Test
    void whatIsBehindOneNoteTooManyWaitsUntilTheMinuteIsOver() throws IOException {
        List<Submission> kept = keep(4);
        String tooMany = "\"over-quota\",\"limit\":1,\"until\":\"1970-01-01T00:01:00.000001Z\"";
        Outbox.Sent what =
                outbox.send(note -> note.note().note().seq() == 1 ? refused(note, tooMany) : sequenced(note));
        assertThat(what.answers()).hasSize(2);
        assertThat(what.stopped()).isTrue();
        assertThat(what.until()).contains(Instant.parse("1970-01-01T00:01:00.000001Z"));
        assertThat(again().waiting()).isEqualTo(kept.subList(2, 4));
    }

    @Test
    void whatIsRefusedForSomethingElseStopsNothing() throws IOException {
        keep(2);
        String bad = "\"bad-body\",\"field\":\"over-quota\",\"value\":\"1\",\"limit\":\"2\"";
        Outbox.Sent what = outbox.send(note -> refused(note, bad));
        assertThat(what.answers()).hasSize(2);
        assertThat(what.stopped()).isFalse();
        assertThat(what.until()).isEmpty();
    }

    @Test
    void whatIsDiscardedIsSentNoMoreAndStaysToBeRead() throws IOException {
        List<Submission> kept = keep(2);
        assertThat(outbox.discard()).isEqualTo(2);
        assertThat(again().waiting()).isEmpty();
        assertThat(again().place()).isEqualTo(Place.START);
        try (Stream<Path> all = Files.list(outboxFolder())) {
            List<Path> left = all.sorted().toList();
            assertThat(left).hasSize(2);
            assertThat(Bytes.of(Files.readAllBytes(left.getFirst())))
                    .isEqualTo(kept.getFirst().line());
        }
    }

    @Test
    void eachTheatreHasItsOwn() throws IOException {
        keep(2);
        try (Outboxes all = Outboxes.of(folder, SIGNER.key())) {
            assertThat(all.to(OTHER).waiting()).isEmpty();
            assertThat(all.to(OTHER).place()).isEqualTo(Place.START);
        }
    }

    @Test
    void onlyTheOwnerMayLook() throws IOException {
        keep(1);
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.filter(path -> !path.equals(folder)).toList())
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                        .as(path.getFileName().toString())
                        .isEqualTo(Files.isDirectory(path) ? "rwx------" : "rw-------");
        }
    }

    @Test
    void tooManyAreToldAndNotKept() throws IOException {
        Path own = outboxFolder();
        for (int i = 0; i < Outbox.WAITING_MAX; i++) Files.createFile(own.resolve("%019d.note".formatted(i)));
        Submission note = note(Place.START);
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> outbox.keep(note))
                .withMessage("outbox is 1000 notes waiting, not at most 1000");
    }

    /** The folder of the outbox itself, the deepest there is. */
    private Path outboxFolder() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isDirectory).toList().getLast();
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> path.toString().endsWith(".note")).toList();
        }
    }
}
