package org.tansiq.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tansiq.core.Bytes;
import org.tansiq.core.Hash;

/**
 * The golden journal: three frames whose bytes stay as they are, whoever writes them. vectors/README.md says
 * what is in it, and vectors/check/main.go reads it by itself.
 */
final class JournalVectorTest {
    private static final Path FILE = Path.of("..", "vectors", "journal.base64");
    private static final List<List<String>> BATCHES =
            List.of(List.of("one\n"), List.of("", "\u0646\u062c\u0645\n", "three\n"), List.of("five"));

    private static List<Written> batch(int number) {
        return BATCHES.get(number).stream()
                .map(body -> new Written(new Hash(number, body.length(), 3, 4), Bytes.of(body)))
                .toList();
    }

    private static byte[] golden() throws IOException {
        return Base64.getMimeDecoder().decode(Files.readString(FILE));
    }

    @Test
    void theSameEntriesAreTheSameBytes() throws IOException {
        MemoryDisk disk = new MemoryDisk();
        try (FileJournal journal = Entries.open(disk)) {
            for (int i = 0; i < BATCHES.size(); i++) journal.append(batch(i), new Hash(i, 5, 6, 7));
        }
        assertThat(disk.content(FileJournal.NAME)).isEqualTo(golden());
    }

    @Test
    void theGoldenBytesAreReadAgain() throws IOException {
        MemoryDisk disk = new MemoryDisk();
        disk.put(FileJournal.NAME, golden());
        try (FileJournal journal = Entries.open(disk)) {
            assertThat(journal.next()).isEqualTo(5);
            long first = 0;
            for (int i = 0; i < BATCHES.size(); i++) {
                assertThat(journal.frame(first)).isEqualTo(new Frame(first, batch(i), new Hash(i, 5, 6, 7)));
                first += batch(i).size();
            }
        }
    }
}
