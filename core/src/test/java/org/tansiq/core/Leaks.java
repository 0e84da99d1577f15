package org.tansiq.core;

import java.util.List;
import java.util.function.BiFunction;
import org.tansiq.core.airspace.Conflict;
import org.tansiq.core.airspace.ConflictView;
import org.tansiq.core.airspace.Declaration;
import org.tansiq.core.airspace.DeclaredVolume;
import org.tansiq.core.airspace.Overlap;
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
