package org.tansiq.app.record;

import java.io.IOException;
import java.util.Optional;
import org.tansiq.app.check.Complaint;
import org.tansiq.client.Problem;
import org.tansiq.client.Server;
import org.tansiq.client.Session;
import org.tansiq.client.Unreachable;
import org.tansiq.core.Malformed;
import org.tansiq.ledger.Signer;
import org.tansiq.wire.Answer;
import org.tansiq.wire.Submission;
import org.tansiq.wire.View;

/** A server, asked by a key; what keeps it from answering is one clear line. */
final class Away implements AutoCloseable {
    private final Server server;
    private final Signer signer;
    private Optional<Session> session = Optional.empty();

    Away(Where where, Common common, Keyring keyring) {
        this.server = where.server(common);
        this.signer = keyring.signer();
    }

    /** A call of a session. */
    interface Call<T> {
        T on(Session session) throws IOException;
    }

    /** Complains where the server does not answer. */
    <T> T ask(Call<T> call) throws IOException {
        try {
            return reach(call);
        } catch (Unreachable e) {
            throw new Complaint("at.unreachable", "why", e.why());
        }
    }

    /** Throws {@link Unreachable} where the server does not answer, and complains where it says no. */
    <T> T reach(Call<T> call) throws IOException {
        try {
            if (session.isEmpty()) session = Optional.of(server.login(signer));
            return call.on(session.get());
        } catch (Problem problem) {
            throw said(problem);
        } catch (Malformed bad) {
            throw new Complaint("at.malformed", "server", server.address(), "field", bad.field(), "limit", bad.limit());
        }
    }

    Answer say(Submission note) throws Unreachable {
        return session.isPresent() ? session.get().say(note) : server.say(note);
    }

    Complaint said(Problem problem) {
        return new Complaint("at.problem", "server", server.address(), "what", problem.detail());
    }

    Sight sight(boolean all) throws IOException {
        View view = ask(s -> s.view(all));
        return Sight.of(view);
    }

    /** Whether the server says that the key does not stand (any more). */
    boolean refused() throws IOException {
        try {
            server.login(signer);
            return false;
        } catch (Problem problem) {
            if (problem.type().equals("not-enrolled")) return true;
            throw said(problem);
        } catch (Unreachable e) {
            throw new Complaint("at.unreachable", "why", e.why());
        }
    }

    Server server() {
        return server;
    }

    @Override
    public void close() {
        server.close();
    }
}
