package org.tansiq.sim;

import java.util.List;
import java.util.TreeMap;
import org.tansiq.core.airspace.Declaration;
import org.tansiq.core.airspace.DeclaredVolume;
import org.tansiq.core.airspace.DeclaredWindow;
import org.tansiq.core.airspace.Finding;
import org.tansiq.core.airspace.Pair;
import org.tansiq.core.airspace.WindowState;
import org.tansiq.core.terms.Figure;
import org.tansiq.geometry.Finding.Overlap;
import org.tansiq.geometry.Meeting;
import org.tansiq.geometry.Verdict;
import org.tansiq.geometry.Volume;
import org.tansiq.geometry.Window;

/** How two windows of two declarations meet: as surely as any two volumes of theirs do, whenever any do. */
record Sighting(Verdict verdict, boolean touching, Window window) {
    private static final long HALF_METRE = 500; // Millimetres.

    /**
     * Every two windows that nobody ended or withdrew and that meet, at the moment or later, by their
     * numbers.
     */
    static TreeMap<Long, Sighting> all(Declaration one, Declaration other, Moment moment) {
        TreeMap<Long, Sighting> all = new TreeMap<>();
        for (DeclaredVolume mine : one.plan().volumes())
            for (DeclaredVolume theirs : other.plan().volumes())
                for (DeclaredWindow w : open(one, moment))
                    for (DeclaredWindow v : open(other, moment)) {
                        Volume a = mine.in(w.window());
                        Volume b = theirs.in(v.window());
                        if (!a.window().meets(b.window())) continue;
                        double metres = moment.figure(one, other, Figure.BUFFER_METRES) / 2.0;
                        long high = moment.figure(one, other, Figure.BUFFER_HEIGHT_METRES) * HALF_METRE;
                        if (Meeting.between(grown(a, metres, high), grown(b, metres, high)) instanceof Overlap met)
                            all.merge(key(w.number(), v.number()), of(met), Sighting::and);
                    }
        all.values().removeIf(pair -> pair.window().until() < moment.at());
        return all;
    }

    /** What a finding lists, by the numbers of both windows, those of the first declaration first. */
    static TreeMap<Long, Sighting> listed(Declaration one, Finding finding) {
        TreeMap<Long, Sighting> listed = new TreeMap<>();
        boolean first = finding.a().equals(one.id());
        for (Pair pair : finding.pairs())
            listed.put(
                    first ? key(pair.a(), pair.b()) : key(pair.b(), pair.a()),
                    new Sighting(pair.verdict(), pair.touching(), pair.window()));
        Promises.hold(listed.size() == finding.pairs().size(), finding.conflict() + " lists a pair twice");
        return listed;
    }

    private static long key(int one, int other) {
        return (long) one << Integer.SIZE | other;
    }

    private static List<DeclaredWindow> open(Declaration declaration, Moment moment) {
        return declaration.windows().values().stream()
                .filter(w -> w.window().until() >= moment.at())
                .filter(w -> w.recorded() == WindowState.DECLARED || w.recorded() == WindowState.ACTIVATED)
                .toList();
    }

    private static Volume grown(Volume volume, double metres, long millimetres) {
        return new Volume(volume.footprint().buffered(metres), volume.band().widened(millimetres), volume.window());
    }

    private static Sighting of(Overlap met) {
        return new Sighting(met.verdict(), met.touching(), met.window());
    }

    private Sighting and(Sighting other) {
        return new Sighting(
                verdict.compareTo(other.verdict) <= 0 ? verdict : other.verdict,
                touching && other.touching,
                window.joined(other.window));
    }
}
