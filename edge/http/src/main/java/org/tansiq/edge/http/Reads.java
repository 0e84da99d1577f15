package org.tansiq.edge.http;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.tansiq.core.Chain;
import org.tansiq.core.Disclosure;
import org.tansiq.core.Hash;
import org.tansiq.core.World;
import org.tansiq.core.airspace.ConflictView;
import org.tansiq.core.airspace.Declaration;
import org.tansiq.core.airspace.ThreadView;
import org.tansiq.core.party.Key;
import org.tansiq.core.party.PartyId;
import org.tansiq.engine.Engine;
import org.tansiq.engine.RecordView;
import org.tansiq.ledger.VKey;
import org.tansiq.wire.Json;
import org.tansiq.wire.OpenedNote;
import org.tansiq.wire.Shown;
import org.tansiq.wire.View;

/** What one key's party may see of the world as it is shown now. */
final class Reads {
    /** Items on one page. */
    static final int PAGE_MAX = 100;

    private final Engine engine;
    private final World world;
    private final Request request;
    private final Key key;
    private final PartyId party;
    private final long now;

    /** {@code now} in microseconds since 1970. */
    Reads(Engine engine, Request request, Key key, long now) {
        this.engine = engine;
        this.world = engine.world();
        this.request = request;
        this.key = key;
        this.party = key.party();
        this.now = now;
    }

    /** What is called so, or one thing of it. */
    Response read(String what, List<String> which) {
        if (which.contains("")) throw new Fault(404, "not-found");
        if (what.equals("conflicts") && which.size() == 2 && which.getLast().equals("note"))
            return Replies.read(request, note(id(which.getFirst())));
        if (what.equals("conflicts") && which.size() == 2 && which.getLast().equals("thread"))
            return Replies.read(request, thread(id(which.getFirst())));
        if (which.size() > 1) throw new Fault(404, "not-found");
        if (what.equals("entries") && which.size() == 1) return Replies.read(request, inbox().entry(which.getFirst()));
        if (which.isEmpty()) return Replies.read(request, all(what));
        return Replies.read(request, one(what, id(which.getFirst())));
    }

    // As in the record, but for the three characters that a path cannot hold.
    private static Hash id(String text) {
        String base64 = text.replace('-', '+').replace('_', '/') + (text.endsWith("=") ? "" : "=");
        return Hash.parse(base64).orElseThrow(() -> new Fault(404, "not-found", "id", text, "base64url of 32 bytes"));
    }

    private Json all(String what) {
        return switch (what) {
            case "me" -> me();
            case "inbox" -> inbox().page();
            case "budget" -> Shown.probing(Disclosure.probing(world, party), world.terms(), now);
            case "view" -> view();
            case "parties" -> page(what, world.parties().all().values(), Shown::party);
            case "keys" -> page(what, world.parties().keys().values(), Shown::key);
            case "declarations" -> page(what, declarations(), Shown::declaration);
            case "conflicts" -> page(what, conflicts(), Shown::conflict);
            case "threads" -> page(what, threads(), Shown::thread);
            default -> throw new Fault(404, "not-found");
        };
    }

    // Soonest first by the time of the last entry: between two entries the order stands, and pages fit.
    private List<Declaration> declarations() {
        return Disclosure.declarations(world, party).stream()
                .sorted(Comparator.comparingLong(declaration -> declaration.begins(world.at())))
                .toList();
    }

    private List<ConflictView> conflicts() {
        return Disclosure.conflicts(world, party).stream()
                .sorted(Comparator.comparingLong(ConflictView::begins))
                .toList();
    }

    // In the order of their conflicts.
    private List<ThreadView> threads() {
        return conflicts().stream()
                .flatMap(view -> Disclosure.thread(world, party, view.conflict()).stream())
                .toList();
    }

    // What is another party's, and what nobody has, have one answer.
    private Json one(String what, Hash id) {
        return switch (what) {
            case "declarations" ->
                Disclosure.declaration(world, party, id)
                        .map(Shown::declaration)
                        .orElseThrow(() -> new Fault(404, "not-found"));
            case "conflicts" -> conflict(id).map(Shown::conflict).orElseThrow(() -> new Fault(404, "not-found"));
            default -> throw new Fault(404, "not-found");
        };
    }

    private Optional<ConflictView> conflict(Hash id) {
        return Disclosure.conflict(world, party, id);
    }

    // Where nothing is opened it is as if there were no conflict.
    private Json note(Hash id) {
        return conflict(id)
                .flatMap(ConflictView::other)
                .flatMap(other -> RecordView.opened(engine.entry(other.source().entry()), other.level()))
                .map(OpenedNote.FORM::write)
                .orElseThrow(() -> new Fault(404, "not-found"));
    }

    private Json thread(Hash id) {
        return Disclosure.thread(world, party, id).map(Shown::thread).orElseThrow(() -> new Fault(404, "not-found"));
    }

    /** Who asks, and where its chain goes on. */
    private Json me() {
        Chain chain = world.chain(key.verifier());
        return new Fields()
                .put("key", VKey.write(key.verifier()))
                .put("party", party.text())
                .put(
                        "role",
                        key.role().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'))
                .put("next", chain.next())
                .put("prev", chain.head().text())
                .put("inbox", world.inbox(party).count())
                .json();
    }

    /** In one piece, what still counts; with {@code all=true} also what is over. */
    private Json view() {
        boolean all = request.asks("all");
        return View.FORM.write(View.of(world, key, all ? OptionalLong.empty() : OptionalLong.of(now)));
    }

    private Inboxes inbox() {
        return new Inboxes(engine, world, request, party);
    }

    private <T> Json page(String what, List<T> all, Function<T, Json> form) {
        int from = (int) request.number("from", 0, 0, Integer.MAX_VALUE);
        int limit = (int) request.number("limit", PAGE_MAX, 1, PAGE_MAX);
        List<Json> items = new ArrayList<>();
        for (int i = from; i < all.size() && items.size() < limit; i++) items.add(form.apply(all.get(i)));
        Fields page = new Fields().put(what, new Json.Items(items));
        int next = from + items.size();
        return (next < all.size() ? page.put("next", next) : page).json();
    }
}
