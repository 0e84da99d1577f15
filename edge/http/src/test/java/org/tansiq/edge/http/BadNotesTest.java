package org.tansiq.edge.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tansiq.core.Hash;
import org.tansiq.core.party.PartyCommand;
import org.tansiq.wire.Submission;

/**
 * Notes that are not what they should be, on the real server: each has a clear answer, and what was taken
 * stays.
 */
@Timeout(60)
class BadNotesTest {
    @TempDir
    private Path folder = Path.of("");

    private House house;

    @BeforeEach
    void open() throws Exception {
        house = new House(folder);
    }

    @AfterEach
    void close() throws Exception {
        house.close();
    }

    private static void is(HttpResponse<String> reply, int status, String type) {
        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(status);
        assertThat(House.field(reply.body(), "type")).isEqualTo("/problems/" + type);
        assertThat(House.field(reply.body(), "title")).isNotEmpty();
    }

    private HttpResponse<String> sent(String body) throws IOException, InterruptedException {
        return house.post("/api/v1/notes", body);
    }

    @Test
    void aRevokedKeySaysNothingMore() throws Exception {
        Submission before = house.planner.says(House.desk("before"));
        is(house.post(before), 403, "refused/not-your-role");
        house.post(house.headOfA.says(new PartyCommand.Revoke(house.planner.signer.key(), "lost")));
        long next = house.engine.world().next();
        is(house.post(house.planner.says(House.desk("after"))), 403, "revoked");
        assertThat(house.engine.world().next()).isEqualTo(next);
    }

    @Test
    void notesInTheWrongOrderAreTakenOnceTheirTurnComes() throws Exception {
        Submission one = house.headOfA.says(House.desk("line 1"));
        Submission two = house.headOfA.says(House.desk("line 2"));
        Submission three = house.headOfA.says(House.desk("line 3"));
        is(house.post(three), 409, "ahead");
        is(house.post(two), 409, "ahead");
        for (Submission said : List.of(one, two, three))
            assertThat(house.post(said).statusCode()).isEqualTo(201);
        long next = house.engine.world().next();
        for (Submission said : List.of(three, one, two))
            assertThat(house.post(said).statusCode()).isEqualTo(200);
        assertThat(house.engine.world().next()).isEqualTo(next);
    }

    @Test
    void twoNotesOfOneNumberAreKeptAsWhatTheyAre() throws Exception {
        long seq = house.headOfA.seq;
        Hash last = house.headOfA.last;
        assertThat(house.post(house.headOfA.says(House.desk("this"))).statusCode())
                .isEqualTo(201);
        house.headOfA.seq = seq;
        house.headOfA.last = last;
        Submission second = house.headOfA.says(House.desk("that"));
        String token = house.login(house.headOfA);
        for (int i = 0; i < 2; i++) { // Asked again it is the same.
            HttpResponse<String> reply = house.post(second, token);
            is(reply, 409, "equivocated");
            assertThat(House.field(reply.body(), "field")).isEqualTo("seq");
            assertThat(House.field(reply.body(), "value")).isEqualTo("" + seq);
            assertThat(House.field(reply.body(), "answer")).contains("sequenced");
        }
        house.headOfA.seq = seq;
        house.headOfA.last = last;
        is(house.post(house.headOfA.says(House.desk("or what"))), 409, "spent");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"note":       | {"other":1,"note":      | other
            "salt":        | "other":1,"salt":       | envelope.other
            "details":{    | "details":1,"other":{   |
            "body":        | "body":1,"other":       |
            "envelope":    | "envelop":              |
            "note":"       | "note":1,"other":"      |
            {"note":       | [{"note":               |
            {"note":       | {"note":"","note":      | note
            """)
    void unknownFieldsAndOtherTypesAreRefused(String part, String other, String field) throws Exception {
        Submission said = house.headOfA.says(House.desk("line 2"));
        String line = said.line().text();
        int at = line.indexOf(part.strip());
        HttpResponse<String> reply = sent(line.substring(0, at)
                + other.strip()
                + line.substring(at + part.strip().length()));
        is(reply, 400, "unreadable");
        if (field != null) assertThat(House.field(reply.body(), "field")).isEqualTo(field);
        assertThat(house.post(said).statusCode()).isEqualTo(201);
    }

    @Test
    void aNoteThatIsCutAnywhereIsRefused() throws Exception {
        Submission said = house.headOfA.says(House.desk("line 2"));
        String line = said.line().text();
        long next = house.engine.world().next();
        for (int end = 0; end < line.length(); end += 37) is(sent(line.substring(0, end)), 400, "unreadable");
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        String head = "POST /api/v1/notes HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\nContent-Length: "
                + bytes.length + "\r\n\r\n";
        try (Wire wire = new Wire(house.port())) {
            assertThat(wire.send(head + line.substring(0, 100)).half().rest()).startsWith("HTTP/1.1 400 ");
        }
        assertThat(house.engine.world().next()).isEqualTo(next);
        assertThat(house.post(said).statusCode()).isEqualTo(201);
    }

    /** Its sender is gone before the answer comes; whichever became of it, asking again says so. */
    @Test
    void aNoteWhoseSenderLeftIsOnTheRecordOrNotAndAskingAgainSaysWhich() throws Exception {
        Submission said = house.headOfA.says(House.desk("line 2"));
        String line = said.line().text();
        try (Wire wire = new Wire(house.port())) {
            wire.send("POST /api/v1/notes HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\nContent-Length: "
                    + line.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + line);
        }
        HttpResponse<String> again = house.post(said, house.login(house.headOfA));
        assertThat(again.statusCode()).isEqualTo(201);
        long index = Long.parseLong(House.field(again.body(), "index"));
        assertThat(house.engine.entry(index).submission()).contains(said);
    }
}
