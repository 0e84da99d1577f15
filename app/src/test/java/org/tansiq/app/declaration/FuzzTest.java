package org.tansiq.app.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The corpus, and mutations of it from one seed: nothing makes a reader throw or lose count. */
final class FuzzTest {
    private static final long SEED = 20_260_301;
    private static final int MUTATIONS = 2_000;
    private static final List<String> WORDS = List.of(
            "null",
            "{}",
            "[]",
            "1e999",
            "-1",
            "NaN",
            "180",
            "90",
            "\"",
            "}",
            "]",
            ",",
            ":",
            "\\",
            "\n",
            "\u202E",
            "FL",
            "'",
            "#",
            ">",
            "0:00:00>",
            "DEL ",
            "true",
            "\"minus\"",
            "\"layers\"",
            "2026-03-01T06:00:00Z",
            "999999999999999999999",
            "\uFEFF",
            "[[[[",
            "0.0000001");

    private final Terms terms = Inputs.TERMS.within(Duration.ofMinutes(2));

    private static List<Path> corpus() throws IOException {
        try (Stream<Path> files = Files.list(Inputs.root().resolve("app/src/test/resources/fuzz"))) {
            return files.sorted().toList();
        }
    }

    private Reading read(String file, byte[] bytes) {
        Reading reading = DeclarationFile.read(file, new ByteArrayInputStream(bytes), terms);
        long skipped = reading.skipped().values().stream().mapToLong(n -> n).sum();
        assertThat(reading.read())
                .isEqualTo(reading.declarations().size() + reading.refused().size() + skipped)
                .isPositive();
        assertThat(reading.refused()).allSatisfy(why -> {
            assertThat(why.source().file()).isEqualTo(file);
            assertThat(why.field() + why.details()).matches("\\P{Cntrl}*");
        });
        return reading;
    }

    @Test
    void theCorpusIsReadAndSomeOfItIsGood() throws IOException {
        int declared = 0;
        for (Path file : corpus())
            declared += read(file.getFileName().toString(), Files.readAllBytes(file))
                    .declarations()
                    .size();
        assertThat(declared).isGreaterThan(15);
    }

    @Test
    void noMutationMakesAReaderThrowOrLoseCount() throws IOException {
        List<Path> files = corpus();
        Random random = new Random(SEED);
        for (int i = 0; i < MUTATIONS; i++) {
            Path file = files.get(i % files.size());
            byte[] bytes = mutated(Files.readAllBytes(file), random);
            try {
                read(file.getFileName().toString(), bytes);
            } catch (RuntimeException | StackOverflowError thrown) {
                throw new AssertionError("seed " + SEED + ", mutation " + i + " of " + file, thrown);
            }
        }
    }

    private static byte[] mutated(byte[] bytes, Random random) {
        byte[] result = bytes;
        for (int times = 1 + random.nextInt(3); times > 0; times--) result = once(result, random);
        return result;
    }

    private static byte[] once(byte[] bytes, Random random) {
        if (bytes.length == 0) return bytes;
        int at = random.nextInt(bytes.length);
        int length = Math.min(bytes.length - at, 1 + random.nextInt(30));
        byte[] word = WORDS.get(random.nextInt(WORDS.size())).getBytes(StandardCharsets.UTF_8);
        byte[] piece = Arrays.copyOfRange(bytes, at, at + length);
        return switch (random.nextInt(6)) {
            case 0 -> flipped(bytes, at, random);
            case 1 -> spliced(bytes, at, length, new byte[0]);
            case 2 -> spliced(bytes, at, 0, word);
            case 3 -> spliced(bytes, at, Math.min(length, 4), word);
            case 4 -> spliced(bytes, random.nextInt(bytes.length), 0, piece);
            default -> random.nextInt(8) == 0 ? Arrays.copyOf(bytes, at) : digit(bytes, at, random);
        };
    }

    private static byte[] flipped(byte[] bytes, int at, Random random) {
        byte[] result = bytes.clone();
        result[at] ^= (byte) (1 << random.nextInt(8));
        return result;
    }

    // The next digit becomes another one, so that numbers change and the form stays whole.
    private static byte[] digit(byte[] bytes, int at, Random random) {
        byte[] result = bytes.clone();
        for (int i = at; i < result.length; i++) {
            if (result[i] < '0' || result[i] > '9') continue;
            result[i] = (byte) ('0' + random.nextInt(10));
            return result;
        }
        return result;
    }

    private static byte[] spliced(byte[] bytes, int at, int cut, byte[] put) {
        List<byte[]> parts = new ArrayList<>();
        parts.add(Arrays.copyOf(bytes, at));
        parts.add(put);
        parts.add(Arrays.copyOfRange(bytes, Math.min(bytes.length, at + cut), bytes.length));
        byte[] result = new byte[parts.stream().mapToInt(p -> p.length).sum()];
        int from = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, result, from, part.length);
            from += part.length;
        }
        return result;
    }
}
