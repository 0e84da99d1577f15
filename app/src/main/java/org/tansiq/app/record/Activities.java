package org.tansiq.app.record;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tansiq.app.check.Console;
import org.tansiq.app.words.Messages;
import org.tansiq.app.words.Phrase;
import org.tansiq.client.Opened;
import org.tansiq.core.Disclosure;
import org.tansiq.core.Hash;
import org.tansiq.core.World;
import org.tansiq.core.airspace.Answering;
import org.tansiq.core.airspace.ConflictView;
import org.tansiq.core.airspace.Declaration;
import org.tansiq.core.airspace.Finding;
import org.tansiq.core.airspace.Pair;
import org.tansiq.core.airspace.ThreadView;
import org.tansiq.core.party.PartyId;
import org.tansiq.wire.Json;
import org.tansiq.wire.Shown;

/** What one party declared, and its conflicts as it was told them. */
public final class Activities {
    private final Common common;
    private final Console console;
    private final World world;
    private final PartyId party;
    private final List<ConflictView> conflicts;
    private final Notes notes;
    private final Messages messages;
    private final Described described;
    private final Aloud aloud;
    private final Revealing revealing;
    private final Talk talk;
    private final Sight sight;

    Activities(Common common, Console console, Sight sight, Notes notes) {
        this.common = common;
        this.console = console;
        this.world = sight.world();
        this.party = sight.party();
        this.conflicts = sight.conflicts();
        this.notes = notes;
        this.messages = common.messages();
        this.described = new Described(common.moments());
        this.aloud = new Aloud(common.moments(), sight.world().parties());
        this.sight = sight;
        this.talk = new Talk(common.moments(), aloud);
        this.revealing = new Revealing(common.moments(), sight.world().parties());
    }

    /** What still counts, or all of it; soonest first. */
    public void list(long now, boolean all) throws IOException {
        List<Declaration> own = Disclosure.declarations(world, party).stream()
                .filter(declaration -> all || !declaration.standing(now).isEmpty())
                .sorted(Comparator.comparingLong(declaration -> declaration.begins(now)))
                .toList();
        List<ConflictView> shown = conflicts.stream()
                .filter(view -> all || view.open(now))
                .sorted(Comparator.comparingLong(ConflictView::begins))
                .toList();
        own.forEach(declaration -> show(declaration, now, all));
        for (ConflictView view : shown) show(view);
        if (!common.json() && own.isEmpty() && shown.isEmpty()) line(messages.say("list.nothing"));
    }

    /** Own declarations that meet each other: nothing that conflicts, only something to know. */
    public void own(long now) {
        for (Declaration declaration : Disclosure.declarations(world, party))
            for (Finding found : world.airspace().own(declaration, now))
                if (found.a().compareTo(found.b()) < 0) meets(found);
    }

    private void meets(Finding found) {
        for (Pair pair : found.pairs()) {
            if (common.json())
                console.line(new Json.Fields(List.of(
                                new Json.Member("a", new Json.Text(found.a().text())),
                                new Json.Member("windowOfA", new Json.Digits("" + pair.a())),
                                new Json.Member("b", new Json.Text(found.b().text())),
                                new Json.Member("windowOfB", new Json.Digits("" + pair.b()))))
                        .text());
            else
                line(messages.say(
                        "list.own",
                        "a",
                        Ids.declaration(found.a()),
                        "windowA",
                        pair.a(),
                        "b",
                        Ids.declaration(found.b()),
                        "windowB",
                        pair.b(),
                        "time",
                        described.times().window(pair.window())));
        }
    }

    /** One declaration whole, and its conflicts. */
    public void declaration(String given, long now) throws IOException {
        List<Declaration> own = Disclosure.declarations(world, party);
        Hash id = Ids.declaration(given, own.stream().map(Declaration::id).toList());
        Declaration declaration =
                own.stream().filter(d -> d.id().equals(id)).findFirst().orElseThrow();
        show(declaration, now, /* all= */ true);
        if (!common.json()) described.plan(declaration.plan()).forEach(this::line);
        for (Answering desk : world.airspace().crowds().get(id).orElse(List.of()))
            if (!common.json()) line(messages.say("event.conflict.crowded", "desk", aloud.desk(desk)));
        for (ConflictView view : conflicts) if (view.declaration().equals(id)) show(view);
    }

    /** One conflict as it was last told. */
    public void conflict(String given, Optional<Path> picture) throws IOException {
        Hash id = Ids.conflict(
                given, conflicts.stream().map(ConflictView::conflict).toList());
        Optional<ConflictView> view =
                conflicts.stream().filter(v -> v.conflict().equals(id)).findFirst();
        show(view.orElseThrow());
        picture.ifPresent(file -> draw(file, view.orElseThrow()));
    }

    private void draw(Path file, ConflictView view) {
        Declaration own = world.airspace().declaration(view.declaration()).orElseThrow();
        console.write(file, new ConflictPicture(common.moments(), world.parties()).svg(view, own));
        console.error(messages.line(messages.say("svg.written", "file", file.toString())));
    }

    private void show(Declaration declaration, long now, boolean all) {
        if (common.json()) console.line(one("declaration", Shown.declaration(declaration)));
        else described.lines(declaration, now, all).forEach(this::line);
    }

    private void show(ConflictView view) throws IOException {
        Optional<Opened> note = notes.of(view);
        if (common.json()) {
            List<Json.Member> members = new ArrayList<>(List.of(new Json.Member("conflict", Shown.conflict(view))));
            note.ifPresent(opened -> members.add(new Json.Member("opened", Revealing.json(opened))));
            sight.thread(view.conflict())
                    .ifPresent(thread -> members.add(new Json.Member("thread", Shown.thread(thread))));
            console.line(new Json.Fields(members).text());
            return;
        }
        aloud.lines(view).forEach(this::line);
        note.ifPresent(opened -> revealing.lines(view, opened).forEach(this::line));
        sight.thread(view.conflict()).ifPresent(thread -> show(view, thread));
    }

    // What was answered about an older version is no way out any more.
    private void show(ConflictView view, ThreadView thread) {
        talk.lines(thread).forEach(this::line);
        thread.ways()
                .filter(ways -> ways.version() == view.version())
                .ifPresent(ways -> talk.ways(view.conflict(), ways).forEach(this::line));
    }

    private static String one(String name, Json value) {
        return new Json.Fields(List.of(new Json.Member(name, value))).text();
    }

    private void line(Phrase phrase) {
        console.line(messages.line(phrase));
    }
}
