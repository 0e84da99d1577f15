package org.tansiq.bench;

/** Numbers that depend on a seed alone: SplitMix64, written out so that no platform can change it. */
final class Chance {
    private long state;

    Chance(long seed) {
        state = seed;
    }

    /** Uniform from 0 inclusive to 1 exclusive. */
    double unit() {
        state += 0x9E3779B97F4A7C15L;
        long z = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return ((z ^ (z >>> 31)) >>> 11) * 0x1.0p-53;
    }

    boolean happens(double probability) {
        return unit() < probability;
    }

    double between(double least, double most) {
        return least + (most - least) * unit();
    }

    /** Whole, both ends included. */
    int whole(int least, int most) {
        return least + (int) ((most - least + 1) * unit());
    }

    /** Uniform in the logarithm. */
    double logarithmic(double least, double most) {
        return least * StrictMath.pow(most / least, unit());
    }

    /** Normal with mean 0 and deviation 1, by the method of Box and Muller. */
    double normal() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - unit()));
        return radius * StrictMath.cos(2 * StrictMath.PI * unit());
    }
}
