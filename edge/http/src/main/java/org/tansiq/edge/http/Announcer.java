package org.tansiq.edge.http;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.tansiq.core.Bytes;
import org.tansiq.core.Timetable;
import org.tansiq.core.Timetables;
import org.tansiq.core.party.PartyId;
import org.tansiq.ledger.TimeText;
import org.tansiq.wire.Json;

/** Tells all streams of one party what the clock changes, and what is so now. */
final class Announcer {
    /** Items of one list of a state. */
    static final int LISTED_MAX = 100;

    private final PartyId party;
    private final Feed feed;
    private long told;

    /** {@code told}: whatever changed until then is told to nobody, in microseconds. */
    Announcer(PartyId party, Feed feed, long told) {
        this.party = party;
        this.feed = feed;
        this.told = told;
    }

    PartyId party() {
        return party;
    }

    /** Announces what has changed since the last step, and gives it. */
    List<Timetable.Change> step(Timetables in, long now) {
        if (now <= told) return List.of();
        List<Timetable.Change> changes = in.of(party).changes(told, now);
        for (Timetable.Change change : changes) feed.announce(event(change));
        told = now;
        return changes;
    }

    /** What is so now, as an event of a name; it has no number. */
    Bytes state(String name, Timetables in, long now) {
        Timetable all = in.of(party);
        Json data = new Fields()
                .put("inbox", in.world().inbox(party).count())
                .put("time", TimeText.write(now))
                .put("declarations", standing(all, Timetable.Kind.DECLARATION, now))
                .put("conflicts", standing(all, Timetable.Kind.CONFLICT, now))
                .json();
        return Bytes.of("event: " + name + "\ndata: " + data.text() + "\n\n");
    }

    private static Json standing(Timetable all, Timetable.Kind kind, long now) {
        Fields fields = new Fields().put("standing", all.standing(kind, now));
        boolean more = list(fields, "aboutToStart", all, kind, item -> item.aboutToStart(now));
        more |= list(fields, "running", all, kind, item -> item.running(now));
        return (more ? fields.put("more", new Json.Truth(true)) : fields).json();
    }

    /** Whether there are more than are listed. */
    private static boolean list(
            Fields to, String name, Timetable all, Timetable.Kind kind, Predicate<Timetable.Item> holds) {
        List<Timetable.Item> found = all.first(kind, LISTED_MAX + 1, holds);
        to.put(
                name,
                new Json.Items(found.stream()
                        .limit(LISTED_MAX)
                        .map(item -> times(item).json())
                        .toList()));
        return found.size() > LISTED_MAX;
    }

    private static Fields named(Timetable.Item item) {
        boolean own = item.kind() == Timetable.Kind.DECLARATION;
        return new Fields()
                .put(own ? "declaration" : "conflict", item.of().text())
                .put(own ? "window" : "overlap", item.number());
    }

    private static Fields times(Timetable.Item item) {
        Fields fields = named(item).put("from", TimeText.write(item.window().from()));
        return item.open()
                ? fields
                : fields.put("until", TimeText.write(item.window().until()));
    }

    private static Bytes event(Timetable.Change change) {
        String what = change.what().name().toLowerCase(Locale.ROOT).replace('_', '-');
        Json data = named(change.item())
                .put("what", what)
                .put("at", TimeText.write(change.at()))
                .json();
        return Bytes.of("event: time\ndata: " + data.text() + "\n\n");
    }
}
