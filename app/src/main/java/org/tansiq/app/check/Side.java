package org.tansiq.app.check;

import java.util.List;
import org.tansiq.app.declaration.Declaration;
import org.tansiq.app.declaration.Part;
import org.tansiq.geometry.Footprint;
import org.tansiq.geometry.Volume;

/**
 * One part of a declaration, counted from 1, as it is compared: its volumes with their share of the margin,
 * in metres.
 */
record Side(Declaration declaration, int number, List<Volume> volumes, double margin) {
    static Side of(Declaration declaration, int number, double margin) {
        List<Volume> volumes = declaration.parts().get(number - 1).volumes().stream()
                .map(v -> widened(v, margin))
                .toList();
        return new Side(declaration, number, volumes, margin);
    }

    Part part() {
        return declaration.parts().get(number - 1);
    }

    String name() {
        return declaration.name();
    }

    /** The name of the part; empty where it is the only one. */
    String partName() {
        return declaration.parts().size() > 1 ? part().name() : "";
    }

    static Volume widened(Volume volume, double metres) {
        if (metres == 0) return volume;
        Footprint wide = volume.footprint().buffered(metres);
        return new Volume(wide, volume.band(), volume.window());
    }
}
