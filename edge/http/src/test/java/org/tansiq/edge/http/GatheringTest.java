package org.tansiq.edge.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tansiq.core.Bytes;

final class GatheringTest {
    private final List<String> written = new ArrayList<>();
    private final Gathering gathering = new Gathering(some -> written.add(some.text()));

    @Test
    void whatCameTogetherIsOneWriteInItsOrder() throws IOException {
        gathering.write(Bytes.of("one "));
        gathering.write(Bytes.of("two "));
        assertThat(written).isEmpty();
        gathering.flush();
        assertThat(gathering.empty()).isTrue();
        gathering.write(Bytes.of("three"));
        gathering.flush();
        gathering.flush();
        assertThat(written).containsExactly("one two ", "three");
    }

    @Test
    void noMoreIsHeldThanTheLimit() throws IOException {
        String half = "x".repeat(Gathering.HELD_MAX / 2);
        gathering.write(Bytes.of(half));
        assertThat(written).isEmpty();
        gathering.write(Bytes.of(half));
        assertThat(written).containsExactly(half + half);
        assertThat(gathering.empty()).isTrue();
    }
}
