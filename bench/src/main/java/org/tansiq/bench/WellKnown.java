package org.tansiq.bench;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.tansiq.geometry.Core;
import org.tansiq.geometry.Footprint;
import org.tansiq.geometry.Position;

/**
 * Footprints as PostGIS reads them: well-known binary in hexadecimal digits, discs as rings of 64 sides.
 */
final class WellKnown {
    private static final int POLYGON = 3;
    private static final int SIDES = 64;

    private WellKnown() {}

    static String hex(Footprint footprint) {
        List<Position> ring = new ArrayList<>(outline(footprint));
        ring.add(ring.getFirst());
        ByteBuffer binary = ByteBuffer.allocate(13 + 16 * ring.size());
        binary.put((byte) 0).putInt(POLYGON).putInt(1).putInt(ring.size());
        ring.forEach(p -> binary.putDouble(p.lng()).putDouble(p.lat()));
        return HexFormat.of().formatHex(binary.array());
    }

    private static List<Position> outline(Footprint footprint) {
        List<Position> ring = footprint.core().positions().getFirst();
        if (footprint.core().kind() != Core.Kind.SPOT) return ring;
        Place centre = Place.degrees(ring.getFirst().lat(), ring.getFirst().lng());
        List<Position> round = new ArrayList<>();
        for (int i = 0; i < SIDES; i++)
            round.add(centre.towards(2 * StrictMath.PI * i / SIDES, footprint.radius())
                    .position());
        return round;
    }
}
