package org.tansiq.edge.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.math.BigInteger;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tansiq.core.Names;
import org.tansiq.core.Table;
import org.tansiq.core.party.PartyId;
import org.tansiq.core.terms.Figure;
import org.tansiq.core.terms.Figures;
import org.tansiq.core.terms.Group;
import org.tansiq.core.terms.TermsCommand;
import org.tansiq.core.terms.Text;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The description and the server, both ways: whatever the server answers is described, and whatever is
 * described was answered.
 */
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenApiTest {
    /** Described and true, but too much work to see. */
    private static final List<String> UNSEEN = List.of(
            // A party would have to declare 100,000 things.
            "GET /api/v1/view 400 /problems/unreadable");

    private static final String BODY = "/requestBody/content/application~1json/schema";

    private final Described described = new Described(Description.read().text());
    private House house;
    private Tour tour;

    @BeforeAll
    void open(@TempDir Path folder) throws Exception {
        house = new House(Files.createDirectory(folder.resolve("one")));
        Scene scene = new Scene(house);
        scene.play();
        tour = new Tour(scene, described);
        tour.reads();
        tour.posts();
        tour.badCalls();
        tour.badServers();
        tour.tooManyCalls();
        tour.refusedReads();
        tour.refusedPreviews();
        tour.refusedLogIns();
        tour.refusedNotes();
        tour.noRoom();
        tour.spent(scene.plannerOfB);
        StreamTour streams = new StreamTour(scene, described);
        streams.tooMany(tour.caller());
        streams.timed();
        streams.live();
        tour.revoked(scene.watcher);
        Tour.unfounded(Files.createDirectory(folder.resolve("two")), described);
        overQuota(Files.createDirectory(folder.resolve("three")));
    }

    @AfterAll
    void close() throws Exception {
        house.close();
    }

    /** By terms that let each key say one thing in a minute. */
    private void overQuota(Path folder) throws Exception {
        try (House strict = new House(folder)) {
            Scene scene = new Scene(strict);
            Table<Figure, Long> one = Table.<Figure, Long>empty().put(Figure.ACTS_PER_MINUTE, 1L);
            Group both = new Group(List.of(new PartyId("a"), new PartyId("b")));
            var text = scene.said(strict.headOfA.says(new TermsCommand.Propose(
                    new Text(new Names("One", "واحد", "Один"), both, new Figures(one), Optional.empty()))));
            scene.said(strict.headOfB.says(new TermsCommand.Sign(text)));
            new Tour(scene, described).overQuota(strict.planner);
        }
    }

    @Test
    void whatTheServerAnswersIsDescribed() {
        assertThat(described.faults()).isEmpty();
    }

    @Test
    void whatIsDescribedWasAnswered() {
        SortedSet<String> missing = new TreeSet<>(described.promised());
        assertThat(missing).hasSizeGreaterThan(400);
        missing.removeAll(described.seen());
        assertThat(missing).containsExactlyElementsOf(UNSEEN);
    }

    @Test
    void theDescriptionIsServedToAnybodyAsItStands() throws Exception {
        HttpResponse<String> reply = house.send(house.to("/api/v1/" + Description.FILE));
        assertThat(reply.statusCode()).isEqualTo(200);
        try (InputStream file = Objects.requireNonNull(OpenApiTest.class.getResourceAsStream("openapi.json"))) {
            assertThat(reply.body()).isEqualTo(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void everyCallIsDescribedAndNothingIsThatIsNone() throws Exception {
        TreeSet<String> names = new TreeSet<>();
        for (Described.Operation operation : described.operations())
            if (!operation.path().equals("/healthz")) names.add(operation.path().split("/", -1)[3]);
        assertThat(names).containsExactlyInAnyOrderElementsOf(Api.CALLS);
        for (String call : Api.CALLS)
            for (String behind : List.of("", "/", "/1", "/1/2")) {
                String path = "/api/v1/" + call + behind;
                if (described.of(path).isEmpty())
                    assertThat(house.get(path, tour.token()).statusCode())
                            .as(path)
                            .isEqualTo(404);
            }
    }

    @Test
    void whoMustBeLoggedInIsDescribed() throws Exception {
        for (Described.Operation operation : described.operations()) {
            Exchange came = tour.caller().call(operation.method(), tour.path(operation), new TreeMap<>(), "");
            assertThat(came.status() == 401)
                    .as(operation.toString())
                    .isEqualTo(described.at(operation, "/security").path(0).has("session"));
        }
    }

    // --- what is asked ---

    @Test
    void aNumberIsTakenWithinItsLimitsAndNotBeyondThem() throws Exception {
        int tried = 0;
        for (Described.Operation operation : described.operations())
            for (JsonNode named : described.at(operation, "/parameters")) {
                JsonNode parameter = resolved(named);
                JsonNode schema = resolved(parameter.get("schema"));
                if (!schema.path("type").asString("").equals("integer")) continue;
                tried++;
                BigInteger least = schema.get("minimum").bigIntegerValue();
                BigInteger most = schema.get("maximum").bigIntegerValue();
                for (BigInteger beyond : List.of(least.subtract(BigInteger.ONE), most.add(BigInteger.ONE)))
                    assertThat(asked(operation, parameter, beyond).status())
                            .as(operation + " " + parameter.get("name") + " " + beyond)
                            .isEqualTo(400);
                if (operation.path().endsWith("/stream")) continue; // Never beyond what there is.
                for (BigInteger within : List.of(least, most))
                    assertThat(asked(operation, parameter, within).status())
                            .as(operation + " " + parameter.get("name") + " " + within)
                            .isIn(200, 404);
            }
        assertThat(tried).isGreaterThan(10);
        assertThat(described.faults()).isEmpty();
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? resolved(described.root.at(Schemas.target(node))) : node;
    }

    private Exchange asked(Described.Operation operation, JsonNode parameter, BigInteger value) throws Exception {
        String name = parameter.get("name").stringValue();
        TreeMap<String, String> headers = Caller.bearer(tour.token());
        return switch (parameter.get("in").stringValue()) {
            case "path" -> tour.caller().get(operation.path().replace("{" + name + "}", value.toString()), headers);
            case "query" -> tour.caller().get(tour.path(operation) + "?" + name + "=" + value, headers);
            default -> {
                headers.put(name, value.toString());
                yield tour.caller().get(tour.path(operation), headers);
            }
        };
    }

    @Test
    void aBodyIsTakenAsDescribedAndNotOtherwise() throws Exception {
        for (Described.Operation operation : described.operations()) {
            if (!operation.method().equals("POST")) continue;
            String schema = operation.pointer() + BODY;
            String good = tour.body(operation.path());
            for (ObjectNode bad : others((ObjectNode) Described.JSON.readTree(good))) {
                assertThat(described.schemas.faults(schema, bad)).as("%s", bad).isNotEmpty();
                assertThat(tour.post(operation.path(), bad.toString()).status())
                        .as("%s", bad)
                        .isIn(400, 422);
            }
            assertThat(described.schemas.faults(schema, Described.JSON.readTree(good)))
                    .isEmpty();
            assertThat(tour.post(operation.path(), good).status()).isIn(200, 201, 403);
        }
        assertThat(described.faults()).isEmpty();
    }

    /** With one member more, or less, or of another type, at every place. */
    private static List<ObjectNode> others(ObjectNode good) {
        List<ObjectNode> others = new ArrayList<>();
        others.add(good.deepCopy().put("other", "x"));
        for (String name : good.propertyNames()) {
            ObjectNode less = good.deepCopy();
            less.remove(name);
            others.add(less);
            others.add(good.deepCopy().put(name, 7));
            if (good.get(name) instanceof ObjectNode inner)
                for (ObjectNode other : others(inner)) {
                    ObjectNode outer = good.deepCopy();
                    outer.set(name, other);
                    others.add(outer);
                }
        }
        return others;
    }
}
