package org.tansiq.bench.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepliesTest {
    private static final String TWO = "HTTP/1.1 201 Created\r\nContent-Length: 5\r\n\r\nfirst"
            + "HTTP/1.1 409 Conflict\r\ncontent-length:12\r\nX: y\r\n\r\nthe\r\n\r\nsecond";

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 47, 1000})
    void repliesAreReadHoweverTheyAreCut(int cut) throws IOException {
        Replies replies = new Replies(cut(TWO, cut));
        assertThat(replies.next()).isEqualTo(201);
        assertThat(replies.body()).isEqualTo("first");
        assertThat(replies.next()).isEqualTo(409);
        assertThat(replies.body()).isEqualTo("the\r\n\r\nsecond".substring(0, 12));
    }

    @Test
    void aReplyLargerThanTheBufferIsRead() throws IOException {
        String large = "x".repeat(100_000);
        Replies replies = new Replies(cut("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n" + large, 4096));
        assertThat(replies.next()).isEqualTo(200);
        assertThat(replies.body()).isEqualTo(large);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HTTP/1.1 200 OK\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nfour"})
    void aConnectionThatEndsTooEarlyIsSeen(String text) {
        assertThatThrownBy(() -> new Replies(cut(text, 8)).next()).isInstanceOf(EOFException.class);
    }

    @Test
    void aReplyWithoutALengthIsSeen() {
        assertThatThrownBy(() -> new Replies(cut("HTTP/1.1 200 OK\r\nX: content-length\r\n\r\n", 8)).next())
                .hasMessageContaining("without a length");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 1000})
    void eventsWithANumberAreCountedHoweverTheyAreCut(int cut) throws IOException {
        Events events = new Events();
        String text =
                "a\r\nevent: state\ndata: id: 1\n\n\n\nid: 7\nevent: delivery\ndata: x\n\n\r\nb\r\nid: 8\ndata\n\n";
        int count = 0;
        try (InputStream in = cut(text, cut)) {
            byte[] some = new byte[64];
            for (int read = in.read(some); read >= 0; read = in.read(some)) count += events.count(some, read);
        }
        assertThat(count).isEqualTo(2);
    }

    @Test
    void theInnermostPlaceThatIsKnownIsTheStage() {
        assertThat(Profile.stage("tansiq-decider", List.of("org.tansiq.ledger.Ed25519")))
                .isEqualTo("decide and apply");
        assertThat(Profile.stage(
                        "", List.of("java.lang.Object", "org.tansiq.ledger.Ed25519", "org.tansiq.engine.Gate")))
                .startsWith("verify");
        assertThat(Profile.stage("", List.of("org.tansiq.wire.Json", "org.tansiq.engine.Gate", "io.helidon.X")))
                .isEqualTo("wire: reading the note");
        assertThat(Profile.stage("", List.of("org.tansiq.edge.http.Streams", "io.helidon.X")))
                .isEqualTo("streams");
        assertThat(Profile.stage("", List.of("java.lang.VirtualThread"))).startsWith("JDK");
    }

    @Test
    void processorTimeIsThatOfTheUserAndOfTheSystem() {
        assertThat(Served.micros("7 (a (b) c) S 1 2 3 4 5 6 7 8 9 10 20 5 0 0")).isEqualTo(250_000);
    }

    /** A stream that gives at most so many bytes at a time. */
    private static InputStream cut(String text, int most) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public synchronized int read(byte[] to, int at, int length) {
                return super.read(to, at, Math.min(most, length));
            }
        };
    }
}
