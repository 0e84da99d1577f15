package org.tansiq.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.tansiq.core.Bytes;
import org.tansiq.core.Malformed;

class SectionTest {
    @Test
    void saltAndBodyMakeTheDigest() {
        Section section = new Section(Draw.hash("salt"), Bytes.of("{}"));
        assertThat(section.digest())
                .isEqualTo(Sha256.of(Bytes.of(Draw.hash("salt").bytes()), Bytes.of("{}")));
        assertThat(new Section(Draw.hash("salt 2"), Bytes.of("{}")).digest()).isNotEqualTo(section.digest());
    }

    @Test
    void anEmptyBodyIsASection() {
        assertThat(new Section(Draw.hash("salt"), Section.EMPTY_BODY).digest())
                .isEqualTo(Sha256.of(Draw.hash("salt").bytes()));
    }

    @Test
    void aBodyHasALimit() {
        assertThat(new Section(Draw.hash("salt"), Bytes.of(new byte[Section.BODY_MAX]))
                        .body()
                        .size())
                .isEqualTo(131072);
        assertThatThrownBy(() -> new Section(Draw.hash("salt"), Bytes.of(new byte[Section.BODY_MAX + 1])))
                .isInstanceOf(Malformed.class);
    }
}
