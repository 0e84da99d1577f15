package org.tansiq.geometry;

import java.util.List;

/**
 * A closed box of space, time and height that holds what a volume has on one face; heights in millimetres
 * over W84.
 */
record Block(Patch patch, Window window, int lowest, int highest) {

    /** One for each face that the volume reaches. */
    static List<Block> of(Volume volume) {
        int lowest = clamped(lowest(volume.band()));
        int highest = clamped(highest(volume.band()));
        List<Patch> patches = Cover.of(volume.footprint());
        if (patches.size() == 1) return List.of(new Block(patches.getFirst(), volume.window(), lowest, highest));
        return patches.stream()
                .map(patch -> new Block(patch, volume.window(), lowest, highest))
                .toList();
    }

    boolean holds(Block other) {
        return patch.holds(other.patch)
                && window.from() <= other.window.from()
                && window.until() >= other.window.until()
                && lowest <= other.lowest
                && highest >= other.highest;
    }

    /** The smallest that holds both; they lie on one face. */
    Block with(Block other) {
        Window both = new Window(
                Math.min(window.from(), other.window.from()), Math.max(window.until(), other.window.until()));
        return new Block(
                patch.with(other.patch), both, Math.min(lowest, other.lowest), Math.max(highest, other.highest));
    }

    // Heights over ground compare by value, whatever ground either author named: so both must span every
    // ground.
    private static long lowest(Band band) {
        if (band.floor().isEmpty()) return Long.MIN_VALUE;
        Height floor = band.floor().get();
        if (floor.reference() != Reference.AGL) return band.lowest();
        return Math.min(band.lowest(), Levels.lowest(floor, Ground.UNKNOWN));
    }

    private static long highest(Band band) {
        if (band.ceiling().isEmpty()) return Long.MAX_VALUE;
        Height ceiling = band.ceiling().get();
        if (ceiling.reference() != Reference.AGL) return band.highest();
        return Math.max(band.highest(), Levels.highest(ceiling, Ground.UNKNOWN));
    }

    private static int clamped(long millimetres) {
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, millimetres));
    }
}
