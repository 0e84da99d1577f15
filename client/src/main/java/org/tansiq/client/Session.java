package org.tansiq.client;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.tansiq.core.Bytes;
import org.tansiq.core.Hash;
import org.tansiq.core.Malformed;
import org.tansiq.core.airspace.ConflictView;
import org.tansiq.core.airspace.Previewed;
import org.tansiq.core.airspace.Revealed;
import org.tansiq.ledger.DeliveryText;
import org.tansiq.ledger.Signer;
import org.tansiq.wire.Answer;
import org.tansiq.wire.Budgets;
import org.tansiq.wire.Json;
import org.tansiq.wire.OpenedNote;
import org.tansiq.wire.Shown;
import org.tansiq.wire.Submission;
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

    /** A page of deliveries, and the number that the next one begins with, if there is one. */
    public record Page(List<Noted> deliveries, OptionalLong next) {
        public Page {
            deliveries = List.copyOf(deliveries);
        }
    }

    /** A delivery with each note that it opened, as it was when it was told. */
    public record Noted(Delivered delivered, List<Opened> notes) {
        public Noted {
            notes = List.copyOf(notes);
        }
    }

    /**
     * Says a note of the party, and waits until its answer is durable; a note that was on the record before
     * gets its first answer again. {@link Answer.Known} comes only where the server logs the key in no more,
     * or for another party's note. Throws {@link Unreachable} as {@link Server#say} does.
     */
    public Answer say(Submission note) throws Unreachable {
        Answer answer = server.say(note, token);
        if (!(answer instanceof Answer.Known)) return answer;
        try {
            token = server.token(signer);
        } catch (Problem problem) {
            if (problem.passing()) throw server.lost(problem);
            return answer;
        } catch (Malformed bad) {
            throw server.lost("no log-in: " + bad.getMessage());
        }
        return server.say(note, token);
    }

    /** What still counts; with {@code all} also what is over. */
    public View view(boolean all) throws IOException {
        return View.FORM.read(get("/api/v1/view" + (all ? "?all=true" : "")));
    }

    /**
     * What each other party would be told at most of an act that is not said yet: its type is {@code
     * airspace.declare}, {@code amend} or {@code widen}. Throws {@link Problem} with the type of the refusal
     * where the rules would refuse it.
     */
    public Previewed.Shown viewAs(Drafting.Saying saying) throws IOException {
        String status = saying.status().name().toLowerCase(Locale.ROOT);
        Json act = new Json.Fields(List.of(
                new Json.Member("type", new Json.Text(saying.type())),
                new Json.Member("status", new Json.Text(status)),
                new Json.Member("envelope", new Json.Text(saying.envelope().text())),
                new Json.Member("details", new Json.Text(saying.details().text()))));
        Json shown = asked(given -> server.post("/api/v1/view-as", act, given));
        return Shown.preview(shown);
    }

    /** What a day pays, what was spent, and who touches what the party declared. */
    public Budgets budget() throws IOException {
        return Budgets.FORM.read(get("/api/v1/budget"));
    }

    /**
     * The other side's note in a conflict, as far as it is open to the party now; nothing where none is.
     * Throws {@link Malformed} where what came is not what its author signed, or not the note that the
     * conflict names: that may also be because the conflict moved in between.
     */
    public Optional<Opened> note(Hash conflict) throws IOException {
        String path = "/api/v1/conflicts/" + conflict.text().replace('+', '-').replace('/', '_');
        Optional<Revealed> other = found(path).map(Shown::conflict).flatMap(ConflictView::other);
        if (other.isEmpty()) return Optional.empty();
        return found(path + "/note")
                .map(json -> Opened.of(OpenedNote.FORM.read(json)).named(other.get()));
    }

    /** A page of at most {@code limit} deliveries from a number on; fewer where there are no more. */
    public List<Delivered> inbox(long from, int limit, boolean proof) throws IOException {
        List<Delivered> page = new ArrayList<>();
        for (Json item :
                Parsed.items(get("/api/v1/inbox?from=" + from + "&limit=" + limit + "&proof=" + proof), "deliveries"))
            page.add(delivered(item));
        return page;
    }

    /**
     * The same with the notes that each delivery opened; the server ends a page where it grows too large.
     * Throws {@link Malformed} where the notes are not those that a delivery names, each as its author signed
     * it.
     */
    public Page noted(long from, int limit, boolean proof) throws IOException {
        Json page = get("/api/v1/inbox?notes=true&from=" + from + "&limit=" + limit + "&proof=" + proof);
        List<Noted> all = new ArrayList<>();
        for (Json item : Parsed.items(page, "deliveries")) all.add(noted(item));
        boolean more = Parsed.member(page, "next").isPresent();
        return new Page(all, more ? OptionalLong.of(Parsed.whole(page, "next")) : OptionalLong.empty());
    }

    /** What the party was told of an entry; nothing where it was told nothing. */
    public Optional<Delivered> entry(long index, boolean proof) throws IOException {
        return found("/api/v1/entries/" + index + "?proof=" + proof).map(Session::delivered);
    }

    private Optional<Json> found(String path) throws IOException {
        try {
            return Optional.of(get(path));
        } catch (Problem problem) {
            if (problem.status() == NOT_FOUND) return Optional.empty();
            throw problem;
        }
    }

    // The notes of an item stand in the order in which its delivery names them, each once.
    static Noted noted(Json item) {
        Delivered delivered = delivered(item);
        List<Json> notes = Parsed.items(item, "notes");
        List<Revealed> named = Parsed.revealed(delivered.delivery());
        if (notes.size() != named.size())
            throw new Malformed("notes", notes.size() + " notes", named.size() + " notes");
        List<Opened> opened = new ArrayList<>();
        for (int i = 0; i < notes.size(); i++)
            opened.add(Opened.of(OpenedNote.FORM.read(notes.get(i))).named(named.get(i)));
        return new Noted(delivered, opened);
    }

    static Delivered delivered(Json item) {
        DeliveryText delivery = DeliveryText.parse(Bytes.of(Parsed.text(item, "delivery")));
        return new Delivered(delivery, Parsed.member(item, "proof").map(_ -> Parsed.text(item, "proof")));
    }

    private Json get(String path) throws IOException {
        return asked(given -> server.get(path, given));
    }

    /** A call with a token. */
    private interface Call<T> {
        T with(String token) throws IOException;
    }

    private <T> T asked(Call<T> call) throws IOException {
        try {
            return call.with(token);
        } catch (Problem problem) {
            if (problem.status() != NOT_LOGGED_IN) throw problem;
            token = server.token(signer);
            return call.with(token);
        }
    }

    /** The stream of what the party is told, behind a number; without one, from now on. */
    Lines stream(OptionalLong behind) throws IOException {
        return asked(given -> {
            var call = server.to("/api/v1/stream", given).header("Accept", "text/event-stream");
            behind.ifPresent(number -> call.header("Last-Event-ID", Long.toString(number)));
            return server.stream(call);
        });
    }

    Server server() {
        return server;
    }
}
