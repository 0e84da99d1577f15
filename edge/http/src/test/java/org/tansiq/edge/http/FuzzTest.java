package org.tansiq.edge.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tansiq.core.Bytes;
import org.tansiq.core.Hash;
import org.tansiq.core.Malformed;
import org.tansiq.ledger.LoginText;
import org.tansiq.wire.Json;

/**
 * Requests and notes that were good, or once found a fault, with random damage. Whatever comes has an answer
 * of the known kinds and never an exception. {@code -Dtansiq.fuzz=SEED} begins elsewhere, {@code
 * -Dtansiq.fuzz.rounds=N} goes on for longer; the seed of a round stands in its failure.
 */
@Timeout(60)
class FuzzTest {
    private static final long SEED = Long.getLong("tansiq.fuzz", 20261127);
    private static final int ROUNDS = Integer.getInteger("tansiq.fuzz.rounds", 6_000);
    private static final long STEP = 10_000; // Microseconds from one call to the next.

    private static final Set<Integer> KNOWN =
            Set.of(200, 201, 304, 400, 401, 403, 404, 405, 409, 413, 415, 422, 429, 503, 507);

    private static final List<String> METHODS = List.of("GET", "POST", "HEAD", "PUT", "", "G T", "\u0000", "get");

    private static final List<String> TOKENS = List.of(
            "\"",
            "\\",
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "null",
            "true",
            "-0",
            "1e999",
            "0.1",
            "\\ud800",
            "\\u0000",
            "\u0000",
            "\n",
            "\r\n",
            "\t",
            "\u202e",
            "\ud83d\ude00",
            "9".repeat(400),
            "[".repeat(200),
            "a".repeat(2000),
            "9223372036854775808",
            "-9223372036854775809",
            "0000-00-00T00:00:00.000000Z",
            "\"note\"",
            "\"salt\":\"\"",
            "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
            "tansiq-login/v1",
            "\u2014 ",
            "+",
            "=",
            "-",
            "_",
            "/",
            "..",
            "%00");

    @TempDir
    private Path folder = Path.of("");

    private House house;
    private Api api;
    private String token;
    private List<String> corpus;
    private final AtomicLong clock = new AtomicLong();

    @BeforeEach
    void open() throws Exception {
        house = new House(folder);
        clock.set(house.engine.world().at());
        api = new Api(house.ground(() -> clock.addAndGet(STEP)));
        token = login();
        corpus = corpus();
    }

    @AfterEach
    void close() throws Exception {
        api.end();
        house.close();
    }

    private static List<String> corpus() throws IOException, URISyntaxException {
        Path all = Path.of(Stream.of(FuzzTest.class.getResource("/corpus"))
                .findFirst()
                .orElseThrow()
                .toURI());
        List<String> texts = new ArrayList<>();
        try (Stream<Path> files = Files.list(all).sorted()) {
            for (Path file : files.toList())
                texts.add(Files.readString(file, StandardCharsets.UTF_8).stripTrailing());
        }
        assertThat(texts).hasSizeGreaterThan(10);
        return texts;
    }

    private String login() {
        Map<String, String> json = Map.of("content-type", "application/json");
        String given = whole(new Request("POST", List.of("api", "v1", "challenges"), Map.of(), json, Bytes.of("{}")))
                .body()
                .text();
        Hash challenge = Hash.parse(House.field(given, "challenge")).orElseThrow();
        String signed =
                LoginText.sign(house.theatre, challenge, house.planner.signer).text();
        Bytes body = new Fields().put("login", signed).json().bytes();
        Response.Whole opened = whole(new Request("POST", List.of("api", "v1", "sessions"), Map.of(), json, body));
        assertThat(opened.status()).isEqualTo(201);
        return House.field(opened.body().text(), "token");
    }

    private Response.Whole whole(Request request) {
        return (Response.Whole) api.handle(request);
    }

    // --- what is damaged ---

    /** As it stands in a file: a line with method and target, headers, an empty line, the body. */
    private Request request(String text, String peer) {
        String[] parts = text.replace("{token}", token).split("\n\n", 2);
        String[] lines = parts[0].split("\n", -1);
        String[] first = lines[0].split(" ", -1);
        String target = first.length > 1 ? first[1] : "";
        Map<String, String> headers = new TreeMap<>();
        for (String line : Arrays.asList(lines).subList(1, lines.length)) {
            String[] pair = line.split(": ", 2);
            headers.put(pair[0], pair.length > 1 ? pair[1] : "");
        }
        String[] split = target.split("\\?", 2);
        Map<String, String> query = new TreeMap<>();
        for (String pair : (split.length > 1 ? split[1] : "").split("&", -1))
            if (!pair.isEmpty()) query.put(pair.split("=", 2)[0], pair.contains("=") ? pair.split("=", 2)[1] : "");
        List<String> path = List.of(split[0].replaceFirst("^/", "").split("/", -1));
        return new Request(first[0], path, query, headers, Bytes.of(parts.length > 1 ? parts[1] : ""), peer);
    }

    private static String damaged(String text, Random random, List<String> corpus) {
        StringBuilder to = new StringBuilder(text);
        for (int hits = random.nextInt(4); hits >= 0; hits--) {
            int at = random.nextInt(to.length() + 1);
            int end = Math.min(to.length(), at + random.nextInt(40));
            switch (random.nextInt(7)) {
                case 0 -> to.delete(at, end);
                case 1 -> to.insert(at, to.substring(at, end));
                case 2, 3 -> to.insert(at, TOKENS.get(random.nextInt(TOKENS.size())));
                case 4 -> to.replace(at, end, TOKENS.get(random.nextInt(TOKENS.size())));
                case 5 -> {
                    if (at < to.length()) to.setCharAt(at, (char) (to.charAt(at) ^ (1 << random.nextInt(7))));
                }
                default -> {
                    String other = corpus.get(random.nextInt(corpus.size()));
                    to.setLength(at);
                    to.append(other, random.nextInt(other.length()), other.length());
                }
            }
        }
        return to.toString();
    }

    private static Bytes raw(Bytes body, Random random) {
        byte[] bytes = body.copy();
        if (bytes.length > 0 && random.nextInt(4) == 0)
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        return Bytes.of(bytes);
    }

    // --- the law ---

    private int lawful(Request request, String why) {
        return switch (api.handle(request)) {
            case Response.Events events -> {
                events.close();
                yield 200;
            }
            case Response.Whole whole -> {
                assertThat(KNOWN).as(why).contains(whole.status());
                for (Response.Header header : whole.headers())
                    assertThat(header.value()).as(why).matches("[ -~]*");
                if (whole.status() >= 400) problem(whole, why);
                yield whole.status();
            }
        };
    }

    private static void problem(Response.Whole whole, String why) {
        assertThat(whole.type()).as(why).isEqualTo("application/problem+json");
        String text = whole.body().text();
        assertThat(Json.parse(whole.body())).as(why).isInstanceOf(Json.Fields.class);
        assertThat(House.field(text, "type")).as(why).startsWith("/problems/");
        assertThat(House.field(text, "title")).as(why).isNotEmpty();
        assertThat(text).as(why).contains("\"detail\":");
        assertThat(whole.body().isUtf8(text)).as(why).isTrue();
    }

    @Test
    void whatStandsInTheCorpusHasAnAnswerOfEachKind() {
        Set<Integer> statuses = new TreeSet<>();
        for (String text : corpus) statuses.add(lawful(request(text, "corpus"), text));
        assertThat(statuses).contains(200, 201, 401, 403, 404, 409, 422);
    }

    @Test
    void whateverComesHasAnAnswer() {
        for (int round = 0; round < ROUNDS; round++) {
            Random random = new Random(SEED + round);
            String text = damaged(corpus.get(random.nextInt(corpus.size())), random, corpus);
            Request read = request(text, "peer " + round);
            String method = random.nextInt(20) == 0 ? METHODS.get(random.nextInt(METHODS.size())) : read.method();
            Request damaged = new Request(
                    method, read.path(), read.query(), read.headers(), raw(read.body(), random), read.peer());
            String why = "seed " + (SEED + round);
            assertThatCode(() -> lawful(damaged, why)).as(why).doesNotThrowAnyException();
        }
    }

    /** What is no note is said to be none, and no damage makes another note of one. */
    @Test
    void whateverIsNoNoteIsMalformed() {
        List<Bytes> notes = corpus.stream()
                .filter(text -> text.startsWith("POST /api/v1/notes"))
                .map(text -> request(text, "").body())
                .toList();
        assertThat(notes).hasSizeGreaterThan(2);
        for (int round = 0; round < ROUNDS; round++) {
            Random random = new Random(SEED - round);
            Bytes good = notes.get(random.nextInt(notes.size()));
            Bytes bad = raw(Bytes.of(damaged(good.text(), random, corpus)), random);
            try {
                Bytes read = house.engine.check(bad).line();
                assertThat(notes).as("seed " + (SEED - round)).contains(read);
            } catch (Malformed expected) {
                assertThat(expected.limit()).isNotEmpty();
            }
        }
    }
}
