package org.tansiq.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class InboxProofTest {
    private static final Bytes CAUSE = Bytes.of("the cause");
    private static final DeliveryText FIRST = Draw.delivery(1, Hash.NONE, "{\"n\":1}");
    private static final DeliveryText SECOND = Draw.delivery(2, FIRST.hash(), "{\"n\":2}");
    private static final List<InboxProof> RUN = List.of(proof(FIRST, 3), proof(SECOND, 9));

    private static InboxProof proof(DeliveryText delivery, long index) {
        Hash chance = Draw.hash("chance " + delivery.number());
        Slots slots = Slots.of(chance, List.of(Bytes.of("outcome"), Bytes.of("of another"), delivery.write()));
        Hash salt = Slots.causeSalt(chance);
        Leaf leaf = new Leaf(index, delivery.at(), Draw.hash("rules"), Leaf.causeOf(salt, CAUSE), slots.root());
        return new InboxProof(delivery, slots.path(2), leaf, Optional.of(new InboxProof.Cause(salt, CAUSE)));
    }

    private static InboxProof closed(InboxProof open) {
        return new InboxProof(open.delivery(), open.path(), open.leaf(), Optional.empty());
    }

    @Property(tries = 100)
    void parseGivesWhatWasWritten(@ForAll("deliveries") DeliveryText delivery) {
        InboxProof proof = proof(delivery, 5);
        assertThat(InboxProof.parse(proof.write())).isEqualTo(proof);
        assertThat(InboxProof.parse(closed(proof).write())).isEqualTo(closed(proof));
        assertThat(proof.verify()).isEqualTo(proof.leaf().hash());
    }

    @Provide
    Arbitrary<DeliveryText> deliveries() {
        return Draw.deliveries();
    }

    @Test
    void whatIsWrittenIsJson() {
        JsonNode read = JsonMapper.builder().build().readTree(RUN.getFirst().write());
        assertThat(read.get("proof").asString()).isEqualTo("tansiq-inbox-proof/v1");
        assertThat(read.get("delivery").binaryValue()).isEqualTo(FIRST.write().copy());
        assertThat(read.get("path").size()).isEqualTo(Slots.DEPTH);
        assertThat(read.get("leaf").binaryValue())
                .isEqualTo(RUN.getFirst().leaf().text().copy());
        assertThat(read.get("cause").get("bytes").binaryValue()).isEqualTo(CAUSE.copy());
    }

    @Test
    void aRunIsProved() {
        assertThat(InboxProof.verify(RUN))
                .containsExactly(RUN.get(0).leaf().hash(), RUN.get(1).leaf().hash());
        assertThat(InboxProof.verify(List.of())).isEmpty();
    }

    @Test
    void nothingElseFits() {
        InboxProof proof = RUN.getFirst();
        Leaf leaf = proof.leaf();
        names("path", with(proof, Draw.delivery(1, Hash.NONE, "{\"n\":3}")));
        names("path", new InboxProof(FIRST, RUN.get(1).path(), leaf, Optional.empty()));
        Leaf later = new Leaf(leaf.index(), leaf.at() + 1, leaf.rules(), leaf.cause(), leaf.outcome());
        names("at", new InboxProof(FIRST, proof.path(), later, Optional.empty()));
        Leaf other = new Leaf(leaf.index(), leaf.at(), leaf.rules(), Draw.hash("other"), leaf.outcome());
        names("cause", new InboxProof(FIRST, proof.path(), other, proof.cause()));
    }

    private static InboxProof with(InboxProof proof, DeliveryText delivery) {
        return new InboxProof(delivery, proof.path(), proof.leaf(), proof.cause());
    }

    private static void names(String field, InboxProof proof) {
        assertThatThrownBy(proof::verify)
                .isInstanceOfSatisfying(
                        Malformed.class, e -> assertThat(e.field()).isEqualTo(field));
    }

    @Test
    void whatIsMissingBetweenTwoIsSeen() {
        DeliveryText third = Draw.delivery(3, SECOND.hash(), "{}");
        breaks("number", proof(FIRST, 3), proof(third, 9));
        breaks("prev", proof(FIRST, 3), proof(Draw.delivery(2, Draw.hash("hidden"), "{}"), 9));
        breaks("index", proof(FIRST, 9), proof(SECOND, 9));
        DeliveryText of = new DeliveryText("c", 2, FIRST.hash(), SECOND.at(), SECOND.body());
        breaks("to", proof(FIRST, 3), proof(of, 9));
        breaks("path", proof(FIRST, 3), with(proof(SECOND, 9), Draw.delivery(2, FIRST.hash(), "{}")));
    }

    private static void breaks(String field, InboxProof one, InboxProof two) {
        assertThatThrownBy(() -> InboxProof.verify(List.of(one, two)))
                .isInstanceOfSatisfying(
                        Malformed.class, e -> assertThat(e.field()).isEqualTo(field));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"proof\"|{ \"proof\"",
                "v1|v2",
                "\"slot\":|\"slot\":0",
                "\"slot\":|\"slot\":9",
                "],|,],",
                "[|[\"\",",
                "\"cause\"|\"Cause\"",
                "}}|}}\\n",
                "}}|}}{}",
                "\"leaf\":\"|\"leaf\":\"A",
                "\"path\"|\"path\":[],\"path\""
            })
    void anotherSpellingIsRefused(String said, String instead) {
        String line = RUN.getFirst().write();
        assertThat(line).contains(said);
        assertThatThrownBy(() -> InboxProof.parse(line.replace(said, instead.translateEscapes())))
                .isInstanceOf(Malformed.class);
    }

    @Test
    void aPathOfNineIsRefused() {
        String line = RUN.getFirst().write();
        String first = "\"" + RUN.getFirst().path().siblings().getFirst().text() + "\",";
        assertThatThrownBy(() -> InboxProof.parse(line.replace(first, "")))
                .isInstanceOfSatisfying(
                        Malformed.class, e -> assertThat(e.field()).isEqualTo("path"));
        assertThatThrownBy(() -> InboxProof.parse(line.replace(first, first + first)))
                .isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> InboxProof.parse("x".repeat(InboxProof.PROOF_MAX + 1)))
                .isInstanceOf(Malformed.class);
    }

    @Test
    void theLargestDeliveryFits() {
        DeliveryText large = Draw.delivery(1, Hash.NONE, "x".repeat(DeliveryText.BODY_MAX));
        Bytes note = Bytes.of(new byte[NoteText.NOTE_MAX + 2 * (Section.BODY_MAX + Hash.BYTES)]);
        InboxProof proof = proof(large, 1);
        InboxProof whole = new InboxProof(
                large, proof.path(), proof.leaf(), Optional.of(new InboxProof.Cause(Draw.hash("salt"), note)));
        assertThat(InboxProof.parse(whole.write())).isEqualTo(whole);
    }
}
