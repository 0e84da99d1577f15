package org.tansiq.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tansiq.core.Bytes;
import org.tansiq.core.Hash;
import org.tansiq.core.Malformed;
import org.tansiq.core.Status;
import org.tansiq.core.airspace.Level;
import org.tansiq.core.airspace.Revealed;
import org.tansiq.core.airspace.Source;
import org.tansiq.ledger.DeliveryText;
import org.tansiq.ledger.Ed25519;
import org.tansiq.ledger.Section;
import org.tansiq.ledger.Signer;
import org.tansiq.wire.Json;
import org.tansiq.wire.OpenedNote;
import org.tansiq.wire.Submission;

/** What a server says that another party has shown is believed only where it fits its author's signature. */
final class OpenedTest {
    private static final long ENTRY = 5;
    private static final Hash SOME = new Hash(1, 2, 3, 4);
    private static final Signer SIGNER = Ed25519.signer("TEST-b/planner", new byte[Hash.BYTES]);

    private final Submission said = said("One");

    private static Submission said(String name) {
        Bytes details = Bytes.of("{\"name\":\"" + name + "\"}");
        Drafting.Saying saying = new Drafting.Saying("airspace.declare", Status.ACTUAL, Bytes.of("{}"), details, 7);
        return new Drafting(SOME, SIGNER, new SecureRandom()).sign(saying, new Place(0, Hash.NONE));
    }

    private static OpenedNote shown(Submission said, boolean all) {
        Optional<Section> details = all ? Optional.of(said.details()) : Optional.empty();
        return new OpenedNote(ENTRY, said.note().raw(), said.envelope(), details);
    }

    private static Revealed names(Submission said, Level level) {
        return new Revealed(level, SOME, new Source(said.note().note().hash(), ENTRY), Optional.empty());
    }

    private static void refused(String field, Runnable read) {
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(read::run)
                .satisfies(bad -> assertThat(bad.field()).isEqualTo(field));
    }

    @Test
    void aNoteIsTakenAsItsAuthorSignedIt() {
        Opened opened = Opened.of(shown(said, /* all= */ true)).named(names(said, Level.FULL));
        assertThat(opened.note()).isEqualTo(said.note());
        assertThat(opened.envelope()).isEqualTo(said.envelope());
        assertThat(opened.details()).contains(said.details());
        assertThat(Opened.of(shown(said, /* all= */ false))
                        .named(names(said, Level.ENVELOPE))
                        .details())
                .isEmpty();
    }

    @Test
    void anotherSectionThanTheSignedOneIsRefused() {
        Submission other = said("Two");
        Bytes note = said.note().raw();
        refused("envelope", () -> Opened.of(new OpenedNote(ENTRY, note, other.envelope(), Optional.empty())));
        refused("details", () -> Opened.of(new OpenedNote(ENTRY, note, said.envelope(), Optional.of(other.details()))));
    }

    @Test
    void aTextThatItsKeyDidNotSignIsRefused() {
        Bytes forged = Bytes.of(said.note().raw().text().replace("status actual", "status test"));
        refused("signature", () -> Opened.of(new OpenedNote(ENTRY, forged, said.envelope(), Optional.empty())));
    }

    @Test
    void anotherNoteThanTheOneThatIsNamedIsRefused() {
        Opened opened = Opened.of(shown(said, /* all= */ true));
        refused("note", () -> opened.named(names(said("Two"), Level.FULL)));
        refused(
                "entry",
                () -> opened.named(new Revealed(
                        Level.FULL, SOME, new Source(said.note().note().hash(), ENTRY + 1), Optional.empty())));
        refused("details", () -> opened.named(names(said, Level.ENVELOPE)));
        refused("details", () -> Opened.of(shown(said, /* all= */ false)).named(names(said, Level.FULL)));
    }

    /** As a page of an inbox has it: a delivery that tells of this note, and these notes beside it. */
    private Json item(List<OpenedNote> notes) {
        String agreed = "{\"value\":0,\"by\":\"rules\"}";
        String view = "{\"conflict\":\"" + SOME + "\",\"declaration\":\"" + SOME
                + "\",\"version\":1,\"call\":{\"party\":\"b\",\"desk\":\"air\"},\"terms\":{\"bufferMetres\":" + agreed
                + ",\"bufferHeightMetres\":" + agreed + ",\"minimumNoticeSeconds\":" + agreed
                + "},\"overlaps\":[],\"more\":true,\"other\":{\"level\":\"envelope\",\"declaration\":\"" + SOME
                + "\",\"said\":{\"note\":\"" + said.note().note().hash() + "\",\"entry\":" + ENTRY
                + "}},\"seen\":false,\"seenByOther\":false,\"unacknowledged\":false}";
        String told = "{\"event\":\"conflict.told\",\"to\":\"a\",\"view\":" + view + "}";
        String body = "{\"opening\":\"closed\",\"events\":[" + told + "," + told + "]}";
        DeliveryText delivery = new DeliveryText("a", 1, Hash.NONE, 7, Bytes.of(body));
        return new Json.Fields(List.of(
                new Json.Member("inbox", new Json.Digits("1")),
                new Json.Member("delivery", new Json.Text(delivery.write().text())),
                new Json.Member(
                        "notes",
                        new Json.Items(
                                notes.stream().map(OpenedNote.FORM::write).toList()))));
    }

    @Test
    void aDeliveryComesWithEachNoteThatItNamesOnce() {
        OpenedNote shown = shown(said, /* all= */ false);
        assertThat(Session.noted(item(List.of(shown))).notes())
                .singleElement()
                .satisfies(opened -> assertThat(opened.note()).isEqualTo(said.note()));
        refused("notes", () -> Session.noted(item(List.of())));
        refused("notes", () -> Session.noted(item(List.of(shown, shown))));
        refused("note", () -> Session.noted(item(List.of(shown(said("Two"), /* all= */ false)))));
    }
}
