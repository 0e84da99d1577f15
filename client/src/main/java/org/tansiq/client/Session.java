package org.tansiq.client;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.tansiq.core.Bytes;
import org.tansiq.ledger.DeliveryText;
import org.tansiq.ledger.Signer;
import org.tansiq.wire.Json;
import org.tansiq.wire.View;

/**
 * A key that is logged in, and what its party may see. A session that is over (12 h, or the server began
 * anew) is replaced by another where the key still stands.
 *
 * <p>Calls throw {@link Unreachable} where no answer comes, and {@link Problem} where it is no.
 */
public final class Session {
    private static final int NOT_LOGGED_IN = 401;
    private static final int NOT_FOUND = 404;

    private final Server server;
    private final Signer signer;
    private String token;

    Session(Server server, Signer signer) throws IOException {
        this.server = server;
        this.signer = signer;
        this.token = server.token(signer);
    }

    /** A delivery, and the proof that it is on the record where that was asked for. */
    public record Delivered(DeliveryText delivery, Optional<String> proof) {}

    /** What still counts; with {@code all} also what is over. */
    public View view(boolean all) throws IOException {
        return View.FORM.read(get("/api/v1/view" + (all ? "?all=true" : "")));
    }

    /** A page of at most {@code limit} deliveries from a number on; fewer where there are no more. */
    public List<Delivered> inbox(long from, int limit, boolean proof) throws IOException {
        List<Delivered> page = new ArrayList<>();
        for (Json item :
                Parsed.items(get("/api/v1/inbox?from=" + from + "&limit=" + limit + "&proof=" + proof), "deliveries"))
            page.add(delivered(item));
        return page;
    }

    /** What the party was told of an entry; nothing where it was told nothing. */
    public Optional<Delivered> entry(long index, boolean proof) throws IOException {
        try {
            return Optional.of(delivered(get("/api/v1/entries/" + index + "?proof=" + proof)));
        } catch (Problem problem) {
            if (problem.status() == NOT_FOUND) return Optional.empty();
            throw problem;
        }
    }

    static Delivered delivered(Json item) {
        DeliveryText delivery = DeliveryText.parse(Bytes.of(Parsed.text(item, "delivery")));
        return new Delivered(delivery, Parsed.member(item, "proof").map(_ -> Parsed.text(item, "proof")));
    }

    private Json get(String path) throws IOException {
        try {
            return server.get(path, token);
        } catch (Problem problem) {
            if (problem.status() != NOT_LOGGED_IN) throw problem;
            token = server.token(signer);
            return server.get(path, token);
        }
    }

    /** The stream of what the party is told, behind a number; without one, from now on. */
    Lines stream(OptionalLong behind) throws IOException {
        var call = server.to("/api/v1/stream", token).header("Accept", "text/event-stream");
        behind.ifPresent(number -> call.header("Last-Event-ID", Long.toString(number)));
        HttpResponse<java.io.InputStream> reply = server.send(call);
        if (reply.statusCode() == NOT_LOGGED_IN) {
            reply.body().close();
            token = server.token(signer);
            return stream(behind);
        }
        if (reply.statusCode() != 200) throw Server.problem(reply.statusCode(), server.json(reply));
        return new Lines(reply.body());
    }

    Server server() {
        return server;
    }
}
