package org.tansiq.core.airspace;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
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

    /** How two volumes meet, whenever they do. */
    private record Place(Verdict verdict, boolean touching, Band band, Box box) {}

    /** One of ours and one of theirs, each with its windows that count, soonest first. */
    private record Both(int ours, Declaration other, int theirs, Margins margins) {}

    /** What one other declaration was met in so far, by the numbers of both windows. */
    private record Found(Declaration other, Margins margins, TreeMap<Long, Pair> pairs) {
        Met met() {
            return new Met(
                    other, margins, pairs.values().stream().sorted(Pair.SOONEST).toList());
        }
    }

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

    /** What a declaration meets of other parties' under the terms, soonest first. */
    static List<Met> ofOthers(Airspace airspace, Terms terms, Declaration asked, long at) {
        Predicate<Declaration> others = other -> !other.party().equals(asked.party());
        double metres = terms.widest(asked.party(), Figure.BUFFER_METRES);
        long heights = 1000 * terms.widest(asked.party(), Figure.BUFFER_HEIGHT_METRES);
        Function<PartyId, Margins> between = party -> Margins.between(terms, asked.party(), party);
        return new Meetings(airspace, asked, at).search(others, metres, heights, between);
    }

    /** What a declaration meets of its own party's others, without any margin: a question, never a conflict. */
    static List<Met> ofOwn(Airspace airspace, Declaration asked, long at) {
        Agreed none = new Agreed(0, new Agreed.Source.ByRules());
        Predicate<Declaration> own =
                other -> other.party().equals(asked.party()) && !other.id().equals(asked.id());
        return new Meetings(airspace, asked, at).search(own, 0, 0, _ -> new Margins(none, none, none));
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
        if (standing.isEmpty()) return List.of();
        Sky sky = airspace.sky().orElseThrow();
        Predicate<Declaration> met = other -> other.status() == asked.status() && wanted.test(other);
        for (int i = 0; i < asked.plan().volumes().size(); i++) {
            Volume wide = widened(asked.hull(i, standing), metres, millimetres);
            for (Posting posting : sky.meeting(wide, met, at)) {
                Declaration version = sky.version(posting);
                if (!airspace.current(version)) continue;
                Declaration other = airspace.declaration(version.id()).orElseThrow();
                compare(new Both(i, other, posting.volume(), margins.computeIfAbsent(other.party(), between)));
            }
        }
        return found();
    }

    private List<Met> found() {
        return found.values().stream().map(Found::met).sorted(Met.SOONEST).toList();
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
                if (!ours.meets(their) || ours.shared(their).until() < at) continue;
                if (place.isEmpty()) place = place(both);
                if (place.isEmpty()) return;
                add(both, place.get(), window, theirs.get(k));
            }
        }
    }

    private Optional<Place> place(Both both) {
        Volume a = half(both, asked.plan().volumes().get(both.ours).always());
        Volume b = half(both, both.other.plan().volumes().get(both.theirs).always());
        if (!(Meeting.between(a, b) instanceof org.tansiq.geometry.Finding.Overlap overlap)) return Optional.empty();
        Box box = Box.of(a.footprint(), b.footprint(), Rounding.METRES);
        return Optional.of(new Place(overlap.verdict(), overlap.touching(), overlap.band(), box));
    }

    private void add(Both both, Place place, DeclaredWindow ours, DeclaredWindow theirs) {
        Volume a = asked.plan().volumes().get(both.ours).in(ours.window());
        Volume b = both.other.plan().volumes().get(both.theirs).in(theirs.window());
        if (excluded(asked, b, both.margins) || excluded(both.other, a, both.margins)) return;
        boolean cut = cut(asked, half(both, b)) || cut(both.other, half(both, a));
        Window shared = a.window().shared(b.window());
        Pair pair = new Pair(
                ours.number(),
                theirs.number(),
                cut ? Verdict.POSSIBLE : place.verdict,
                place.touching || shared.from() == shared.until(),
                place.box,
                place.band,
                shared);
        long key = (long) ours.number() << Integer.SIZE | theirs.number();
        found.computeIfAbsent(both.other.id(), _ -> new Found(both.other, both.margins, new TreeMap<>()))
                .pairs
                .merge(key, pair, Pair::joined);
    }

    // The whole margin must lie inside what is taken out, not only the half that the volume carries.
    private static boolean excluded(Declaration outer, Volume inner, Margins margins) {
        if (outer.plan().minus().isEmpty()) return false;
        Volume wide = widened(inner, 2 * margins.halfMetres(), 2 * margins.halfMillimetres());
        return outer.plan().minus().stream().anyMatch(minus -> Meeting.holds(minus.volume(), wide));
    }

    private static boolean cut(Declaration outer, Volume inner) {
        return outer.plan().minus().stream().anyMatch(minus -> Meeting.possible(minus.volume(), inner));
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
