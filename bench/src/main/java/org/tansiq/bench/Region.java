package org.tansiq.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * Where the volumes of the workload lie: a rectangle of latitude and longitude, and hot spots in it.
 *
 * <p>A smaller workload of the same density shrinks the rectangle about its middle and has fewer hot
 * spots. What scatters round a hot spot may leave the shrunk rectangle but never the full one, so that
 * nothing piles up.
 */
record Region(double side, List<Place> hotSpots) {
    private static final double SOUTH = 32;
    private static final double NORTH = 37.5;
    private static final double WEST = 35.5;
    private static final double EAST = 42.5;
    private static final int HOT_SPOTS = 200;

    /** The part that holds some share (0 to 1) of the full area. */
    static Region share(double share, Chance chance) {
        Region bare = new Region(StrictMath.sqrt(share), List.of());
        List<Place> spots = new ArrayList<>();
        for (int i = 0; i < Math.max(1, Math.round(HOT_SPOTS * share)); i++) spots.add(bare.anywhere(chance));
        return new Region(bare.side, spots);
    }

    Place anywhere(Chance chance) {
        double lat = (chance.unit() - 0.5) * (NORTH - SOUTH) * side + (NORTH + SOUTH) / 2;
        double lng = (chance.unit() - 0.5) * (EAST - WEST) * side + (EAST + WEST) / 2;
        return Place.degrees(lat, lng);
    }

    /** With some probability near a hot spot, so many metres off per axis as deviation; else anywhere. */
    Place hot(double probability, double metres, Chance chance) {
        if (!chance.happens(probability)) return anywhere(chance);
        Place spot = hotSpots.get((int) (hotSpots.size() * StrictMath.pow(chance.unit(), 1.5)));
        double lat = spot.lat() + metres * chance.normal() / Place.SPHERE;
        double lng = spot.lng() + metres * chance.normal() / (Place.SPHERE * StrictMath.cos(spot.lat()));
        return Place.degrees(
                Math.clamp(StrictMath.toDegrees(lat), SOUTH, NORTH), Math.clamp(StrictMath.toDegrees(lng), WEST, EAST));
    }
}
