package org.tansiq.bench;

import com.google.common.geometry.S1Angle;
import com.google.common.geometry.S2Cap;
import com.google.common.geometry.S2CellId;
import com.google.common.geometry.S2LatLng;
import com.google.common.geometry.S2Loop;
import com.google.common.geometry.S2Point;
import com.google.common.geometry.S2Region;
import com.google.common.geometry.S2RegionCoverer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.tansiq.geometry.Core;
import org.tansiq.geometry.Footprint;
import org.tansiq.geometry.Position;
import org.tansiq.geometry.Volume;

/**
 * S2 coverings (at most 8 cells, level 16 at finest) in an inverted sorted map; then time, height and our
 * exact test.
 *
 * <p>Vertices are geodetic normals read as points of the unit sphere, so that S2's edges are ours. Discs
 * are 1 % larger, more than the ellipsoid differs from the sphere.
 */
final class S2Covering implements Searcher {
    private static final double PER_METRE = 1.01 / Place.SPHERE;

    private final S2RegionCoverer coverer =
            S2RegionCoverer.builder().setMaxCells(8).setMaxLevel(16).build();
    private final TreeMap<Long, int[]> postings = new TreeMap<>();
    private Spans spans = new Spans(new Volume[0]);
    private int[] seen = {};
    private int asking;

    @Override
    public String name() {
        return "S2 covering";
    }

    @Override
    public void fill(Volume[] volumes) {
        spans = new Spans(volumes);
        seen = new int[volumes.length];
        for (int i = 0; i < volumes.length; i++)
            for (S2CellId cell : covering(volumes[i].footprint())) post(cell.id(), i);
    }

    @Override
    public Tally meeting(Volume asked) {
        Tally tally = new Tally();
        asking++;
        for (S2CellId cell : covering(asked.footprint())) {
            long last = cell.rangeMax().id();
            // Ids of cells sort as signed numbers within a face, and a face never straddles the change of
            // sign.
            postings.subMap(cell.rangeMin().id(), true, last, true).values().forEach(list -> test(list, asked, tally));
            for (int level = cell.level() - 1; level >= 0; level--)
                test(postings.getOrDefault(cell.parent(level).id(), NONE), asked, tally);
        }
        return tally;
    }

    private static final int[] NONE = {};

    // The first number of a list is how many follow.
    private void test(int[] list, Volume asked, Tally tally) {
        int length = list.length == 0 ? 0 : list[0];
        for (int k = 1; k <= length; k++) {
            if (seen[list[k]] == asking) continue;
            seen[list[k]] = asking;
            spans.test(list[k], asked, asked.band().lowest(), asked.band().highest(), tally);
        }
    }

    private void post(long cell, int number) {
        int[] list = postings.get(cell);
        if (list == null) list = new int[2];
        if (list[0] + 1 == list.length) list = Arrays.copyOf(list, 2 * list.length);
        list[++list[0]] = number;
        postings.put(cell, list);
    }

    private List<S2CellId> covering(Footprint footprint) {
        ArrayList<S2CellId> cells = new ArrayList<>();
        coverer.getCovering(region(footprint), cells);
        return cells;
    }

    private static S2Region region(Footprint footprint) {
        List<S2Point> points = new ArrayList<>();
        for (Position p : footprint.core().positions().getFirst())
            points.add(S2LatLng.fromDegrees(p.lat(), p.lng()).toPoint());
        if (footprint.core().kind() == Core.Kind.SPOT)
            return S2Cap.fromAxisAngle(points.getFirst(), S1Angle.radians(footprint.reach() * PER_METRE));
        S2Loop loop = new S2Loop(points);
        loop.normalize();
        return loop;
    }
}
