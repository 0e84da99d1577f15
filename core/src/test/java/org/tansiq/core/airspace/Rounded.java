package org.tansiq.core.airspace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tansiq.geometry.Band;
import org.tansiq.geometry.Box;
import org.tansiq.geometry.Footprint;
import org.tansiq.geometry.Meeting;
import org.tansiq.geometry.Volume;
import org.tansiq.geometry.Window;

/**
 * What two plans may legitimately show of each other: where they meet, rounded. Found from the plans alone,
 * without anything that the rules recorded.
 */
public final class Rounded {
    private Rounded() {}

    /** The same text where the same may be shown, whichever of the first plan's volumes are held. */
    public static String overlap(Plan own, Plan other, int metres, int heightMetres) {
        List<String> all = new ArrayList<>();
        for (int those = 1; those < 1 << own.volumes().size(); those++) {
            List<DeclaredVolume> held = new ArrayList<>();
            for (int i = 0; i < own.volumes().size(); i++)
                if ((those & 1 << i) != 0) held.add(own.volumes().get(i));
            all.add(joined(held, other.volumes(), metres, heightMetres));
        }
        return all.toString();
    }

    private static String joined(List<DeclaredVolume> own, List<DeclaredVolume> other, int metres, int heightMetres) {
        return own.stream()
                .flatMap(mine -> other.stream()
                        .map(theirs -> pair(half(mine, metres, heightMetres), half(theirs, metres, heightMetres))))
                .flatMap(Optional::stream)
                .reduce(Pair::joined)
                .map(pair ->
                        pair.verdict() + " " + pair.touching() + Rounding.box(pair.box()) + Rounding.band(pair.band()))
                .orElse("clear");
    }

    private static Volume half(DeclaredVolume volume, int metres, int heightMetres) {
        Footprint wide = volume.outline().footprint().buffered(metres / 2.0);
        return new Volume(wide, volume.band().widened(heightMetres * 500L), Window.ALWAYS);
    }

    private static Optional<Pair> pair(Volume mine, Volume theirs) {
        Optional<Meeting.Contact> contact = Meeting.contact(mine, theirs);
        if (contact.isEmpty()) return Optional.empty();
        Box box = Box.of(mine.footprint(), theirs.footprint(), Rounding.METRES);
        Band band = contact.get().band();
        return Optional.of(new Pair(
                1, 1, contact.get().verdict(), contact.get().touching(), Rounding.kept(box), band, Window.ALWAYS));
    }
}
