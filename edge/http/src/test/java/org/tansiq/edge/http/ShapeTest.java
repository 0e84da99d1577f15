package org.tansiq.edge.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Requests as no client should send them, on raw sockets: each has one answer, and nothing behind it is read.
 */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShapeTest {
    /** What a smuggled request would be: it is answered only if it was read as a request of its own. */
    private static final String NEXT = "GET /healthz HTTP/1.1\r\nHost: h\r\n\r\n";

    private House house;

    @BeforeAll
    void open(@TempDir Path folder) throws Exception {
        house = new House(folder);
    }

    @AfterAll
    void close() throws Exception {
        house.close();
    }

    private String answer(String raw) throws IOException {
        try (Wire wire = new Wire(house.port())) {
            return wire.send(raw).half().rest();
        }
    }

    private static void refused(String answer, int status, String type) {
        assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
        assertThat(answer).contains("application/problem+json", "\"type\":\"/problems/" + type + "\"");
        assertThat(answer).containsOnlyOnce("HTTP/1.1 ").doesNotContain("entries");
    }

    /** In braces N is LF, R is CR, T a tab, 0 NUL. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Content-Length: 5{R}{N}Transfer-Encoding: chunked{R}{N}{R}{N}0{R}{N}{R}{N} | 400 | bad-request
            Transfer-Encoding: chunked{R}{N}{R}{N}0{R}{N}{R}{N}                        | 411 | length
            Transfer-Encoding:{T}chunked{R}{N}{R}{N}0{R}{N}{R}{N}                      | 411 | length
            Transfer-Encoding: gzip, chunked{R}{N}{R}{N}0{R}{N}{R}{N}                  | 501 | bad-request
            Transfer-Encoding: identity{R}{N}{R}{N}                                    | 400 | bad-request
            Transfer-Encoding : chunked{R}{N}{R}{N}0{R}{N}{R}{N}                       | 400 | bad-request
            Transfer-Encoding: chunked{R}{N}{R}{N}ffffffffffffffff1{R}{N}{R}{N}        | 411 | length
            Content-Length: 3{R}{N}Content-Length: 5{R}{N}{R}{N}abcde                  | 400 | bad-request
            Content-Length: 3{R}{N}Content-Length: 3{R}{N}{R}{N}abc                    | 400 | bad-request
            Content-Length: 3, 3{R}{N}{R}{N}abc                                        | 400 | bad-request
            Content-Length: -1{R}{N}{R}{N}                                             | 400 | bad-request
            Content-Length: +3{R}{N}{R}{N}abc                                          | 400 | bad-request
            Content-Length: 0x3{R}{N}{R}{N}abc                                         | 400 | bad-request
            Content-Length: 99999999999999999999{R}{N}{R}{N}abc                        | 400 | bad-request
            Content-Length: 30{R}{N}{R}{N}abc                                          | 400 | bad-request
            X-A: one{R}{N} two{R}{N}{R}{N}                                             | 400 | bad-request
            X-A: one{N}Content-Length: 38{R}{N}{R}{N}                                  | 400 | bad-request
            X-A: one{R}Content-Length: 38{R}{N}{R}{N}                                  | 400 | bad-request
            X-A: a{0}b{R}{N}{R}{N}                                                     | 400 | bad-request
            X A: b{R}{N}{R}{N}                                                         | 400 | bad-request
            : b{R}{N}{R}{N}                                                            | 400 | bad-request
            XA{R}{N}{R}{N}                                                             | 400 | bad-request
            Host: other{R}{N}{R}{N}                                                    | 400 | bad-request
            """)
    void aBodyHasOneEndAndAHeaderOneLine(String headers, int status, String type) throws Exception {
        String raw = headers.replace("{R}", "\r")
                .replace("{N}", "\n")
                .replace("{T}", "\t")
                .replace("{0}", "\0");
        String start = "POST /api/v1/check HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\n";
        // What breaks off has nothing behind it that could be read.
        refused(answer(start + raw + (raw.contains(": 30") ? "" : NEXT)), status, type);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET http://other/healthz HTTP/1.1  | 400
            CONNECT other:443 HTTP/1.1         | 400
            OPTIONS * HTTP/1.1                 | 400
            G"T /healthz HTTP/1.1              | 400
            GET /a{0}b HTTP/1.1                | 400
            GET /a%00b HTTP/1.1                | 400
            GET /a%0d%0aSet-Cookie:x HTTP/1.1  | 400
            GET /a?b=%0d%0aSet-Cookie:x HTTP/1.1 | 400
            GET /a?%00=b HTTP/1.1              | 400
            GET /a%zz HTTP/1.1                 | 400
            GET /a%2 HTTP/1.1                  | 400
            GET /a?b=%zz HTTP/1.1              | 400
            GET /x/../healthz HTTP/1.1         | 400
            GET /x/./healthz HTTP/1.1          | 400
            GET /x/%2e%2e/healthz HTTP/1.1     | 400
            GET /api%2Fv1 HTTP/1.1             | 400
            GET /healthz;x=1 HTTP/1.1          | 400
            GET /healthz#x HTTP/1.1            | 400
            GET /a\\b HTTP/1.1                 | 400
            GET  /healthz HTTP/1.1             | 400
            GET /healthz HTTP/1.1 HTTP/1.1     | 400
            GET /healthz HTTP/1.0              | 505
            GET /healthz HTTP/2.0              | 400
            GET /healthz                       | 400
            PRI * HTTP/2.0                     | 400
            """)
    void aPathHasOneReading(String line, int status) throws Exception {
        refused(answer(line.replace("{0}", "\0") + "\r\nHost: h\r\n\r\n" + NEXT), status, "bad-request");
    }

    /** Whoever reads sends no body; where one would end is what two programs read in two ways. */
    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 3", "Content-Length: 0, 0", "Transfer-Encoding: chunked"})
    void nothingComesWithGet(String framing) throws Exception {
        String head = "GET /healthz HTTP/1.1\r\nHost: h\r\n" + framing + "\r\n\r\n";
        refused(answer(head + "0\r\n\r\n" + NEXT), 400, "bad-request");
        String none = "GET /healthz HTTP/1.1\r\nHost: h\r\nContent-Length: 0\r\n\r\n";
        assertThat(answer(none + NEXT).split("entries", -1)).hasSize(3);
    }

    @Test
    void linesEndInBothCharactersAndTheFirstIsNotEmpty() throws Exception {
        refused(answer("GET /healthz HTTP/1.1\nHost: h\n\n" + NEXT), 400, "bad-request");
        refused(answer("\r\n" + NEXT), 400, "bad-request");
        refused(answer("GET /healthz HTTP/1.1\r\n\r\n" + NEXT), 400, "bad-request");
        refused(answer("\u0016\u0003\u0001\u0002\0\u0001\r\n\r\n"), 400, "bad-request");
    }

    @Test
    void aHeadHasItsLimits() throws Exception {
        String line = "GET /" + "a".repeat(HttpServer.FIRST_LINE_MAX) + " HTTP/1.1\r\nHost: h\r\n\r\n";
        refused(answer(line + NEXT), 414, "bad-request");
        String one = "X: " + "a".repeat(HttpServer.HEADERS_MAX);
        refused(answer("GET /healthz HTTP/1.1\r\nHost: h\r\n" + one + "\r\n\r\n" + NEXT), 400, "bad-request");
        String many = "X: a\r\n".repeat(HttpServer.HEADERS_MAX / 5);
        refused(answer("GET /healthz HTTP/1.1\r\nHost: h\r\n" + many + "\r\n" + NEXT), 400, "bad-request");
    }

    @ParameterizedTest
    @CsvSource({"FOO", "TRACE", "DELETE", "PATCH", "OPTIONS"})
    void anotherMethodIsRefusedAndItsConnectionGoesOn(String method) throws Exception {
        String all = answer(method + " /healthz HTTP/1.1\r\nHost: h\r\n\r\n" + NEXT);
        assertThat(all).startsWith("HTTP/1.1 405 ").contains("/problems/method", "Allow: GET", "entries");
    }

    @Test
    void anAnswerToHeadHasNoBody() throws Exception {
        String all = answer("HEAD /healthz HTTP/1.1\r\nHost: h\r\n\r\n" + NEXT);
        assertThat(all).startsWith("HTTP/1.1 405 ").doesNotContain("/problems/").contains("entries");
    }

    @Test
    void whoAsksForTheEndGetsIt() throws Exception {
        String all = answer("GET /healthz HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n" + NEXT);
        assertThat(all).startsWith("HTTP/1.1 200 ").containsOnlyOnce("HTTP/1.1 ");
    }

    @Test
    void aBodyThatIsTooLargeIsReadToItsEndIfThatIsNear() throws Exception {
        int size = 10 << 20;
        String raw =
                "POST /api/v1/notes HTTP/1.1\r\nHost: h\r\nContent-Length: " + size + "\r\n\r\n" + "a".repeat(size);
        assertThat(answer(raw + NEXT)).startsWith("HTTP/1.1 413 ").contains("/problems/too-large", "entries");
        try (Wire wire = new Wire(house.port())) {
            String head = "POST /api/v1/notes HTTP/1.1\r\nHost: h\r\nContent-Length: " + (1L << 40) + "\r\n\r\n";
            refused(wire.send(head).rest(), 413, "too-large");
        }
    }

    @Test
    void whatBreaksOffIsNotAnswered() throws Exception {
        assertThat(answer("POST /api/v1/check HTTP/1.1\r\nHost: h\r\nContent-Le"))
                .isEmpty();
        assertThat(answer("GET")).isEmpty();
        assertThat(answer("")).isEmpty();
    }
}
