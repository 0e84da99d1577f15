package org.tansiq.app.check;

import java.util.List;
import org.tansiq.app.declaration.Declaration;
import org.tansiq.app.declaration.Part;
import org.tansiq.geometry.Footprint;
import org.tansiq.geometry.Volume;
import org.tansiq.geometry.Window;

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

    /** Whether another volume of the part takes over from one at a moment: a moving thing is then in both. */
    boolean goesOn(int place, long at) {
        Window window = window(place);
        boolean onward = place + 1 < volumes.size() && window(place + 1).from() == at;
        boolean back = place > 0 && window(place - 1).until() == at;
        return (window.until() == at && onward) || (window.from() == at && back);
    }

    private Window window(int place) {
        return volumes.get(place).window();
    }

    static Volume widened(Volume volume, double metres) {
        if (metres == 0) return volume;
        Footprint wide = volume.footprint().buffered(metres);
        return new Volume(wide, volume.band(), volume.window());
    }
}
