package org.tansiq.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.tansiq.app.Stage;
import org.tansiq.app.record.Recorded;
import org.tansiq.app.words.Language;
import org.tansiq.app.words.Messages;
import org.tansiq.client.Drafting;
import org.tansiq.client.KeyFile;
import org.tansiq.client.Place;
import org.tansiq.client.Server;
import org.tansiq.core.Names;
import org.tansiq.core.Status;
import org.tansiq.core.party.Desk;
import org.tansiq.core.party.DeskId;
import org.tansiq.core.party.PartyCommand;
import org.tansiq.ledger.Signer;
import org.tansiq.wire.Acts;
import org.tansiq.wire.Submission;
import org.tansiq.wire.View;

/** A server from its beginning to where it is told to end. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
final class StoppedServerTest {
    private static final int PATIENCE = 60_000; // Milliseconds.

    @TempDir
    Path folder;

    private Path stage = Path.of("");

    @BeforeEach
    void found() throws IOException {
        stage = Stage.in(folder);
    }

    private Submission note(URI url) throws IOException {
        Signer signer = KeyFile.read(stage.resolve("a-officer.key")).open(new char[0]);
        try (Server server = new Server(url, "en")) {
            View view = server.login(signer).view(/* all= */ false);
            Acts.Said said = Acts.write(new PartyCommand.SetDesk(
                    new Desk(new DeskId("air"), new Names("Air", "جو", "Воздух"), "line 9", "en")));
            return new Drafting(server.theatre(), signer, new SecureRandom())
                    .sign(
                            new Drafting.Saying(
                                    said.type(),
                                    Status.ACTUAL,
                                    said.envelope(),
                                    said.details(),
                                    System.currentTimeMillis() * 1000),
                            new Place(view.next(), view.prev()));
        }
    }

    private static Socket connected(int port) throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), port);
    }

    private static void untilItListensNoMore(int port) throws IOException, InterruptedException {
        while (listens(port)) if (Thread.interrupted()) throw new InterruptedException("it listens on");
    }

    private static boolean listens(int port) throws IOException {
        try (Socket _ = connected(port)) {
            return true;
        } catch (SocketException _) {
            return false;
        }
    }

    /** A line without its end; empty where no more comes. */
    private static String line(InputStream from) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = from.read(); next >= 0 && next != '\n'; next = from.read()) line.write(next);
        return line.toString(StandardCharsets.UTF_8).strip();
    }

    /** Its head is read, which the server says; its body comes when nobody else can come any more. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aNoteThatIsHalfSentWhenTheServerIsToldToEndIsAnsweredAndStays() throws Exception {
        Path record = stage.resolve("record");
        try (ServeProcess server = new ServeProcess(record, 0);
                Socket socket = connected(server.port())) {
            Submission note = note(URI.create(server.url()));
            byte[] body = note.line().text().getBytes(StandardCharsets.UTF_8);
            String head = "POST /api/v1/notes HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\n"
                    + "Expect: 100-continue\r\nContent-Length: " + body.length + "\r\n\r\n";
            socket.setSoTimeout(PATIENCE);
            OutputStream out = socket.getOutputStream();
            InputStream in = socket.getInputStream();
            out.write(head.getBytes(StandardCharsets.UTF_8));
            assertThat(line(in)).startsWith("HTTP/1.1 100 ");
            assertThat(line(in)).isEmpty();
            server.told();
            untilItListensNoMore(server.port());
            out.write(body);
            assertThat(line(in)).startsWith("HTTP/1.1 201 ");
            assertThat(server.stop()).isIn(0, 143);
            assertThat(Recorded.notes(record)).containsKey(note.note().note().hash());
        }
    }

    @Test
    void whatIsWrongIsSaidInTheLanguageThatIsAcceptedFirst() throws Exception {
        try (ServeProcess server = new ServeProcess(stage.resolve("record"), 0);
                HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest call = HttpRequest.newBuilder(URI.create(server.url() + "/api/v1/me"))
                    .header("Accept-Language", "zz, ru-RU;q=0.9, en;q=0.5")
                    .build();
            HttpResponse<String> reply = client.send(call, HttpResponse.BodyHandlers.ofString());
            assertThat(reply.statusCode()).isEqualTo(401);
            assertThat(reply.headers().firstValue("content-language")).contains("ru");
            String title = Messages.in(Language.RU).say("problem.not-logged-in").text();
            assertThat(title).contains("сначала");
            assertThat(reply.body()).contains("\"title\":\"" + title + "\"");
        }
    }
}
