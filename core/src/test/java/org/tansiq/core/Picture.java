package org.tansiq.core;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;
import org.tansiq.core.airspace.AirspaceCommand;
import org.tansiq.core.airspace.AirspaceEvent;
import org.tansiq.core.airspace.AirspaceRefusal;
import org.tansiq.core.airspace.ConflictView;
import org.tansiq.core.airspace.Finding;
import org.tansiq.core.airspace.Revealed;
import org.tansiq.core.airspace.Source;
import org.tansiq.core.airspace.Step;
import org.tansiq.core.airspace.ThreadView;
import org.tansiq.core.party.PartyId;

/**
 * Everything that a viewer can get in one world after an act, by name.
 *
 * <p>Where the order of a list is that of conflicts' names, which chance draws, that is checked here, and the
 * rows are written in another order that both worlds share. Every other order is written as it is.
 */
final class Picture {
    /** What a viewer gets betrays what is hidden. */
    static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1;

        Broken(String what) {
            super(what);
        }
    }

    /** Something of it by its name; {@code named}: conflicts are in it, whose names differ in two worlds. */
    record Part(String name, Object value, boolean named) {
        boolean alike(Part other, Renaming ours, Renaming theirs) {
            return name.equals(other.name)
                    && ((!named && value.equals(other.value))
                            || ours.text(value).equals(theirs.text(other.value)));
        }
    }

    private final Stage stage;
    private final List<Part> parts = new ArrayList<>();

    private Picture(Stage stage) {
        this.stage = stage;
    }

    /** What the viewer is told of an entry. */
    static List<Part> told(Sight sight, Stage stage, Entry entry, PartyId viewer) {
        Picture picture = new Picture(stage);
        Optional<Delivery> told = sight.told(stage.world(), entry, viewer);
        picture.named("told", told.map(delivery -> picture.settled(delivery, entry)));
        picture.named("note", told.flatMap(delivery -> note(entry, delivery)));
        picture.plain("inbox", sight.inbox(stage.world(), viewer));
        return picture.parts;
    }

    /** All that can be asked. */
    static List<Part> of(Sight sight, Stage stage, PartyId viewer) {
        Picture picture = new Picture(stage);
        World world = stage.world();
        List<ConflictView> conflicts = picture.listed(sight.conflicts(world, viewer));
        picture.named("conflicts", conflicts);
        picture.plain(
                "opened",
                conflicts.stream()
                        .flatMap(view -> view.other().stream())
                        .map(stage::opened)
                        .toList());
        picture.named(
                "threads",
                picture.rows(
                        "threads",
                        sight.threads(world, viewer),
                        Comparator.comparing(ThreadView::conflict),
                        view -> stage.shared(view.conflict())));
        picture.plain("declarations", sight.declarations(world, viewer));
        picture.plain("world", sight.world(world, viewer, OptionalLong.empty()));
        picture.plain("since", sight.world(world, viewer, OptionalLong.of(world.at())));
        picture.timetable(sight.timetable(world, viewer), world.at());
        return picture.parts;
    }

    private void plain(String name, Object value) {
        parts.add(new Part(name, value, /* named= */ false));
    }

    private void named(String name, Object value) {
        parts.add(new Part(name, value, /* named= */ true));
    }

    // ---- What is told in an entry.

    // Of a text its type alone is looked at: that it says what its author saw is known.
    private static Optional<Object> note(Entry entry, Delivery delivery) {
        return entry.cause().cause() instanceof Cause.Said said
                        && said.reading() instanceof Reading.Clear clear
                        && clear.command() instanceof AirspaceCommand command
                        && delivery.opening() == Opening.WHOLE
                ? Optional.of(command)
                : Optional.empty();
    }

    private Delivery settled(Delivery delivery, Entry entry) {
        List<Hash> amended = entry.events().stream()
                .flatMap(event -> event instanceof AirspaceEvent.Amended amends
                        ? Stream.of(amends.declaration().id())
                        : Stream.of())
                .toList();
        List<Event> shown = fallen(delivery.shown().stream().map(this::settled).toList(), amended);
        return new Delivery(delivery.to(), delivery.number(), delivery.opening(), alike(shown, amended));
    }

    private Event settled(Event event) {
        return event instanceof HallEvent.Refused refused
                        && refused.why() instanceof AirspaceRefusal.Unacknowledged open
                ? new HallEvent.Refused(new AirspaceRefusal.Unacknowledged(
                        rows("unacknowledged", open.conflicts(), Comparator.naturalOrder(), stage::shared)))
                : event;
    }

    // Threads in which an offer falls with another act stand by their names, for each version that was said.
    private List<Event> fallen(List<Event> shown, List<Hash> amended) {
        List<Event> settled = new ArrayList<>();
        List<Fallen> run = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            boolean own = falls(shown.get(i)) && i + 1 < shown.size();
            Event told = shown.get(own ? i + 1 : i);
            if (!fell(told)) {
                flush(run, settled);
                settled.add(shown.get(i));
                continue;
            }
            Hash conflict = ((AirspaceEvent.ThreadTold) told).view().conflict();
            int version = version(conflict, amended);
            if (!run.isEmpty() && run.getFirst().version != version) flush(run, settled);
            run.add(new Fallen(conflict, version, own ? List.of(shown.get(i), told) : List.of(told)));
            if (own) i++;
        }
        flush(run, settled);
        return settled;
    }

    private record Fallen(Hash conflict, int version, List<Event> events) {}

    private static boolean falls(Event event) {
        return event instanceof AirspaceEvent.Settled settled && settled.step().kind() == Step.Kind.VOIDED;
    }

    private static boolean fell(Event event) {
        return event instanceof AirspaceEvent.ThreadTold told
                && !told.view().steps().isEmpty()
                && told.view().steps().getLast().kind() == Step.Kind.VOIDED;
    }

    // With which of the versions that an acceptance makes a conflict was told.
    private int version(Hash conflict, List<Hash> amended) {
        Finding finding =
                stage.world().airspace().conflict(conflict).orElseThrow().finding();
        int first = amended.indexOf(finding.a());
        int second = amended.indexOf(finding.b());
        return first < 0 || second < 0 ? Math.max(first, second) : Math.min(first, second);
    }

    private void flush(List<Fallen> run, List<Event> settled) {
        rows("threads", run, Comparator.comparing(Fallen::conflict), one -> stage.shared(one.conflict))
                .forEach(one -> settled.addAll(one.events));
        run.clear();
    }

    // Of conflicts that are told alike, the names alone have an order.
    private List<Event> alike(List<Event> shown, List<Hash> amended) {
        List<Event> settled = new ArrayList<>();
        for (int i = 0; i < shown.size(); ) {
            int end = i + 1;
            while (end < shown.size()
                    && alike(shown.get(i), shown.get(end))
                    && version(name(shown.get(i)), amended) == version(name(shown.get(end)), amended)) end++;
            List<Event> run = shown.subList(i, end);
            settled.addAll(
                    run.size() == 1
                            ? run
                            : rows("told alike", run, Comparator.comparing(Picture::name), e -> stage.shared(name(e))));
            i = end;
        }
        return settled;
    }

    private static boolean alike(Event one, Event other) {
        return one instanceof AirspaceEvent.Told a
                && other instanceof AirspaceEvent.Told b
                && nameless(a.view()).equals(nameless(b.view()));
    }

    private static ConflictView nameless(ConflictView view) {
        return new ConflictView(
                Hash.NONE,
                view.declaration(),
                view.version(),
                view.desk(),
                view.margins(),
                view.overlaps(),
                view.more(),
                view.other()
                        .map(other ->
                                new Revealed(other.level(), Hash.NONE, new Source(Hash.NONE, 0), Optional.empty())),
                view.standing());
    }

    private static Hash name(Event told) {
        return ((AirspaceEvent.Told) told).view().conflict();
    }

    // ---- What can be asked.

    private List<ConflictView> listed(List<ConflictView> views) {
        return rows(
                "conflicts",
                views,
                Comparator.comparing(ConflictView::conflict),
                view -> stage.shared(view.conflict()));
    }

    private void timetable(Timetable timetable, long at) {
        List<Timetable.Change> changes =
                rows("changes", timetable.changes(at, Long.MAX_VALUE), Comparator.naturalOrder(), this::row);
        for (Timetable.Kind kind : Timetable.Kind.values()) {
            boolean named = kind == Timetable.Kind.CONFLICT;
            List<Timetable.Item> items = timetable.first(kind, Integer.MAX_VALUE, _ -> true);
            parts.add(new Part("standing", timetable.standing(kind, at), named));
            parts.add(new Part("items", rows("items", items, Comparator.naturalOrder(), this::row), named));
            parts.add(new Part(
                    "changes",
                    changes.stream()
                            .filter(change -> change.item().kind() == kind)
                            .toList(),
                    named));
        }
    }

    private Row row(Timetable.Item item) {
        return new Row(item.window().from(), item.kind(), shared(item), item.number(), "");
    }

    private Row row(Timetable.Change change) {
        Timetable.Item item = change.item();
        return new Row(
                change.at(),
                item.kind(),
                shared(item),
                item.number(),
                change.what().name());
    }

    private String shared(Timetable.Item item) {
        return item.kind() == Timetable.Kind.CONFLICT
                ? stage.shared(item.of())
                : item.of().text();
    }

    /** A place in a timetable in an order that both worlds share. */
    private record Row(long at, Timetable.Kind kind, String of, int number, String what) implements Comparable<Row> {
        private static final Comparator<Row> ORDER = Comparator.comparingLong(Row::at)
                .thenComparing(Row::kind)
                .thenComparing(Row::of)
                .thenComparingInt(Row::number)
                .thenComparing(Row::what);

        @Override
        public int compareTo(Row other) {
            return ORDER.compare(this, other);
        }
    }

    /** Rows whose order has to be one that a viewer can see, in an order that both worlds share. */
    private <T, K extends Comparable<K>> List<T> rows(
            String name, List<T> rows, Comparator<? super T> seen, Function<T, K> shared) {
        for (int i = 1; i < rows.size(); i++)
            if (seen.compare(rows.get(i - 1), rows.get(i)) > 0)
                throw new Broken(name + " stand in an order that nobody can see");
        List<T> sorted = new ArrayList<>(rows);
        sorted.sort(Comparator.comparing(shared));
        return sorted;
    }
}
