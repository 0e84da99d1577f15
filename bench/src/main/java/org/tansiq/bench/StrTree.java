package org.tansiq.bench;

import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.STRtree;
import org.tansiq.geometry.Volume;

/** JTS STRtree over longitude and latitude, then time, height and our exact test. */
final class StrTree implements Searcher {
    private STRtree tree = new STRtree();
    private Spans spans = new Spans(new Volume[0]);

    @Override
    public String name() {
        return "JTS STRtree";
    }

    @Override
    public void fill(Volume[] volumes) {
        spans = new Spans(volumes);
        tree = new STRtree();
        for (int i = 0; i < volumes.length; i++) tree.insert(Rectangle.around(volumes[i].footprint()), i);
        tree.build();
    }

    @Override
    public Tally meeting(Volume asked) {
        Tally tally = new Tally();
        long floor = asked.band().lowest();
        long ceiling = asked.band().highest();
        Envelope around = Rectangle.around(asked.footprint());
        tree.query(around, item -> spans.test((Integer) item, asked, floor, ceiling, tally));
        return tally;
    }
}
