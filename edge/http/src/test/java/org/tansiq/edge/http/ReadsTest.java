package org.tansiq.edge.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
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
import org.tansiq.core.Disclosure;
import org.tansiq.core.airspace.AirspaceCommand;
import org.tansiq.core.airspace.Declaration;
import org.tansiq.core.airspace.DeclaredVolume;
import org.tansiq.core.airspace.Details;
import org.tansiq.core.airspace.Envelope;
import org.tansiq.core.airspace.Outline;
import org.tansiq.core.airspace.Plan;
import org.tansiq.core.airspace.WindowDraft;
import org.tansiq.core.party.DeskId;
import org.tansiq.core.party.PartyCommand;
import org.tansiq.core.party.PartyId;
import org.tansiq.core.party.Role;
import org.tansiq.geometry.Band;
import org.tansiq.geometry.Core;
import org.tansiq.geometry.Position;
import org.tansiq.geometry.Window;
import org.tansiq.wire.Json;
import org.tansiq.wire.View;

@Timeout(60)
class ReadsTest {
    private static final long HOUR = 3_600_000_000L;
    private static final List<Integer> HOURS = List.of(10, 4, 14, 8, 6, 12);

    @TempDir
    private Path folder = Path.of("");

    private final Author plannerOfB = new Author("TEST-b/planner");
    private final long now = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    private House house;

    @BeforeEach
    void open() throws Exception {
        house = new House(folder);
        plannerOfB.theatre = house.theatre;
        house.post(house.headOfB.says(House.desk("line 2")));
        house.post(house.headOfB.says(
                new PartyCommand.Enrol(plannerOfB.signer.key(), Role.PLANNER, Optional.of(new DeskId("air")))));
        for (int hour : HOURS) declare(house.planner, List.of(hour));
        declare(plannerOfB, HOURS);
    }

    @AfterEach
    void close() throws Exception {
        house.close();
    }

    private void declare(Author author, List<Integer> hours) throws Exception {
        Outline spot = new Outline(Core.Kind.SPOT, List.of(List.of(new Position(33, 42))), 5000, 0);
        Plan plan = new Plan(
                Optional.empty(),
                new DeskId("air"),
                List.of(new DeclaredVolume(spot, Band.ALL, Optional.empty())),
                List.of());
        List<WindowDraft> windows = hours.stream()
                .sorted()
                .map(hour -> new Window(now + hour * HOUR, now + (hour + 1) * HOUR))
                .map(window -> new WindowDraft(Optional.empty(), window))
                .toList();
        Details details = new Details("one", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        HttpResponse<String> reply =
                house.post(author.says(new AirspaceCommand.Declare(new Envelope(plan, windows), details)));
        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(201);
    }

    @Test
    void declarationsComeSoonestFirstAlsoInPages() throws Exception {
        assertThat(begins("declarations", "windows")).hasSize(HOURS.size()).isSorted();
    }

    @Test
    void conflictsComeSoonestFirstAlsoInPages() throws Exception {
        assertThat(begins("conflicts", "overlaps")).hasSize(HOURS.size()).isSorted();
    }

    @Test
    void aViewIsAllThatAPartyMayKnowAndNothingOfAnother() throws Exception {
        View b = view(plannerOfB, "");
        assertThat(b.world().airspace().declared().values())
                .singleElement()
                .satisfies(own -> assertThat(own.party()).isEqualTo(new PartyId("b")));
        assertThat(b.conflicts()).hasSize(HOURS.size());
        String shown = View.FORM.write(b).text();
        for (Declaration hidden : Disclosure.declarations(house.engine.world(), new PartyId("a")))
            assertThat(shown).doesNotContain(hidden.id().text());
        View a = view(house.planner, "?all=true");
        assertThat(a.world().airspace().declared().values())
                .isEqualTo(Disclosure.declarations(house.engine.world(), new PartyId("a")));
        assertThat(a.world().parties()).isEqualTo(house.engine.world().parties());
        assertThat(a.next()).isEqualTo(HOURS.size());
    }

    @Test
    void whatIsOverIsInAViewOnlyWhereAllIsAskedFor() throws Exception {
        Declaration first =
                Disclosure.declarations(house.engine.world(), new PartyId("b")).getFirst();
        List<Integer> numbers = first.windows().keys();
        house.post(plannerOfB.says(
                new AirspaceCommand.Withdraw(new AirspaceCommand.Some(first.id(), first.version(), numbers))));
        assertThat(view(plannerOfB, "").world().airspace().declared().size()).isZero();
        assertThat(view(plannerOfB, "").conflicts()).isEmpty();
        assertThat(view(plannerOfB, "?all=true").world().airspace().declared().size())
                .isOne();
        assertThat(view(plannerOfB, "?all=true").conflicts()).hasSize(HOURS.size());
    }

    private View view(Author author, String more) throws Exception {
        String body = house.get("/api/v1/view" + more, house.login(author)).body();
        return View.FORM.read(Json.parse(Bytes.of(body)));
    }

    // An entry that tells a party nothing is, to it, not there.
    @Test
    void anEntryOfAnotherIsAsOneThatIsNotThere() throws Exception {
        long last = house.engine.world().next() - 1; // b's declaration: a is told of it, by its conflicts.
        long declared = last - 1; // a's: b is told nothing.
        String token = house.login(plannerOfB);
        assertThat(house.get("/api/v1/entries/" + last, token).statusCode()).isEqualTo(200);
        HttpResponse<String> hidden = house.get("/api/v1/entries/" + declared, token);
        HttpResponse<String> none = house.get("/api/v1/entries/" + (last + 1000), token);
        assertThat(hidden.statusCode()).isEqualTo(404);
        assertThat(hidden.body()).isEqualTo(none.body());
        assertThat(house.get("/api/v1/entries/", token).statusCode()).isEqualTo(404);
        assertThat(house.get("/api/v1/entries/" + declared, house.login(house.planner))
                        .statusCode())
                .isEqualTo(200);
    }

    /** The least time that each item's windows or overlaps name, page by page. */
    private List<String> begins(String what, String parts) throws Exception {
        String token = house.login(house.planner);
        List<String> begins = new ArrayList<>();
        for (String from = "0"; !from.isEmpty(); ) {
            String body = house.get("/api/v1/" + what + "?limit=4&from=" + from, token)
                    .body();
            for (Json item : ((Json.Items) Json.parse(Bytes.of(House.field(body, what)))).items()) {
                Json.Items all = (Json.Items) Json.parse(Bytes.of(House.field(item.text(), parts)));
                String first = all.items().getFirst().text();
                begins.add(House.field(parts.equals("windows") ? first : House.field(first, "window"), "from"));
            }
            from = House.field(body, "next");
        }
        return begins;
    }
}
