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
import org.junit.jupiter.params.provider.ValueSource;
import org.tansiq.core.Bytes;
import org.tansiq.core.Hash;
import org.tansiq.core.Malformed;

class DeliveryTextTest {
    private static final DeliveryText DELIVERY = Draw.delivery(7, Draw.hash("sixth"), "{\"a\":1}");

    @Property
    void parseGivesWhatWasWritten(@ForAll("deliveries") DeliveryText delivery) {
        assertThat(DeliveryText.parse(delivery.write())).isEqualTo(delivery);
        assertThat(delivery.hash()).isEqualTo(Sha256.of(delivery.write()));
    }

    @Provide
    Arbitrary<DeliveryText> deliveries() {
        return Draw.deliveries();
    }

    @Test
    void theTextIsAsWrittenDown() {
        assertThat(Draw.delivery(1, Hash.NONE, "{}").write().text())
                .isEqualTo("tansiq-delivery/v1\nto b\nnumber 1\nprev " + Hash.NONE.text()
                        + "\nat 2026-11-23T21:04:05.123457Z\n\n{}\n");
    }

    @ParameterizedTest
    @CsvSource({"v1, v2", "to b, to", "to b, to b c", "number 7, number 07", "number 7, number 1", "prev, prew", "Z, z"
    })
    void anotherSpellingIsRefused(String said, String instead) {
        String text = DELIVERY.write().text();
        assertThat(text).contains(said);
        assertThatThrownBy(() -> DeliveryText.parse(Bytes.of(text.replace(said, instead))))
                .isInstanceOf(Malformed.class);
    }

    @Test
    void moreOrLessThanTheTextIsRefused() {
        String text = DELIVERY.write().text();
        assertThatThrownBy(() -> DeliveryText.parse(Bytes.of(text + "{}\n"))).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> DeliveryText.parse(Bytes.of(text.replace("\n\n", "\n"))))
                .isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> DeliveryText.parse(Bytes.of(text.substring(0, text.length() - 1))))
                .isInstanceOf(Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\nb", "a\n", "a\rb", "a\tb"})
    void aBodyIsOneLine(String body) {
        assertThatThrownBy(() -> Draw.delivery(1, Hash.NONE, body))
                .isInstanceOfSatisfying(
                        Malformed.class, e -> assertThat(e.field()).isEqualTo("body"));
    }

    @Test
    void aBodyHasALimit() {
        assertThat(Draw.delivery(1, Hash.NONE, "x".repeat(DeliveryText.BODY_MAX))
                        .body()
                        .size())
                .isEqualTo(1 << 20);
        assertThatThrownBy(() -> Draw.delivery(1, Hash.NONE, "x".repeat(DeliveryText.BODY_MAX + 1)))
                .isInstanceOf(Malformed.class);
    }

    @Test
    void onlyTheFirstHasNothingBeforeIt() {
        assertThatThrownBy(() -> Draw.delivery(0, Hash.NONE, "{}")).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> Draw.delivery(1, Draw.hash("a"), "{}")).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> Draw.delivery(2, Hash.NONE, "{}")).isInstanceOf(Malformed.class);
    }
}
