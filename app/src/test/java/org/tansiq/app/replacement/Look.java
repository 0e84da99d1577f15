package org.tansiq.app.replacement;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.tansiq.core.Disclosure;
import org.tansiq.core.Hash;
import org.tansiq.core.airspace.ConflictView;
import org.tansiq.core.airspace.Declaration;
import org.tansiq.wire.Json;

/** All that the viewer of one world can get from its server, call by call. */
final class Look {
    private static final List<String> LISTS = List.of("parties", "keys", "declarations", "conflicts", "threads");
    private static final List<String> BAD = List.of(
            "/api/v1/conflicts/short",
            "/api/v1/inbox?limit=101",
            "/api/v1/keys?from=-1",
            "/api/v1/entries/x",
            "/api/v1/stream?from=9000000",
            "/api/v1/nothing",
            "/metrics",
            "/nothing");

    private final Stage stage;
    private final Called called;
    private final Settling soonest;
    private final Settling plain;
    private final TreeMap<String, String> tags = new TreeMap<>();
    private String token = "";
    private long inbox;
    private long entries;
    private List<Part> parts = new ArrayList<>();

    Look(Stage stage, Called called) {
        this.stage = stage;
        this.called = called;
        this.soonest = new Settling(called, /* soonest= */ true);
        this.plain = new Settling(called, /* soonest= */ false);
    }

    /** Another session; gives its token. */
    String login() throws IOException, InterruptedException {
        token = stage.login(stage.viewer + "/reader");
        return token;
    }

    String token() {
        return token;
    }

    /** What there is since, taken away with this call. */
    List<Part> parts() {
        List<Part> now = parts;
        parts = new ArrayList<>();
        return now;
    }

    /** The answer to a note of the viewer's own. */
    void answer(Reply reply) {
        add("answer", reply, plain);
    }

    /** What was told since the last look, and what is so. */
    void soon(int turn) throws IOException, InterruptedException {
        boolean proof = turn % 3 == 0;
        long count = stage.world().inbox(stage.viewer).count();
        while (inbox < count) {
            Reply page = get("/api/v1/inbox?from=" + (inbox + 1) + "&limit=2" + (proof ? "&proof=true" : ""));
            inbox += told(page);
        }
        for (; entries < stage.world().next(); entries++)
            get("/api/v1/entries/" + entries + (proof ? "?proof=true" : ""));
        get("/api/v1/me");
        if (turn % 2 == 0) get("/api/v1/conflicts");
        if (turn % 4 == 1) get("/api/v1/declarations");
        if (turn % 6 == 3) get("/api/v1/view" + (turn % 12 == 3 ? "?all=true" : ""));
    }

    private static int told(Reply page) {
        int told = Texts.json(page.body())
                .flatMap(json -> Texts.member(json, "deliveries"))
                .map(json -> Texts.items(json).size())
                .orElse(0);
        if (told == 0) throw new Settling.Broken("an empty page: " + page);
        return told;
    }

    /** Whatever else can be asked, and what is asked badly. */
    void all() throws IOException, InterruptedException {
        for (String list : LISTS) pages(list, 5);
        for (String path : List.of("/healthz", "/api/v1/theatre", "/api/v1/openapi.json"))
            add(path, stage.get(path, "", tag(path)), plain);
        for (Declaration own : Disclosure.declarations(stage.world(), stage.viewer))
            get("/api/v1/declarations/" + inPath(own.id()));
        conflicts();
        for (String path : BAD) get(path);
        add("nobody", stage.get("/api/v1/me", "", ""), plain);
        get("/api/v1/inbox?limit=100");
        get("/api/v1/inbox?limit=100&notes=true");
        get("/api/v1/budget");
    }

    // Which of them comes first is chance's, and so is the path.
    private void conflicts() throws IOException, InterruptedException {
        TreeMap<String, Hash> named = new TreeMap<>();
        for (ConflictView view : Disclosure.conflicts(stage.world(), stage.viewer))
            named.put(called.of(view.conflict()), view.conflict());
        for (Hash conflict : named.values())
            for (String what : List.of("", "/note", "/thread"))
                add("one conflict", stage.get("/api/v1/conflicts/" + inPath(conflict) + what, token, ""), plain);
    }

    /** What others have, and what nobody has, have one answer. */
    void others(String list, List<Hash> theirs, Hash nobodys) throws IOException, InterruptedException {
        String path = "/api/v1/" + list + "/";
        Hash id = theirs.isEmpty() ? nobodys : theirs.getLast();
        Reply reply = stage.get(path + inPath(id), token, "");
        Reply nothing = stage.get(path + inPath(nobodys), token, "");
        if (!reply.equals(nothing))
            throw new Settling.Broken(path + " tells what there is: " + reply + " not " + nothing);
        add("of others", reply, plain);
    }

    private void pages(String list, int limit) throws IOException, InterruptedException {
        List<Json> all = new ArrayList<>();
        StringBuilder shape = new StringBuilder();
        for (String next = "0"; !next.isEmpty(); ) {
            Reply page = stage.get("/api/v1/" + list + "?limit=" + limit + "&from=" + next, token, "");
            List<Json> items = Texts.json(page.body())
                    .flatMap(json -> Texts.member(json, list))
                    .map(Texts::items)
                    .orElseThrow(() -> new Settling.Broken(list + ": " + page));
            all.addAll(items);
            next = Texts.field(page.body(), "next");
            shape.append(page.status())
                    .append(' ')
                    .append(items.size())
                    .append(' ')
                    .append(next)
                    .append('\n');
        }
        Json.Fields whole = new Json.Fields(List.of(new Json.Member(list, new Json.Items(all))));
        parts.add(new Part("pages of " + list, shape + soonest.text(whole.text())));
    }

    private Reply get(String path) throws IOException, InterruptedException {
        Reply reply = stage.get(path, token, tag(path));
        if (reply.status() == 429) throw new AssertionError("more calls than the play may make");
        if (!reply.header("etag").isEmpty()) tags.put(path, reply.header("etag"));
        add(path, reply, path.contains("/view") ? plain : soonest);
        return reply;
    }

    private String tag(String path) {
        return tags.getOrDefault(path, "");
    }

    // How long the number of a slot is, is chance's.
    private void add(String name, Reply reply, Settling settling) {
        TreeMap<String, List<String>> headers = new TreeMap<>(reply.headers());
        if (name.contains("proof")) headers.remove("content-length");
        parts.add(new Part(name, reply.status() + " " + headers + "\n" + settling.text(reply.body())));
    }

    /** What a command has printed. */
    void printed(String command, String text) {
        parts.add(new Part("command " + command, soonest.text(Blocks.ordered(text, called))));
    }

    /** What a stream has told; of what changes at one time, chance's names say which comes first. */
    void heard(Listener listener) throws InterruptedException {
        listener.until(stage.world().inbox(stage.viewer).count());
        listener.told().forEach(event -> parts.add(new Part("stream", data(event))));
        TreeMap<String, String> timed = new TreeMap<>();
        String last = "";
        for (String event : listener.timed()) {
            String at = Texts.field(event.substring(event.indexOf("data: ") + 6), "at");
            if (last.compareTo(at) > 0) throw new Settling.Broken("what the clock changes comes too late: " + event);
            last = at;
            timed.put(at + called.shared(event), event);
        }
        timed.values().forEach(event -> parts.add(new Part("timed", event)));
    }

    private String data(String event) {
        int at = event.indexOf("data: ") + 6;
        return event.substring(0, at) + plain.text(event.substring(at));
    }

    static String inPath(Hash id) {
        return id.text().replace('+', '-').replace('/', '_');
    }
}
