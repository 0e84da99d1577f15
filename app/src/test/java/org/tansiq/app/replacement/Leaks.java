package org.tansiq.app.replacement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.logging.Logger;
import org.tansiq.core.Bytes;
import org.tansiq.core.Hash;
import org.tansiq.core.Inbox;
import org.tansiq.core.airspace.Conflict;
import org.tansiq.edge.http.Handler;
import org.tansiq.edge.http.Request;
import org.tansiq.edge.http.Response;
import org.tansiq.wire.Json;

/** Ways of answering that betray what is hidden. */
final class Leaks {
    private static final Logger LOG = Logger.getLogger(Leaks.class.getName());

    private Leaks() {}

    /** A page of an inbox says how many deliveries there are to all parties. */
    static Stage.Front counts() {
        return (calls, stage) -> front(calls, (request, whole) -> {
            if (!request.path().contains("inbox") || whole.status() != 200) return whole;
            String body = whole.body().text();
            return with(whole, body.substring(0, body.length() - 1) + ",\"all\":" + all(stage) + "}");
        });
    }

    private static long all(Stage stage) {
        return stage.world().inboxes().values().stream().mapToLong(Inbox::count).sum();
    }

    /** What others have is forbidden, what nobody has is not there. */
    static Stage.Front absences() {
        return (calls, stage) -> front(calls, (request, whole) -> {
            Optional<Hash> asked =
                    Hash.parse(request.path().getLast().replace('-', '+').replace('_', '/'));
            boolean there = asked.filter(
                            id -> stage.world().airspace().declaration(id).isPresent())
                    .isPresent();
            return there && whole.status() == 404
                    ? new Response.Whole(403, whole.type(), whole.headers(), whole.body())
                    : whole;
        });
    }

    /** Conflicts are listed in the order of what others declared. */
    static Stage.Front orders() {
        return (calls, stage) -> front(calls, (request, whole) -> {
            if (!request.path().getLast().equals("conflicts") || whole.status() != 200) return whole;
            Json.Fields page = (Json.Fields) Json.parse(whole.body());
            List<Json> rows =
                    new ArrayList<>(Texts.items(page.members().getFirst().value()));
            rows.sort(Comparator.comparing(row -> other(stage, row)));
            Json.Fields sorted = new Json.Fields(List.of(new Json.Member("conflicts", new Json.Items(rows))));
            return with(whole, sorted.text());
        });
    }

    /** A page of conflicts says how many others name a place that is elsewhere. */
    static Stage.Front places() {
        return (calls, stage) -> front(calls, (request, whole) -> {
            if (!request.path().getLast().equals("conflicts") || whole.status() != 200) return whole;
            long elsewhere = stage.world().airspace().declared().values().stream()
                    .filter(declaration -> !declaration.party().equals(stage.viewer))
                    .filter(declaration -> declaration.misplaced().isPresent())
                    .count();
            String body = whole.body().text();
            return with(whole, body.substring(0, body.length() - 1) + ",\"elsewhere\":" + elsewhere + "}");
        });
    }

    private static Hash other(Stage stage, Json row) {
        Hash id = Hash.parse(Texts.plain(Texts.member(row, "conflict").orElseThrow()))
                .orElseThrow();
        Conflict conflict = stage.world().airspace().conflict(id).orElseThrow();
        boolean first = conflict.a().party().equals(stage.viewer);
        return first ? conflict.finding().b() : conflict.finding().a();
    }

    /** A stream begins with how many conflicts there are among all. */
    static Stage.Front streams() {
        return (calls, stage) -> new Handler() {
            @Override
            public Response handle(Request request) {
                Response response = calls.handle(request);
                if (!(response instanceof Response.Events events)) return response;
                int all = stage.world().airspace().conflicts().size();
                return new Response.Events(
                        out -> {
                            out.write(Bytes.of("event: all\ndata: {\"conflicts\":" + all + "}\n\n"));
                            events.running().run(out);
                        },
                        events.closed());
            }

            @Override
            public Response.Whole refuse(Request request, Bad bad) {
                return calls.refuse(request, bad);
            }
        };
    }

    /** A log has a line for each act. */
    static Stage.Front logs() {
        return (calls, _) -> front(calls, (request, whole) -> {
            if (request.method().equals("POST")) LOG.info("planted: somebody says something");
            return whole;
        });
    }

    private interface Changed {
        Response.Whole of(Request request, Response.Whole whole);
    }

    private static Handler front(Handler calls, Changed changed) {
        return new Handler() {
            @Override
            public Response handle(Request request) {
                Response response = calls.handle(request);
                return response instanceof Response.Whole whole ? changed.of(request, whole) : response;
            }

            @Override
            public Response.Whole refuse(Request request, Bad bad) {
                return calls.refuse(request, bad);
            }
        };
    }

    private static Response.Whole with(Response.Whole whole, String body) {
        return new Response.Whole(whole.status(), whole.type(), whole.headers(), Bytes.of(body));
    }
}
