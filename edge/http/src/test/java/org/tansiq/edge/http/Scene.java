package org.tansiq.edge.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.tansiq.core.Bytes;
import org.tansiq.core.Disclosure;
import org.tansiq.core.HallCommand;
import org.tansiq.core.Hash;
import org.tansiq.core.Names;
import org.tansiq.core.Status;
import org.tansiq.core.Table;
import org.tansiq.core.VerifierKey;
import org.tansiq.core.airspace.AirspaceCommand;
import org.tansiq.core.airspace.Change;
import org.tansiq.core.airspace.ConflictView;
import org.tansiq.core.airspace.Declaration;
import org.tansiq.core.airspace.Envelope;
import org.tansiq.core.airspace.Level;
import org.tansiq.core.airspace.WindowDraft;
import org.tansiq.core.party.DeskId;
import org.tansiq.core.party.Kind;
import org.tansiq.core.party.PartyCommand;
import org.tansiq.core.party.PartyDraft;
import org.tansiq.core.party.PartyId;
import org.tansiq.core.party.Role;
import org.tansiq.core.terms.Figure;
import org.tansiq.core.terms.Figures;
import org.tansiq.core.terms.Group;
import org.tansiq.core.terms.TermsCommand;
import org.tansiq.core.terms.Text;
import org.tansiq.ledger.Sha256;
import org.tansiq.ledger.TimeText;
import org.tansiq.wire.Submission;

/** A house in which there is one of everything that a party may see. Times in microseconds since 1970. */
final class Scene {
    static final long SECOND = 1_000_000;
    static final long MINUTE = 60 * SECOND;
    static final long HOUR = 60 * MINUTE;

    /** More than a list of a state holds, and more pairs than are listed of a declaration. */
    private static final int MANY = 1_100;

    private static final String RICH = """
            {
              "place": "Baghdad",
              "desk": "air",
              "volumes": [
                {
                  "shape": "ring",
                  "positions": [[33.0, 42.0], [33.0, 43.0], [34.0, 43.0], [34.0, 42.0]],
                  "holes": [[[33.4, 42.4], [33.4, 42.6], [33.6, 42.6], [33.6, 42.4]]],
                  "radiusMetres": 500.0,
                  "precisionMetres": 10.0,
                  "heights": {
                    "floor": {"reference": "amsl", "millimetres": 3000000},
                    "ceiling": {"reference": "amsl", "millimetres": 5500000},
                    "ground": {"lowestMillimetres": 100000, "highestMillimetres": 900000}
                  },
                  "during": DURING
                },
                {"shape": "spot", "positions": [[33.5, 42.9]], "radiusMetres": 500, "precisionMetres": 0, "heights": {}}
              ],
              "minus": [
                {
                  "shape": "ring",
                  "positions": [[33.1, 42.1], [33.1, 42.3], [33.3, 42.2]],
                  "holes": [[[33.15, 42.19], [33.15, 42.21], [33.17, 42.2]]],
                  "radiusMetres": 0,
                  "precisionMetres": 0,
                  "heights": {},
                  "window": WINDOW
                },
                {
                  "shape": "spot",
                  "positions": [[33.8, 42.2]],
                  "radiusMetres": 100,
                  "precisionMetres": 0,
                  "heights": {},
                  "window": UNTIL
                },
                {"shape": "spot", "positions": [[33.8, 42.4]], "radiusMetres": 100, "precisionMetres": 0, "heights": {}}
              ],
              "windows": [WINDOWS]
            }
            """;
    private static final String DETAILS = """
            {"name": "One", "use": "transit", "craft": "unmanned", "count": 2, "remarks": "slow"}""";

    private static final Names NAMES = new Names("One", "واحد", "Один");
    private static final Group BOTH = new Group(List.of(new PartyId("a"), new PartyId("b")));

    final House house;
    final Author plannerOfB = new Author("TEST-b/planner");

    /** A key of a's that only reads. */
    final Author watcher = new Author("TEST-a/watcher");

    final long now = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());

    /** When what {@link #many} declares begins. */
    final long later = now + 5 * HOUR;

    /** Declarations of a: one that says all that there is to say, and one of very many windows. */
    Hash one = Hash.NONE;

    Hash many = Hash.NONE;
    private Hash two = Hash.NONE;
    private Hash plain = Hash.NONE;
    private Hash whole = Hash.NONE;

    Scene(House house) {
        this.house = house;
        for (Author author : List.of(plannerOfB, watcher)) author.theatre = house.theatre;
    }

    Hash said(Submission note) throws Exception {
        HttpResponse<String> reply = house.post(note);
        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(201);
        return note.note().note().hash();
    }

    /** Says one of everything; the last that a's head says, for then its key is not lost any more. */
    void play() throws Exception {
        terms();
        said(house.headOfA.says(new HallCommand.AgreeRules(Sha256.of(Bytes.of("other rules")))));
        Author head = new Author("TEST-c/head");
        said(house.headOfA.says(new PartyCommand.ProposeParty(
                new PartyDraft(new PartyId("c"), NAMES, Kind.OPERATOR, List.of(head.signer.key())))));
        said(house.headOfA.says(new PartyCommand.Enrol(watcher.signer.key(), Role.AUDITOR, Optional.empty())));
        said(house.headOfB.says(House.desk("line 2")));
        for (Author planner : List.of(plannerOfB, new Author("TEST-b/second")))
            said(house.headOfB.says(
                    new PartyCommand.Enrol(planner.signer.key(), Role.PLANNER, Optional.of(new DeskId("air")))));
        lose(house.headOfB, house.headOfA);
        lose(plannerOfB, house.headOfB);
        rich();
        many();
        opened();
        offer(plannerOfB, two, Optional.of(Change.of("later-15")));
        for (Hash asked : List.of(conflict(two).conflict(), conflict(whole).conflict()))
            said(house.planner.says(new AirspaceCommand.Ask(asked, seen("a", asked))));
        offer(plannerOfB, plain, Optional.empty());
        budgets();
        counter();
    }

    // A head of another party starts the clock; one desk key of the own, of two, is not enough.
    private void lose(Author by, Author head) throws Exception {
        VerifierKey key = head.signer.key();
        said(by.says(new PartyCommand.ReplaceHead(key, new Author(key.name() + "2").signer.key())));
    }

    // One text is in force, one waits, one has lapsed.
    private void terms() throws Exception {
        Table<Figure, Long> figures =
                Table.<Figure, Long>empty().put(Figure.BUFFER_METRES, 100L).put(Figure.ACTS_PER_MINUTE, 100_000L);
        Hash signed = said(house.headOfA.says(propose(figures, Optional.empty())));
        said(house.headOfB.says(new TermsCommand.Sign(signed)));
        said(house.headOfA.says(
                propose(Table.<Figure, Long>empty().put(Figure.BUFFER_HEIGHT_METRES, 5L), Optional.empty())));
        Hash lapsing = said(house.headOfA.says(
                propose(figures, Optional.of(house.engine.world().at() + 2 * SECOND))));
        while (house.engine.world().terms().open().has(lapsing)) said(house.headOfB.says(House.desk("line 2")));
    }

    private static TermsCommand.Propose propose(Table<Figure, Long> figures, Optional<Long> answerBy) {
        return new TermsCommand.Propose(new Text(NAMES, BOTH, new Figures(figures), answerBy));
    }

    // Whatever a declaration may say, and another that meets it. The second window has no end.
    private void rich() throws Exception {
        String windows =
                window(now + 2 * HOUR, now + 3 * HOUR) + ",{\"from\":\"" + TimeText.write(now + 48 * HOUR) + "\"}";
        String part = "{\"fromMicros\":0,\"untilMicros\":" + 40 * MINUTE + "}";
        String until = "{\"until\":\"" + TimeText.write(now + 3 * HOUR) + "\"}";
        String envelope = RICH.replace("WINDOWS", windows)
                .replace("DURING", part)
                .replace("WINDOW", window(now, now + 3 * HOUR))
                .replace("UNTIL", until);
        one = declare(house.planner, envelope, DETAILS);
        String elsewhere = spot(33.5, 42.9, windows).replaceFirst("\\{", "{\"place\":\"9 km 045 Baghdad\",");
        two = declare(plannerOfB, elsewhere, "{\"name\":\"Two\"}");
    }

    // So many short windows that a meets one declaration of b more often than is listed, and another not at
    // all in what is.
    private void many() throws Exception {
        whole = declare(plannerOfB, spot(36.5, 43.5, window(later, later + MANY * SECOND)), "{\"name\":\"Long\"}");
        declare(
                plannerOfB,
                spot(36.5, 43.5, window(later + (MANY - 10) * SECOND, later + MANY * SECOND)),
                "{\"name\":\"Late\"}");
        String windows = LongStream.range(0, MANY)
                .mapToObj(i -> window(later + i * SECOND, later + i * SECOND + SECOND / 2))
                .collect(Collectors.joining(","));
        many = declare(house.planner, spot(36.5, 43.5, windows), "{\"name\":\"Many\"}");
        widen(plannerOfB, whole, "a", Level.FULL);
    }

    // One that b shows to a, one that a shows to b, and one that nobody shows.
    private void opened() throws Exception {
        widen(plannerOfB, two, "a", Level.ENVELOPE);
        widen(house.planner, one, "b", Level.ENVELOPE);
        plain = declare(plannerOfB, spot(33.5, 42.9, window(now + 2 * HOUR, now + 3 * HOUR)), "{\"name\":\"Plain\"}");
    }

    // What a declaration of b's meets first.
    private ConflictView conflict(Hash own) {
        return Disclosure.conflicts(house.engine.world(), new PartyId("b")).stream()
                .filter(view -> view.declaration().equals(own))
                .findFirst()
                .orElseThrow();
    }

    private void offer(Author author, Hash own, Optional<Change> asks) throws Exception {
        said(author.says(offer("b", conflict(own).conflict(), own, asks)));
    }

    // Over its budget a is not told what would be left.
    private void counter() throws Exception {
        said(house.planner.says(offer("a", conflict(plain).conflict(), one, Optional.empty())));
    }

    private int seen(String party, Hash conflict) {
        return Disclosure.conflict(house.engine.world(), new PartyId(party), conflict)
                .orElseThrow()
                .version();
    }

    private AirspaceCommand.Offer offer(String by, Hash conflict, Hash own, Optional<Change> asks) {
        Declaration is = house.engine.world().airspace().declaration(own).orElseThrow();
        List<WindowDraft> windows = is.windows().values().stream()
                .map(window -> new WindowDraft(Optional.of(window.number()), window.window()))
                .toList();
        AirspaceCommand.Amend same =
                new AirspaceCommand.Amend(own, is.version(), new Envelope(is.plan(), windows), is.details());
        return new AirspaceCommand.Offer(conflict, seen(by, conflict), same, now + HOUR, asks);
    }

    private void widen(Author author, Hash declaration, String to, Level level) throws Exception {
        said(author.says(new AirspaceCommand.Widen(declaration, 1, new PartyId(to), level)));
    }

    // Beyond what a day pays, far from everything in time; and what is played has a budget of its own.
    private void budgets() throws Exception {
        String wide = spot(36.5, 43.5, window(now + 50 * 24 * HOUR, now + 80 * 24 * HOUR));
        declare(house.planner, wide.replace("5000.0", "100000.0"), "{\"name\":\"Wide\"}");
        house.planner.status = Status.EXERCISE;
        declare(house.planner, spot(31, 44, window(now + 2 * HOUR, now + 3 * HOUR)), "{\"name\":\"Played\"}");
        house.planner.status = Status.ACTUAL;
    }

    Hash declare(Author author, String envelope, String details) throws Exception {
        return said(author.says("airspace.declare", Bytes.of(envelope), Bytes.of(details)));
    }

    static String window(long from, long until) {
        return "{\"from\":\"" + TimeText.write(from) + "\",\"until\":\"" + TimeText.write(until) + "\"}";
    }

    static String spot(double lat, double lng, String windows) {
        return "{\"desk\":\"air\",\"volumes\":[{\"shape\":\"spot\",\"positions\":[[" + lat + "," + lng
                + "]],\"radiusMetres\":5000.0,\"precisionMetres\":0.0,\"heights\":{}}],\"windows\":[" + windows + "]}";
    }
}
