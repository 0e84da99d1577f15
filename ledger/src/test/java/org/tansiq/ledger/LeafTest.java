package org.tansiq.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tansiq.core.Bytes;
import org.tansiq.core.Hash;
import org.tansiq.core.Malformed;

class LeafTest {
    private static final Leaf LEAF =
            new Leaf(12, Draw.TIME, Draw.hash("rules"), Draw.hash("cause"), Draw.hash("outcome"));

    @Property
    void parseGivesWhatWasWritten(@ForAll("leaves") Leaf leaf) {
        assertThat(Leaf.parse(leaf.text())).isEqualTo(leaf);
    }

    @Provide
    Arbitrary<Leaf> leaves() {
        return Draw.leaves();
    }

    @Test
    void theTextIsAsWrittenDown() {
        String hash = Hash.NONE.text();
        assertThat(new Leaf(0, 0, Hash.NONE, Hash.NONE, Hash.NONE).text().text())
                .isEqualTo("tansiq-entry/v1\nindex 0\nat 1970-01-01T00:00:00.000000Z\nrules " + hash + "\ncause " + hash
                        + "\noutcome " + hash + "\n");
    }

    @ParameterizedTest
    @CsvSource({"v1, v2", "index 12, index 012", "index 12, index  12", "rules, Rules", "Z, z", "=, A"})
    void anotherSpellingIsRefused(String said, String instead) {
        String text = LEAF.text().text();
        assertThat(text).contains(said);
        assertThatThrownBy(() -> Leaf.parse(Bytes.of(text.replace(said, instead))))
                .isInstanceOf(Malformed.class);
    }

    @Test
    void moreOrLessThanTheTextIsRefused() {
        String text = LEAF.text().text();
        assertThatThrownBy(() -> Leaf.parse(Bytes.of(text + "\n"))).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> Leaf.parse(Bytes.of(text.substring(0, text.length() - 1))))
                .isInstanceOf(Malformed.class);
    }

    @Test
    void theHashIsThatOfALeafOfTheTree() {
        assertThat(LEAF.hash()).isEqualTo(Sha256.of(new byte[] {0}, LEAF.text().copy()));
        assertThat(Frontier.EMPTY.add(LEAF.hash()).root()).isEqualTo(LEAF.hash());
    }

    @Test
    void aLeafThatCannotBeWrittenIsNotMade() {
        assertThatThrownBy(() -> new Leaf(-1, 0, Hash.NONE, Hash.NONE, Hash.NONE))
                .isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> new Leaf(0, -1, Hash.NONE, Hash.NONE, Hash.NONE))
                .isInstanceOf(Malformed.class);
    }

    @Test
    void theCauseIsCommittedToUnderItsSalt() {
        Hash salt = Slots.causeSalt(Draw.hash("chance"));
        assertThat(Leaf.causeOf(salt, Bytes.of("cause")))
                .isEqualTo(Sha256.of(Bytes.of(salt.bytes()), Bytes.of("cause")));
    }
}
