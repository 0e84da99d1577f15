package org.tansiq.app.declaration;

import java.util.ArrayList;
import java.util.List;
import org.tansiq.geometry.Footprint;
import org.tansiq.geometry.Volume;

/** A part before it has a name. */
record Sketch(Extent extent, List<Volume> volumes, List<String> remarks) {
    static Sketch of(Extent extent, Footprint footprint) {
        return of(extent, List.of(footprint));
    }

    static Sketch of(Extent extent, List<Footprint> footprints) {
        return new Sketch(extent, extent.volumes(footprints), List.of());
    }

    Sketch with(String remark) {
        List<String> said = new ArrayList<>(remarks);
        said.add(remark);
        return new Sketch(extent, volumes, said);
    }

    Part part(String name, List<Volume> minus) {
        boolean known = extent.band().ground().known();
        return new Part(name, extent.floor(), extent.ceiling(), known, volumes, minus, remarks);
    }
}
