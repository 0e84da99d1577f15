package org.tansiq.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.tansiq.core.airspace.AirspaceEvent;
import org.tansiq.core.airspace.Conflict;
import org.tansiq.core.airspace.ConflictThread;
import org.tansiq.core.airspace.ConflictView;
import org.tansiq.core.airspace.Declaration;
import org.tansiq.core.airspace.DeclaredVolume;
import org.tansiq.core.airspace.Offer;
import org.tansiq.core.airspace.Overlap;
import org.tansiq.core.airspace.Step;
import org.tansiq.core.airspace.ThreadView;
import org.tansiq.core.party.PartyId;
import org.tansiq.geometry.Box;
import org.tansiq.geometry.Footprint;

/** Ways of showing what a party may see that betray what is hidden from it. */
final class Leaks {
    private static final double STEP = 0.009;

    private Leaks() {}

    /** A conflict's version moves whenever the other side amends, also where nothing of it can be seen. */
    static Sight versions() {
        return views((view, other) -> new ConflictView(
                view.conflict(),
                view.declaration(),
                view.version() + other.version(),
                view.desk(),
                view.margins(),
                view.overlaps(),
                view.more(),
                view.other(),
                view.standing()));
    }

    /** The length of an inbox counts the deliveries of others. */
    static Sight pages() {
        return new Sight() {
            @Override
            public long inbox(World world, PartyId viewer) {
                return world.inboxes().values().stream().mapToLong(Inbox::count).sum();
            }
        };
    }

    /** The box of an overlap is that of the other's whole volume, rounded. */
    static Sight boxes() {
        return views((view, other) -> new ConflictView(
                view.conflict(),
                view.declaration(),
                view.version(),
                view.desk(),
                view.margins(),
                view.overlaps().stream().map(overlap -> of(overlap, other)).toList(),
                view.more(),
                view.other(),
                view.standing()));
    }

    /** That the other side names a place which is elsewhere is told with the overlap. */
    static Sight places() {
        return views((view, other) -> new ConflictView(
                view.conflict(),
                view.declaration(),
                view.version(),
                view.desk(),
                view.margins(),
                view.overlaps(),
                view.more() || other.misplaced().isPresent(),
                view.other(),
                view.standing()));
    }

    /** What would be left with an offer has the time at which its author would begin. */
    static Sight outlooks() {
        return threads((view, world) -> thread(view, view.offer().map(offer -> begins(offer, exact(world, view)))));
    }

    private static long exact(World world, ThreadView view) {
        Offer standing = world.airspace()
                .threads()
                .of(view.conflict())
                .flatMap(ConflictThread::standing)
                .orElseThrow();
        return standing.amend().envelope().windows().getFirst().window().from();
    }

    private static ThreadView.Offered begins(ThreadView.Offered offer, long from) {
        return new ThreadView.Offered(
                offer.offer(), offer.by(), offer.seen(), offer.until() + from, offer.asks(), offer.left());
    }

    private static ThreadView thread(ThreadView view, Optional<ThreadView.Offered> offer) {
        return new ThreadView(view.conflict(), view.declaration(), view.turn(), offer, view.steps(), view.ways());
    }

    /** A thread has the steps of what others say among each other. */
    static Sight steps() {
        return threads((view, world) -> {
            List<Step> steps = new ArrayList<>(view.steps());
            for (ConflictThread thread : world.airspace().threads().all().values())
                if (Disclosure.thread(world, own(world, view), thread.conflict())
                        .isEmpty()) steps.addAll(thread.steps());
            return new ThreadView(view.conflict(), view.declaration(), view.turn(), view.offer(), steps, view.ways());
        });
    }

    private static PartyId own(World world, ThreadView view) {
        return world.airspace().declaration(view.declaration()).orElseThrow().party();
    }

    private static Sight threads(BiFunction<ThreadView, World, ThreadView> other) {
        return new Sight() {
            @Override
            public List<ThreadView> threads(World world, PartyId viewer) {
                return Sight.super.threads(world, viewer).stream()
                        .map(view -> other.apply(view, world))
                        .toList();
            }
        };
    }

    /** The other side is shown all of an offer. */
    static Sight sections() {
        return told((_, delivery) -> delivery.opening() == Opening.TEXT
                ? new Delivery(delivery.to(), delivery.number(), Opening.WHOLE, delivery.shown())
                : delivery);
    }

    /** What becomes of an offer is told to everybody. */
    static Sight ends() {
        return also(AirspaceEvent.Settled.class);
    }

    /** What one side was answered about ways out is told to the other. */
    static Sight answers() {
        return also(AirspaceEvent.Answered.class);
    }

    private interface Changed {
        Delivery of(Entry entry, Delivery delivery);
    }

    private static Sight told(Changed changed) {
        return new Sight() {
            @Override
            public Optional<Delivery> told(World after, Entry entry, PartyId viewer) {
                return Sight.super.told(after, entry, viewer).map(delivery -> changed.of(entry, delivery));
            }
        };
    }

    // What is told beside.
    private static Sight also(Class<? extends AirspaceEvent> event) {
        return new Sight() {
            @Override
            public Optional<Delivery> told(World after, Entry entry, PartyId viewer) {
                Optional<Delivery> told = Sight.super.told(after, entry, viewer);
                List<Event> shown = new ArrayList<>(told.map(Delivery::shown).orElse(List.of()));
                entry.events().stream()
                        .filter(e -> event.isInstance(e) && !shown.contains(e))
                        .forEach(shown::add);
                if (shown.isEmpty()) return told;
                return Optional.of(new Delivery(
                        viewer,
                        after.inbox(viewer).count(),
                        told.map(Delivery::opening).orElse(Opening.CLOSED),
                        shown));
            }
        };
    }

    private static Overlap of(Overlap overlap, Declaration other) {
        return new Overlap(
                overlap.number(),
                overlap.own(),
                overlap.verdict(),
                overlap.touching(),
                box(other),
                overlap.band(),
                overlap.window(),
                overlap.late(),
                overlap.activated());
    }

    private static Box box(Declaration other) {
        Box whole = other.plan().volumes().stream()
                .map(DeclaredVolume::outline)
                .map(outline -> box(outline.footprint()))
                .reduce(Box::joined)
                .orElseThrow();
        return new Box(down(whole.south()), -down(-whole.north()), down(whole.west()), -down(-whole.east()));
    }

    private static Box box(Footprint footprint) {
        return Box.of(footprint, footprint);
    }

    private static double down(double degrees) {
        return Math.floor(degrees / STEP) * STEP;
    }

    private static Sight views(BiFunction<ConflictView, Declaration, ConflictView> other) {
        return new Sight() {
            @Override
            public List<ConflictView> conflicts(World world, PartyId viewer) {
                return Sight.super.conflicts(world, viewer).stream()
                        .map(view -> other.apply(view, other(world, view)))
                        .toList();
            }
        };
    }

    private static Declaration other(World world, ConflictView view) {
        Conflict conflict = world.airspace().conflict(view.conflict()).orElseThrow();
        boolean first = conflict.finding().a().equals(view.declaration());
        Hash other = first ? conflict.finding().b() : conflict.finding().a();
        return world.airspace().declaration(other).orElseThrow();
    }
}
