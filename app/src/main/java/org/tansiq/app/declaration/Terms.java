package org.tansiq.app.declaration;

import java.time.Duration;
import java.time.LocalDate;

/**
 * What a scenario leaves open: the day its clock starts (UTC), how far flights are drawn, and how far two
 * of them must stay apart. GeoJSON needs none of it.
 *
 * <p>The horizon counts from 00:00:00 of the scenario. Each flight takes half of each separation.
 */
public record Terms(LocalDate day, Duration horizon, double separationNm, double separationFeet, Limits limits) {
    public static final Duration HORIZON = Duration.ofMinutes(30);
    public static final double SEPARATION_NM = 5;
    public static final double SEPARATION_FEET = 1_000;

    /** The longest horizon: what {@link Declaration#VOLUMES_MAX} slices of a flight can hold. */
    public static final Duration HORIZON_MAX = Duration.ofHours(25);

    public static Terms on(LocalDate day) {
        return new Terms(day, HORIZON, SEPARATION_NM, SEPARATION_FEET, Limits.STANDARD);
    }

    public Terms within(Duration longest) {
        return new Terms(day, longest, separationNm, separationFeet, limits);
    }

    public Terms apart(double nm, double feet) {
        return new Terms(day, horizon, nm, feet, limits);
    }
}
