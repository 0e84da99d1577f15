package org.tansiq.app.record;

import java.io.IOException;
import java.util.Optional;
import org.tansiq.app.check.Complaint;
import org.tansiq.app.words.Messages;
import org.tansiq.client.Problem;
import org.tansiq.client.Server;
import org.tansiq.client.Session;
import org.tansiq.client.Unreachable;
import org.tansiq.core.Hash;
import org.tansiq.core.Malformed;
import org.tansiq.ledger.Signer;
import org.tansiq.wire.Answer;
import org.tansiq.wire.Submission;
import org.tansiq.wire.View;

/** A server, asked by a key; what keeps it from answering is one clear line. */
final class Away implements AutoCloseable {
    private final Messages messages;
    private final Server server;
    private final Signer signer;
    private Optional<Session> session = Optional.empty();

    Away(Where where, Common common, Keyring keyring) {
        this.messages = common.messages();
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
            throw silent(e);
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
            throw malformed(bad);
        }
    }

    Complaint malformed(Malformed bad) {
        return new Complaint("at.malformed", "server", server.address(), "field", bad.field(), "limit", bad.limit());
    }

    Answer say(Submission note) throws Unreachable {
        try {
            return session.isPresent() ? session.get().say(note) : server.say(note);
        } catch (Malformed bad) {
            throw malformed(bad);
        }
    }

    Complaint said(Problem problem) {
        return new Complaint("at.problem", "server", server.address(), "what", problem.detail());
    }

    Complaint silent(Unreachable why) {
        return new Complaint("at.unreachable", "why", Silence.words(messages, why));
    }

    Sight sight(boolean all) throws IOException {
        View view = ask(s -> s.view(all));
        return Sight.of(view);
    }

    /** The theatre that the server serves, which it tells whoever asks. */
    Hash theatre() throws IOException {
        return open(Server::theatre);
    }

    /** Whether the server says that the key does not stand (any more). */
    boolean refused() throws IOException {
        return open(there -> {
            try {
                there.login(signer);
                return false;
            } catch (Problem problem) {
                if (problem.type().equals("not-enrolled")) return true;
                throw problem;
            }
        });
    }

    /** A call that needs no session. */
    private interface Open<T> {
        T on(Server server) throws IOException;
    }

    private <T> T open(Open<T> call) throws IOException {
        try {
            return call.on(server);
        } catch (Problem problem) {
            throw said(problem);
        } catch (Malformed bad) {
            throw malformed(bad);
        } catch (Unreachable e) {
            throw silent(e);
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
