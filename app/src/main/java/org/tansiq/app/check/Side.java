package org.tansiq.app.check;

import java.util.List;
import org.tansiq.app.declaration.Declaration;
import org.tansiq.app.declaration.Part;
import org.tansiq.geometry.Footprint;
import org.tansiq.geometry.Volume;

/** One part of a declaration as it is compared: its volumes with their share of the margin, in metres. */
record Side(Declaration declaration, Part part, List<Volume> volumes, double margin) {
    static Side of(Declaration declaration, Part part, double margin) {
        List<Volume> volumes =
                part.volumes().stream().map(v -> widened(v, margin)).toList();
        return new Side(declaration, part, volumes, margin);
    }

    String name() {
        return declaration.name();
    }

    /** The name of the part; empty where it is the only one. */
    String partName() {
        return declaration.parts().size() > 1 ? part.name() : "";
    }

    static Volume widened(Volume volume, double metres) {
        if (metres == 0) return volume;
        Footprint wide = volume.footprint().buffered(metres);
        return new Volume(wide, volume.band(), volume.window());
    }
}
