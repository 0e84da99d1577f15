package org.tansiq.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tansiq.core.Bytes;
import org.tansiq.core.Malformed;
import org.tansiq.core.Note;

/** Whatever bytes come: a parser gives what is written as just these again, or throws {@link Malformed}. */
class CorpusTest {
    private static final Path FOLDER = Path.of("src", "test", "resources", "corpus");
    private static final int ROUNDS = 100;
    private static final Scheme ANY = (_, _, _) -> true;

    enum Parser {
        NOTE,
        SIGNED,
        TEXT,
        KEY,
        TIME,
        LEAF,
        DELIVERY,
        PROOF;

        boolean takes(Bytes bytes) {
            try {
                assertThat(again(bytes)).isEqualTo(bytes);
                return true;
            } catch (Malformed _) {
                return false;
            }
        }

        private Bytes again(Bytes bytes) {
            return switch (this) {
                case NOTE -> NoteText.open(bytes, ANY).raw();
                case SIGNED -> SignedText.parse(bytes, NoteText.NOTE_MAX).write();
                case TEXT -> NoteText.write(draft(NoteText.read(bytes)));
                case KEY -> Bytes.of(VKey.write(VKey.parse(bytes.text())));
                case TIME -> Bytes.of(TimeText.write(TimeText.parse("time", bytes.text())));
                case LEAF -> Leaf.parse(bytes).text();
                case DELIVERY -> DeliveryText.parse(bytes).write();
                case PROOF -> Bytes.of(InboxProof.parse(bytes.text()).write());
            };
        }
    }

    private static Draft draft(Note n) {
        return new Draft(
                n.theatre(), n.key(), n.seq(), n.prev(), n.time(), n.type(), n.status(), n.envelope(), n.details());
    }

    static List<Path> corpus() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyParserTakesSomeAndRefusesSome(Parser parser) throws IOException {
        int taken = 0;
        for (Path file : corpus()) if (parser.takes(bytes(file))) taken++;
        assertThat(taken).isBetween(1, corpus().size() - 1);
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void whatIsAlteredIsTakenAsItIsOrRefused(Path file) throws IOException {
        Random random = new Random(file.getFileName().toString().hashCode());
        List<Path> corpus = corpus();
        for (int round = 0; round < ROUNDS; round++) {
            Bytes other = bytes(corpus.get(random.nextInt(corpus.size())));
            Bytes altered = bytes(file);
            for (int times = random.nextInt(3); times >= 0; times--) altered = altered(altered, other, random);
            for (Parser parser : Parser.values()) parser.takes(altered);
            assertThat(NoteText.count(altered.buffer())).isBetween(0L, 2L);
        }
    }

    private static Bytes altered(Bytes bytes, Bytes other, Random random) {
        byte[] all = bytes.copy();
        int at = random.nextInt(all.length + 1);
        int to = Math.min(all.length, at + random.nextInt(8));
        return switch (random.nextInt(6)) {
            case 0 -> join(all, at, new byte[] {(byte) random.nextInt(256)}, to);
            case 1 -> join(all, at, new byte[0], to);
            case 2 -> join(all, at, Arrays.copyOfRange(all, at, to), at);
            case 3 -> join(all, at, new byte[0], all.length);
            case 4 -> join(all, at, other.copy(), all.length);
            default ->
                join(
                        all,
                        at,
                        "\n +=\u2014\u0444\r0".substring(random.nextInt(8)).getBytes(UTF_8),
                        at);
        };
    }

    /** All up to one place, then something else, then all from another place on. */
    private static Bytes join(byte[] all, int until, byte[] middle, int from) {
        byte[] joined = Arrays.copyOf(all, until + middle.length + all.length - from);
        System.arraycopy(middle, 0, joined, until, middle.length);
        System.arraycopy(all, from, joined, until + middle.length, all.length - from);
        return Bytes.of(joined);
    }

    /** The signature is checked of whatever still has the form of a note: only the unaltered verifies. */
    @Test
    void whatIsAlteredDoesNotVerify() throws IOException {
        Scheme scheme = new Ed25519();
        Bytes signed = bytes(FOLDER.resolve("next.note"));
        Random random = new Random(11);
        int formed = 0;
        for (int round = 0; round < 20 * ROUNDS; round++) {
            Bytes altered = altered(signed, signed, random);
            if (altered.equals(signed) || !Parser.NOTE.takes(altered)) continue;
            formed++;
            assertThat(verifies(altered, scheme)).isFalse();
        }
        assertThat(formed).isGreaterThan(20);
        assertThat(verifies(signed, scheme)).isTrue();
    }

    private static boolean verifies(Bytes raw, Scheme scheme) {
        try {
            NoteText.open(raw, scheme);
            return true;
        } catch (Malformed _) {
            return false;
        }
    }

    private static Bytes bytes(Path file) throws IOException {
        return Bytes.of(Files.readAllBytes(file));
    }
}
