package org.tansiq.edge.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class GatheringTest {
    private final List<String> written = new ArrayList<>();
    private final Gathering gathering = new Gathering(written::add);

    @Test
    void whatCameTogetherIsOneWriteInItsOrder() throws IOException {
        gathering.write("one ");
        gathering.write("two ");
        assertThat(written).isEmpty();
        gathering.flush();
        assertThat(gathering.empty()).isTrue();
        gathering.write("three");
        gathering.flush();
        gathering.flush();
        assertThat(written).containsExactly("one two ", "three");
    }

    @Test
    void noMoreIsHeldThanTheLimit() throws IOException {
        String half = "x".repeat(Gathering.TEXT_MAX / 2);
        gathering.write(half);
        assertThat(written).isEmpty();
        gathering.write(half);
        assertThat(written).containsExactly(half + half);
        assertThat(gathering.empty()).isTrue();
    }
}
