package org.tansiq.app.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tansiq.app.Stage;
import org.tansiq.client.Drafting;
import org.tansiq.client.KeyFile;
import org.tansiq.client.Opened;
import org.tansiq.client.Place;
import org.tansiq.client.Problem;
import org.tansiq.client.Server;
import org.tansiq.client.Session;
import org.tansiq.core.Bytes;
import org.tansiq.core.Hash;
import org.tansiq.core.Status;
import org.tansiq.core.airspace.AirspaceCommand;
import org.tansiq.core.airspace.ConflictView;
import org.tansiq.core.airspace.Level;
import org.tansiq.core.airspace.Preview;
import org.tansiq.core.party.PartyId;
import org.tansiq.ledger.Signer;
import org.tansiq.ledger.TimeText;
import org.tansiq.wire.Acts;
import org.tansiq.wire.Answer;
import org.tansiq.wire.Submission;
import org.tansiq.wire.View;

/** What the client asks a server of what others are told, and of what they show. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
final class OpenedTest {
    private static final long HOUR = 3_600_000_000L;

    @TempDir
    static Path folder;

    @BeforeAll
    static void found() throws IOException {
        Stage.in(folder);
    }

    private final long now = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());

    private static Signer signer(String key) throws IOException {
        return KeyFile.read(folder.resolve("stage").resolve(key + ".key")).open(new char[0]);
    }

    private Drafting.Saying declares() {
        String envelope = "{\"desk\":\"air\",\"volumes\":[{\"shape\":\"spot\",\"positions\":[[34.55,38.28]],"
                + "\"radiusMetres\":5000.0,\"precisionMetres\":0.0,\"heights\":{}}],\"windows\":[{\"from\":\""
                + TimeText.write(now + 5 * HOUR) + "\",\"until\":\"" + TimeText.write(now + 6 * HOUR) + "\"}]}";
        Bytes details = Bytes.of("{\"name\":\"Shown\"}");
        return new Drafting.Saying("airspace.declare", Status.ACTUAL, Bytes.of(envelope), details, now);
    }

    private Drafting.Saying widens(Hash declaration, Level level) {
        Acts.Said said = Acts.write(new AirspaceCommand.Widen(declaration, 1, new PartyId("a"), level));
        return new Drafting.Saying(said.type(), Status.ACTUAL, said.envelope(), said.details(), now);
    }

    private static Submission says(Server server, String key, Drafting.Saying saying) throws IOException {
        Signer signer = signer(key);
        View view = server.login(signer).view(/* all= */ false);
        Submission note = new Drafting(server.theatre(), signer, new SecureRandom())
                .sign(saying, new Place(view.next(), view.prev()));
        assertThat(server.say(note)).isInstanceOf(Answer.Sequenced.class);
        return note;
    }

    private static List<Session.Noted> inbox(Session session) throws IOException {
        List<Session.Noted> all = new ArrayList<>();
        for (long from = 1; from > 0; ) {
            Session.Page page = session.noted(from, 10, /* proof= */ true);
            all.addAll(page.deliveries());
            from = page.next().orElse(0);
        }
        return all;
    }

    @Test
    void whatAnotherShowsComesAsItsAuthorSignedIt() throws IOException {
        try (ServeProcess process = new ServeProcess(folder.resolve("stage").resolve("record"), 0);
                Server server = new Server(URI.create(process.url()), "en")) {
            Session a = server.login(signer("a-planner"));
            assertThat(a.viewAs(declares()).parties()).extracting(Preview::to).contains(new PartyId("b"));
            assertThatExceptionOfType(Problem.class)
                    .isThrownBy(() -> a.viewAs(widens(Hash.NONE, Level.FULL)))
                    .satisfies(problem -> assertThat(problem.type()).isEqualTo("refused/no-such-declaration"));
            Submission b = says(server, "b-planner", declares());
            Hash own = says(server, "a-planner", declares()).note().note().hash();
            assertThat(a.budget().accounts())
                    .anySatisfy(row -> assertThat(row.account().spent()).isPositive());
            Hash conflict = a.view(/* all= */ false).conflicts().stream()
                    .filter(view -> view.declaration().equals(own))
                    .map(ConflictView::conflict)
                    .findFirst()
                    .orElseThrow();
            assertThat(a.note(conflict)).isEmpty();
            says(server, "b-planner", widens(b.note().note().hash(), Level.FULL));
            Opened opened = a.note(conflict).orElseThrow();
            assertThat(opened.note()).isEqualTo(b.note());
            assertThat(opened.details()).contains(b.details());
            List<Session.Noted> inbox = inbox(a);
            assertThat(inbox.getLast().notes()).containsExactly(opened);
            assertThat(inbox.getLast().delivered().proof()).isPresent();
            assertThat(inbox).hasSize((int) a.view(/* all= */ false).inbox());
        }
    }
}
