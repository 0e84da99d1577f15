package org.tansiq.edge.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tansiq.core.Bytes;
import org.tansiq.core.Command;
import org.tansiq.core.Disclosure;
import org.tansiq.core.Hash;
import org.tansiq.core.airspace.AirspaceCommand;
import org.tansiq.core.airspace.Level;
import org.tansiq.core.party.DeskId;
import org.tansiq.core.party.PartyCommand;
import org.tansiq.core.party.PartyId;
import org.tansiq.core.party.Role;
import org.tansiq.ledger.Ed25519;
import org.tansiq.ledger.NoteText;
import org.tansiq.wire.Budgets;
import org.tansiq.wire.Json;
import org.tansiq.wire.OpenedNote;
import org.tansiq.wire.Submission;

/** The other side's note in a conflict, budgets, and what of both stays hidden. b shows, a reads. */
@Timeout(60)
class OpenedNotesTest {
    private static final PartyId A = new PartyId("a");
    private static final PartyId B = new PartyId("b");
    private static final String NAMED = "{\"name\":\"One\"}";
    private static final int PADDED = 120 << 10;

    @TempDir
    private Path folder = Path.of("");

    private final Author plannerOfB = new Author("TEST-b/planner");
    private final long now = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    private final String envelope = Scene.spot(33, 42, Scene.window(now + 2 * Scene.HOUR, now + 3 * Scene.HOUR));
    private House house;
    private String token;

    @BeforeEach
    void open() throws Exception {
        house = new House(folder);
        plannerOfB.theatre = house.theatre;
        said(house.headOfB.says(House.desk("line 2")));
        said(house.headOfB.says(
                new PartyCommand.Enrol(plannerOfB.signer.key(), Role.PLANNER, Optional.of(new DeskId("air")))));
        token = house.login(house.planner);
    }

    @AfterEach
    void close() throws Exception {
        house.close();
    }

    private Submission said(Submission note) throws Exception {
        HttpResponse<String> reply = house.post(note);
        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(201);
        return note;
    }

    private Submission said(Author author, Command command) throws Exception {
        return said(author.says(command));
    }

    private Submission declared(Author author, String body) throws Exception {
        return said(author.says("airspace.declare", Bytes.of(body), Bytes.of(NAMED)));
    }

    private static Hash hash(Submission note) {
        return note.note().note().hash();
    }

    private void widen(Submission declared, Level level) throws Exception {
        said(plannerOfB, new AirspaceCommand.Widen(hash(declared), 1, A, level));
    }

    private Hash conflict(PartyId party) {
        return Disclosure.conflicts(house.engine.world(), party).getFirst().conflict();
    }

    private HttpResponse<String> note(Hash conflict, String session) throws Exception {
        return house.get("/api/v1/conflicts/" + Tour.inPath(conflict) + "/note", session);
    }

    private static OpenedNote opened(String json) {
        return OpenedNote.FORM.read(Json.parse(Bytes.of(json)));
    }

    @Test
    void aNoteIsOpenAsFarAsItsAuthorShowsIt() throws Exception {
        Submission b = declared(plannerOfB, envelope);
        declared(house.planner, envelope);
        widen(b, Level.ENVELOPE);
        HttpResponse<String> reply = note(conflict(A), token);
        assertThat(reply.headers().firstValue("etag")).isPresent();
        assertThat(reply.headers().firstValue("cache-control")).contains("private, no-store");
        OpenedNote some = opened(reply.body());
        assertThat(some.note()).isEqualTo(b.note().raw());
        assertThat(some.envelope()).isEqualTo(b.envelope());
        assertThat(some.details()).isEmpty();
        assertThat(reply.body()).doesNotContain("{\\\"name");
        widen(b, Level.FULL);
        assertThat(opened(note(conflict(A), token).body()).details()).contains(b.details());
    }

    /** What b was told of its own note tells of declarations of others, which a may not know of. */
    @Test
    void whoIsShownANoteLearnsNothingFromSendingItAgain() throws Exception {
        declared(house.planner, envelope);
        Submission b = plannerOfB.says("airspace.declare", Bytes.of(envelope), Bytes.of(NAMED));
        HttpResponse<String> first = house.post(b);
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(first.body()).contains(conflict(B).text());
        widen(b, Level.FULL);
        OpenedNote shown = opened(note(conflict(A), token).body());
        Submission copied = new Submission(
                NoteText.open(shown.note(), new Ed25519()),
                shown.envelope(),
                shown.details().orElseThrow());
        assertThat(copied.line()).isEqualTo(b.line());
        long next = house.engine.world().next();
        HttpResponse<String> again = house.post(copied, token);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo("{\"answer\":\"known\",\"index\":" + shown.entry() + "}");
        assertThat(house.post(copied, house.login(plannerOfB)).body()).isEqualTo(first.body());
        assertThat(house.engine.world().next()).isEqualTo(next);
    }

    /** Not opened, cleared, another's, and nobody's: one answer. */
    @Test
    void whereNothingIsOpenThereIsNothing() throws Exception {
        Submission b = declared(plannerOfB, envelope);
        declared(house.planner, envelope);
        String none = note(Hash.NONE, token).body();
        Hash conflict = conflict(A);
        assertThat(note(conflict, token).body()).isEqualTo(none);
        widen(b, Level.FULL);
        assertThat(note(conflict, token).statusCode()).isEqualTo(200);
        HttpResponse<String> otherSide = note(conflict, house.login(plannerOfB));
        assertThat(otherSide.statusCode()).isEqualTo(404);
        assertThat(otherSide.body()).isEqualTo(none);
        said(plannerOfB, new AirspaceCommand.Withdraw(new AirspaceCommand.Some(hash(b), 1, List.of(1))));
        HttpResponse<String> cleared = note(conflict, token);
        assertThat(cleared.statusCode()).isEqualTo(404);
        assertThat(cleared.body()).isEqualTo(none);
        for (String behind : List.of("/note/", "/note/1", "/notes"))
            assertThat(house.get("/api/v1/conflicts/" + Tour.inPath(conflict) + behind, token)
                            .statusCode())
                    .isEqualTo(404);
    }

    private String page(String query) throws Exception {
        HttpResponse<String> reply = house.get("/api/v1/inbox?" + query, token);
        assertThat(reply.statusCode()).isEqualTo(200);
        return reply.body();
    }

    private static List<Json> items(String json, String name) {
        return ((Json.Items) Json.parse(Bytes.of(House.field(json, name)))).items();
    }

    @Test
    void whatWasOpenedStaysInTheInboxAfterItCleared() throws Exception {
        Submission b = declared(plannerOfB, envelope);
        declared(house.planner, envelope);
        declared(house.planner, envelope);
        long from = house.engine.world().inbox(A).count() + 1;
        widen(b, Level.ENVELOPE); // Told in two conflicts, of one note.
        said(plannerOfB, new AirspaceCommand.Withdraw(new AirspaceCommand.Some(hash(b), 1, List.of(1))));
        List<Json> page = items(page("notes=true&proof=true&from=" + from), "deliveries");
        assertThat(page).hasSize(2);
        assertThat(House.field(page.getFirst().text(), "proof")).isNotEmpty();
        List<Json> notes = items(page.getFirst().text(), "notes");
        assertThat(notes).singleElement().satisfies(note -> {
            assertThat(opened(note.text()).note()).isEqualTo(b.note().raw());
            assertThat(opened(note.text()).details()).isEmpty();
        });
        assertThat(items(page.getLast().text(), "notes")).isEmpty();
        assertThat(page("from=" + from)).doesNotContain("\"notes\"");
    }

    /** An entry that tells both sides opens to each the other's note, and not its own. */
    @Test
    void ofAnEntryEachSideReadsTheOthersNote() throws Exception {
        Submission b = declared(plannerOfB, envelope);
        Submission a = declared(house.planner, envelope);
        widen(b, Level.FULL);
        said(house.planner, new AirspaceCommand.Widen(hash(a), 1, B, Level.FULL));
        long from = house.engine.world().inbox(A).count() + 1;
        Submission amended = amend(b, 1, Scene.window(now + 2 * Scene.HOUR, now + 4 * Scene.HOUR));
        List<Json> page = items(page("notes=true&from=" + from), "deliveries");
        assertThat(items(page.getLast().text(), "notes"))
                .singleElement()
                .satisfies(note -> assertThat(opened(note.text()).note())
                        .isEqualTo(amended.note().raw()));
        assertThat(Disclosure.conflicts(house.engine.world(), B).getFirst().other())
                .hasValueSatisfying(other -> assertThat(other.source().note()).isEqualTo(hash(a)));
    }

    @Test
    void aPageWithNotesEndsWhereItIsLargeAndTheNextGoesOn() throws Exception {
        declared(house.planner, envelope);
        Submission b = declared(plannerOfB, envelope);
        widen(b, Level.FULL);
        long from = house.engine.world().inbox(A).count() + 1;
        int versions = Inboxes.NOTES_BYTES_MAX / (2 * PADDED) + 2;
        String same = Scene.window(now + 2 * Scene.HOUR, now + 3 * Scene.HOUR);
        for (int version = 1; version <= versions; version++) amend(b, version, same);
        assertThat(items(page("from=" + from), "deliveries")).hasSize(versions);
        List<Json> all = new ArrayList<>();
        String first = page("notes=true&from=" + from);
        assertThat(items(first, "deliveries")).hasSizeLessThan(versions);
        int size = first.getBytes(StandardCharsets.UTF_8).length;
        assertThat(size).isBetween(Inboxes.NOTES_BYTES_MAX, Inboxes.NOTES_BYTES_MAX + 4 * PADDED);
        for (String next = "" + from; !next.isEmpty(); ) {
            String page = page("notes=true&from=" + next);
            all.addAll(items(page, "deliveries"));
            next = House.field(page, "next");
        }
        assertThat(all).hasSize(versions);
        for (int i = 0; i < versions; i++)
            assertThat(House.field(all.get(i).text(), "inbox")).isEqualTo("" + (from + i));
    }

    private Submission amend(Submission declared, int version, String windows) throws Exception {
        String now = Scene.spot(33, 42, windows).substring(1);
        String body = "{\"declaration\":\"" + hash(declared) + "\",\"version\":" + version + "," + now;
        String details = "{\"name\":\"" + version + "\"}";
        return said(plannerOfB.says("airspace.amend", padded(body), padded(details)));
    }

    private static Bytes padded(String body) {
        return Bytes.of(body + " ".repeat(PADDED - body.length()));
    }

    @Test
    void ofAnothersBudgetOnlyTheDayIsShownOnWhichItWasExceeded() throws Exception {
        declared(house.planner, envelope);
        assertThat(budgets().accounts()).extracting(row -> row.holder().party()).containsExactly(A);
        String wide = Scene.spot(36.5, 43.5, Scene.window(now + 50 * 24 * Scene.HOUR, now + 80 * 24 * Scene.HOUR));
        declared(plannerOfB, envelope);
        declared(plannerOfB, wide.replace("5000.0", "100000.0"));
        Budgets known = budgets();
        assertThat(known.accounts()).extracting(row -> row.holder().party()).containsExactly(A, B);
        assertThat(known.accounts().getLast().account().spent()).isZero();
        assertThat(known.accounts().getLast().account().withheld()).isZero();
        assertThat(known.accounts().getLast().account().told())
                .isEqualTo(known.accounts().getLast().account().day());
        assertThat(known.accounts().getFirst().account().spent()).isPositive();
        assertThat(known.touches()).singleElement().satisfies(near -> {
            assertThat(near.touch().by()).isEqualTo(B);
            assertThat(near.touched().touches()).isOne();
            assertThat(near.touched().cost()).isZero();
        });
    }

    private Budgets budgets() throws Exception {
        HttpResponse<String> reply = house.get("/api/v1/budget", token);
        assertThat(reply.statusCode()).isEqualTo(200);
        return Budgets.FORM.read(Json.parse(Bytes.of(reply.body())));
    }
}
