package org.tansiq.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tansiq.core.Bytes;
import org.tansiq.core.Cause;
import org.tansiq.core.Delivery;
import org.tansiq.core.Entry;
import org.tansiq.core.Event;
import org.tansiq.core.Hash;
import org.tansiq.core.Malformed;
import org.tansiq.core.Opening;
import org.tansiq.core.Stamped;
import org.tansiq.core.Status;
import org.tansiq.core.party.PartyId;
import org.tansiq.ledger.DeliveryText;
import org.tansiq.ledger.Draft;
import org.tansiq.ledger.Ed25519;
import org.tansiq.ledger.NoteText;
import org.tansiq.ledger.Section;
import org.tansiq.ledger.Signer;

final class EntryTextTest {
    private static final Signer SIGNER = Ed25519.signer("TEST-a/head", new byte[Hash.BYTES]);
    private static final Hash CHANCE = new Hash(1, 2, 3, 4);
    private static final Hash RULES = new Hash(5, 6, 7, 8);
    private static final long AT = 1_790_000_000_000_000L;

    private static Submission submission(Bytes body) {
        Section envelope = new Section(CHANCE, body);
        Section details = new Section(RULES, Bytes.NONE);
        Draft draft = new Draft(
                CHANCE, SIGNER.key(), 3, RULES, AT, "terms.sign", Status.ACTUAL, envelope.digest(), details.digest());
        return new Submission(NoteText.sign(draft, SIGNER), envelope, details);
    }

    private static EntryText text(Cause cause, Optional<Submission> said) {
        List<Event> events = new ArrayList<>();
        for (long seed = 0; seed < 5; seed++) events.add(new Samples(seed).of(Event.class));
        Stamped stamped = new Stamped(AT, CHANCE, cause);
        Delivery one = new Delivery(new PartyId("a"), 1, Opening.CLOSED, events);
        Delivery two = new Delivery(new PartyId("b"), 9, Opening.WHOLE, events.subList(0, 1));
        Entry entry = new Entry(12, stamped, events, List.of(one, two));
        List<DeliveryText> deliveries = new ArrayList<>();
        for (Delivery delivery : entry.deliveries())
            deliveries.add(new DeliveryText(
                    delivery.to().text(),
                    delivery.number(),
                    delivery.number() == 1 ? Hash.NONE : RULES,
                    AT,
                    Deliveries.of(entry).body(delivery)));
        return new EntryText(entry, RULES, said, Deliveries.of(entry).outcome(), deliveries);
    }

    private static EntryText said() {
        Submission said = submission(Bytes.of("{\"text\":\"" + CHANCE + "\"}"));
        return text(said.cause(), Optional.of(said));
    }

    @Test
    void anEntryIsReadAsItWasWritten() {
        for (EntryText text : List.of(
                said(),
                text(new Cause.Tick(), Optional.empty()),
                text(new Cause.WorldHashed(7, CHANCE), Optional.empty()))) {
            assertThat(EntryText.parse(text.write())).isEqualTo(text);
            assertThat(EntryText.parse(text.write()).write()).isEqualTo(text.write());
            assertThat(EntryText.deliveries(text.write()))
                    .isEqualTo(text.deliveries())
                    .hasSize(2);
        }
    }

    @Test
    void aBodyThatSaysNothingIsKeptAsItCame() {
        Submission said = submission(Bytes.of("no JSON\n\u0000"));
        EntryText text = text(said.cause(), Optional.of(said));
        assertThat(EntryText.parse(text.write())).isEqualTo(text);
    }

    /** Whatever is cut off, and most of what is changed, is no entry; nothing changed reads as it was. */
    @Test
    void anEntryThatIsCutOrChangedIsNotTheSame() {
        EntryText text = said();
        byte[] whole = text.write().copy();
        for (int cut = 0; cut < whole.length; cut++) {
            // Fewer deliveries are another entry, whose leaf is not that of this one.
            if (new String(whole, cut, whole.length - cut, StandardCharsets.UTF_8).startsWith("delivery ")) continue;
            Bytes part = Bytes.of(Arrays.copyOf(whole, cut));
            assertThatExceptionOfType(Malformed.class).as("cut at " + cut).isThrownBy(() -> EntryText.parse(part));
        }
        for (int place = 0; place < whole.length; place++) {
            byte[] changed = whole.clone();
            changed[place] ^= 1;
            assertThat(same(Bytes.of(changed), text)).as("changed at " + place).isFalse();
        }
    }

    private static boolean same(Bytes bytes, EntryText text) {
        try {
            return EntryText.parse(bytes).equals(text);
        } catch (Malformed _) {
            return false;
        }
    }

    @Test
    void aSubmissionIsReadAsItWasWritten() {
        Submission said = submission(Bytes.of("{\"text\":\"\u0646\u062c\u0645\"}"));
        assertThat(Submission.parse(said.line(), new Ed25519())).isEqualTo(said);
    }

    @Test
    void aSubmissionWithAnotherBodySaltOrSignatureIsRefused() {
        String line =
                submission(Bytes.of("{\"text\":\"" + CHANCE + "\"}")).line().text();
        refused("envelope", line.replace("{\\\"text", "{\\\"test"));
        refused("envelope", line.replace("{\"salt\":\"" + CHANCE, "{\"salt\":\"" + Hash.NONE));
        refused("details", line.replace("{\"salt\":\"" + RULES, "{\"salt\":\"" + Hash.NONE));
        refused("note.signature", line.replace("seq 3", "seq 4"));
        refused("more", line.replaceFirst("\\{", "{\"more\":1,"));
        refused("note", line.replace("\"note\"", "\"nota\""));
        refused("", " ".repeat(Submission.LINE_MAX) + line);
    }

    private static void refused(String field, String line) {
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> Submission.parse(Bytes.of(line), new Ed25519()))
                .satisfies(bad -> assertThat(bad.field()).isEqualTo(field));
    }
}
