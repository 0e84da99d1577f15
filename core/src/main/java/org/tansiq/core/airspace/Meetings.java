package org.tansiq.core.airspace;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tansiq.core.Hash;
import org.tansiq.core.party.PartyId;
import org.tansiq.core.terms.Agreed;
import org.tansiq.core.terms.Figure;
import org.tansiq.core.terms.Terms;
import org.tansiq.geometry.Band;
import org.tansiq.geometry.Box;
import org.tansiq.geometry.Footprint;
import org.tansiq.geometry.Meeting;
import org.tansiq.geometry.Posting;
import org.tansiq.geometry.Verdict;
import org.tansiq.geometry.Volume;
import org.tansiq.geometry.Window;

/**
 * Where one declaration meets others, from a time on. Each side takes half of the margin between the two
 * parties; what overlaps then is what is told.
 */
final class Meetings {
    /** Another declaration that is met, and the pairs of windows in which it is, soonest first. */
    record Met(Declaration other, Margins margins, List<Pair> pairs) {
        static final Comparator<Met> SOONEST = Comparator.<Met, Pair>comparing(
                        met -> met.pairs.getFirst(),
                        Comparator.comparingLong(pair -> pair.window().from()))
                .thenComparing(met -> met.other.id());
    }

    /** How two volumes meet, whenever they do, and when one lies in what is taken out of the other's plan. */
    private record Place(Verdict verdict, boolean touching, Band band, Box box, Taken theirs, Taken ours) {
        boolean excluded(Window ours, Window theirs) {
            return this.theirs.holds(theirs) || this.ours.holds(ours);
        }

        boolean cut(Window ours, Window theirs) {
            return this.theirs.meets(theirs) || this.ours.meets(ours);
        }
    }

    /** When what is taken out of a plan surely holds a volume, and when it may meet it. */
    private record Taken(List<Window> whole, List<Window> partly) {
        boolean holds(Window window) {
            return whole.stream().anyMatch(w -> w.from() <= window.from() && window.until() <= w.until());
        }

        boolean meets(Window window) {
            return partly.stream().anyMatch(window::meets);
        }
    }

    /** One of ours and one of theirs, each with its windows that count, soonest first. */
    private record Both(int ours, Declaration other, int theirs, Margins margins) {}

    /** What one other declaration was met in so far, by the numbers of both windows. */
    private record Found(Declaration other, Margins margins, TreeMap<Long, Pair> pairs) {
        // A part of a pair that has ended belongs to it until the whole has: its box would shrink by an act.
        Optional<Met> met(long at) {
            List<Pair> soonest = pairs.values().stream()
                    .filter(pair -> pair.window().until() >= at)
                    .map(Pair::kept)
                    .sorted(Pair.SOONEST)
                    .toList();
            return soonest.isEmpty() ? Optional.empty() : Optional.of(new Met(other, margins, soonest));
        }
    }

    private static final Taken NOTHING = new Taken(List.of(), List.of());
    private static final Comparator<DeclaredWindow> BY_TIME =
            Comparator.comparingLong(window -> window.window().from());

    private final Airspace airspace;
    private final Declaration asked;
    private final long at;
    private final List<DeclaredWindow> standing;
    private final TreeMap<PartyId, Margins> margins = new TreeMap<>();
    private final TreeMap<Hash, Found> found = new TreeMap<>();

    private Meetings(Airspace airspace, Declaration asked, long at) {
        this.airspace = airspace;
        this.asked = asked;
        this.at = at;
        this.standing = byTime(asked);
    }

    // What the index is asked for is wider by a millimetre, for each side takes half a margin and is rounded
    // apart; and by a quarter in height, for flight levels stretch as they rise (by 1060 at most).
    private static final double METRES_MORE = 0.001;
    private static final long MILLIMETRES = 1250;

    /** What a declaration meets of other parties' under the terms, soonest first. */
    static List<Met> ofOthers(Airspace airspace, Terms terms, Declaration asked, long at) {
        return ofOthers(airspace, terms, asked, _ -> true, at);
    }

    /** The same of one other declaration alone. */
    static Optional<Met> of(Airspace airspace, Terms terms, Declaration asked, Hash other, long at) {
        return ofOthers(airspace, terms, asked, one -> one.id().equals(other), at).stream()
                .findFirst();
    }

    /** Of which parties a declaration meets something; one meeting of each is enough. */
    static SortedSet<PartyId> owners(Airspace airspace, Terms terms, Declaration asked, long at) {
        TreeSet<PartyId> met = new TreeSet<>();
        double metres = terms.widest(asked.party(), Figure.BUFFER_METRES) + METRES_MORE;
        long heights = MILLIMETRES * terms.widest(asked.party(), Figure.BUFFER_HEIGHT_METRES);
        Meetings meetings = new Meetings(airspace, asked, at);
        meetings.search(
                other -> !other.party().equals(asked.party()),
                metres,
                heights,
                party -> Margins.between(terms, asked.party(), party),
                met);
        return met;
    }

    private static List<Met> ofOthers(
            Airspace airspace, Terms terms, Declaration asked, Predicate<Declaration> those, long at) {
        Predicate<Declaration> others = other -> !other.party().equals(asked.party()) && those.test(other);
        double metres = terms.widest(asked.party(), Figure.BUFFER_METRES) + METRES_MORE;
        long heights = MILLIMETRES * terms.widest(asked.party(), Figure.BUFFER_HEIGHT_METRES);
        Function<PartyId, Margins> between = party -> Margins.between(terms, asked.party(), party);
        return new Meetings(airspace, asked, at).search(others, metres, heights, between);
    }

    /**
     * What a declaration meets of its own party's others, without any margin: a question, never a conflict.
     */
    static List<Met> ofOwn(Airspace airspace, Declaration asked, long at) {
        Agreed none = new Agreed(0, new Agreed.Source.ByRules());
        Predicate<Declaration> own =
                other -> other.party().equals(asked.party()) && !other.id().equals(asked.id());
        return new Meetings(airspace, asked, at).search(own, 0, 0, _ -> new Margins(none, none, none));
    }

    /**
     * All of a declaration's windows, each as if it met something at all its places and times; window 0 of
     * what is not there.
     */
    static List<Pair> whole(Declaration declaration, Margins margins, long at) {
        TreeMap<Integer, Pair> pairs = new TreeMap<>();
        for (DeclaredVolume volume : declaration.plan().volumes()) {
            Volume half = widened(volume.always(), margins.halfMetres(), margins.halfMillimetres());
            Box box = Box.of(half.footprint(), half.footprint(), Rounding.METRES);
            for (DeclaredWindow window : declaration.standing(at)) {
                Window part = volume.part(window.window());
                Pair pair = new Pair(0, window.number(), Verdict.CERTAIN, false, box, half.band(), part);
                pairs.merge(window.number(), pair, Pair::joined);
            }
        }
        return pairs.values().stream().map(Pair::kept).toList();
    }

    private static List<DeclaredWindow> byTime(Declaration declaration, long at) {
        List<DeclaredWindow> standing = declaration.standing(at);
        if (standing.size() > 1) standing.sort(BY_TIME);
        return standing;
    }

    private List<DeclaredWindow> byTime(Declaration declaration) {
        return byTime(declaration, at);
    }

    private List<Met> search(
            Predicate<Declaration> wanted, double metres, long millimetres, Function<PartyId, Margins> between) {
        search(wanted, metres, millimetres, between, null);
        return found();
    }

    // With a set of owners nobody in it is looked at again.
    private void search(
            Predicate<Declaration> wanted,
            double metres,
            long millimetres,
            Function<PartyId, Margins> between,
            @Nullable SortedSet<PartyId> owners) {
        if (standing.isEmpty()) return;
        Sky sky = airspace.sky().orElseThrow();
        Predicate<Declaration> met = other -> other.status() == asked.status() && wanted.test(other);
        for (int i = 0; i < asked.plan().volumes().size(); i++) {
            Volume hull = asked.hull(i, standing);
            double room = Footprint.RADIUS_MAX - hull.footprint().radius();
            Volume wide = widened(hull, Math.min(metres, room), millimetres);
            for (Posting posting : sky.meeting(wide, met, at)) {
                Optional<Declaration> current = airspace.current(sky.version(posting));
                if (current.isEmpty()) continue;
                Declaration other = current.get();
                if (owners != null && owners.contains(other.party())) continue;
                compare(new Both(i, other, posting.volume(), margins.computeIfAbsent(other.party(), between)));
                if (owners == null) continue;
                Found one = found.get(other.id());
                if (one != null && one.met(at).isPresent()) owners.add(other.party());
            }
        }
    }

    private List<Met> found() {
        return found.values().stream()
                .flatMap(one -> one.met(at).stream())
                .sorted(Met.SOONEST)
                .toList();
    }

    // Windows of one declaration lie apart, so that a walk along both finds every two that meet.
    private void compare(Both both) {
        List<DeclaredWindow> theirs = byTime(both.other);
        DeclaredVolume mine = asked.plan().volumes().get(both.ours);
        DeclaredVolume other = both.other.plan().volumes().get(both.theirs);
        Optional<Place> place = Optional.empty();
        int first = 0;
        for (DeclaredWindow window : standing) {
            Window ours = mine.part(window.window());
            while (first < theirs.size()
                    && other.part(theirs.get(first).window()).until() < ours.from()) first++;
            for (int k = first; k < theirs.size(); k++) {
                Window their = other.part(theirs.get(k).window());
                if (their.from() > ours.until()) break;
                if (!ours.meets(their)) continue;
                if (place.isEmpty()) place = place(both);
                if (place.isEmpty()) return;
                add(both, place.get(), window, theirs.get(k));
            }
        }
    }

    private Optional<Place> place(Both both) {
        Volume a = half(both, asked.plan().volumes().get(both.ours).always());
        Volume b = half(both, both.other.plan().volumes().get(both.theirs).always());
        Optional<Meeting.Contact> contact = Meeting.contact(a, b);
        if (contact.isEmpty()) return Optional.empty();
        Box box = Box.of(a.footprint(), b.footprint(), Rounding.METRES);
        Taken theirs = taken(asked, b, both.margins);
        Taken ours = taken(both.other, a, both.margins);
        Meeting.Contact how = contact.get();
        return Optional.of(new Place(how.verdict(), how.touching(), how.band(), box, theirs, ours));
    }

    // The whole margin must lie inside what is taken out, not only the half that the volume carries.
    private static Taken taken(Declaration outer, Volume half, Margins margins) {
        List<Cutout> minus = outer.plan().minus();
        if (minus.isEmpty()) return NOTHING;
        Volume wide = widened(half, margins.halfMetres(), margins.halfMillimetres());
        return new Taken(
                windows(minus, cutout -> Meeting.holds(cutout.always(), wide)),
                windows(minus, cutout -> Meeting.possible(cutout.always(), half)));
    }

    private static List<Window> windows(List<Cutout> minus, Predicate<Cutout> those) {
        return minus.stream().filter(those).map(Cutout::window).toList();
    }

    private void add(Both both, Place place, DeclaredWindow ours, DeclaredWindow theirs) {
        Window a = asked.plan().volumes().get(both.ours).part(ours.window());
        Window b = both.other.plan().volumes().get(both.theirs).part(theirs.window());
        if (place.excluded(a, b)) return;
        Window shared = a.shared(b);
        Pair pair = new Pair(
                ours.number(),
                theirs.number(),
                place.cut(a, b) ? Verdict.POSSIBLE : place.verdict,
                place.touching || shared.from() == shared.until(),
                place.box,
                place.band,
                shared);
        long key = (long) ours.number() << Integer.SIZE | theirs.number();
        found.computeIfAbsent(both.other.id(), _ -> new Found(both.other, both.margins, new TreeMap<>()))
                .pairs
                .merge(key, pair, Pair::joined);
    }

    private static Volume half(Both both, Volume volume) {
        return widened(volume, both.margins.halfMetres(), both.margins.halfMillimetres());
    }

    private static Volume widened(Volume volume, double metres, long millimetres) {
        if (metres == 0 && millimetres == 0) return volume;
        Footprint footprint =
                metres == 0 ? volume.footprint() : volume.footprint().buffered(metres);
        return new Volume(footprint, volume.band().widened(millimetres), volume.window());
    }
}
