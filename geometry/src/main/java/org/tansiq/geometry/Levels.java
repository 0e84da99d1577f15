package org.tansiq.geometry;

/**
 * Between which heights over W84 a height of another reference can lie.
 *
 * <table><caption>The table, each row rounded outward</caption>
 * <tr><th>from</th><th>to</th><th>interval</th><th>source</th></tr>
 * <tr><td>AMSL</td><td>W84</td><td>-110 to +90 m</td>
 * <td>EGM96 and EGM2008 geoid heights span -107 m (south of India) to +86 m (New Guinea)</td></tr>
 * <tr><td>FL</td><td>AMSL</td><td>-629 to +383 m</td>
 * <td>QNH 940 to 1060 hPa in the standard atmosphere, ICAO Doc 7488; the span itself is
 * <em>assumed</em></td></tr>
 * <tr><td>FL</td><td>AMSL</td><td>12 % of the height either way</td>
 * <td>about 4 % per 10 degrees from the standard temperature, ICAO Doc 8168; 30 degrees
 * <em>assumed</em></td></tr>
 * <tr><td>AGL</td><td>W84</td><td>the ground that the declaration names</td><td>its author</td></tr>
 * <tr><td>AGL</td><td>AMSL</td><td>-430 to 8,849 m</td>
 * <td>shore of the Dead Sea, top of Everest (2020 survey); "ground not known" is said with it</td></tr>
 * </table>
 */
final class Levels {
    private static final long GEOID_LOWEST = -110_000;
    private static final long GEOID_HIGHEST = 90_000;
    private static final long PRESSURE_LOWEST = -629_000;
    private static final long PRESSURE_HIGHEST = 383_000;
    private static final long TEMPERATURE_PERCENT = 12;

    private Levels() {}

    /** Millimetres over W84 below which this height cannot lie. */
    static long lowest(Height h, Ground ground) {
        long value = h.millimetres();
        return switch (h.reference()) {
            case W84 -> value;
            case AMSL -> value + GEOID_LOWEST;
            case AGL -> value + lowest(ground);
            case FL -> value - weather(value) + PRESSURE_LOWEST + GEOID_LOWEST;
        };
    }

    /** Millimetres over W84 above which this height cannot lie. */
    static long highest(Height h, Ground ground) {
        long value = h.millimetres();
        return switch (h.reference()) {
            case W84 -> value;
            case AMSL -> value + GEOID_HIGHEST;
            case AGL -> value + highest(ground);
            case FL -> value + weather(value) + PRESSURE_HIGHEST + GEOID_HIGHEST;
        };
    }

    /** Millimetres over W84 below which the ground cannot lie. */
    static long lowest(Ground ground) {
        return ground.lowest() + (ground.known() ? 0 : GEOID_LOWEST);
    }

    /** Millimetres over W84 above which the ground cannot lie. */
    static long highest(Ground ground) {
        return ground.highest() + (ground.known() ? 0 : GEOID_HIGHEST);
    }

    private static long weather(long millimetres) {
        return Math.ceilDiv(Math.abs(millimetres) * TEMPERATURE_PERCENT, 100L);
    }
}
