package org.tansiq.geometry;

import java.util.Optional;

/**
 * A closed span of height; either end may be open. The ends may have different references.
 *
 * <p>Ends of one reference compare by value. Ends of two references become intervals over W84 ({@link
 * Levels}), and where those overlap the verdict is {@link Verdict#POSSIBLE}.
 *
 * <p>Laws: bandsMeetSymmetrically; whatTwoBandsShareIsABandOfBoth; aJoinedBandHoldsBoth;
 * whatAnyWeatherAndGroundAllowsIsNotClear.
 */
public record Band(Optional<Height> floor, Optional<Height> ceiling, Ground ground) {
    public static final Band ALL = new Band(Optional.empty(), Optional.empty(), Ground.UNKNOWN);

    /**
     * Heights that overlap by no more than this only touch: what rounding both outward can add, in
     * millimetres.
     */
    public static final long TOUCH_MAX = 1;

    public Band {
        if (floor.isPresent() && ceiling.isPresent()) refuseSwapped(floor.get(), ceiling.get(), ground);
    }

    /** A band without open ends, the ground not known. */
    public static Band between(Height floor, Height ceiling) {
        return new Band(Optional.of(floor), Optional.of(ceiling), Ground.UNKNOWN);
    }

    /** Whether two bands share a height. Symmetric. */
    public Verdict meets(Band other) {
        return reaches(floor, ground, other).and(reaches(other.floor, other.ground, this));
    }

    /** Whether two bands that meet do so only where the ceiling of one is the floor of the other. */
    public boolean touches(Band other) {
        return abuts(ceiling, other.floor) || abuts(other.ceiling, floor);
    }

    /** Whether every height of another band surely belongs to this one. */
    boolean holds(Band other) {
        return floor.map(h -> other.floor.isPresent() && sure(h, ground, other.floor.get(), other.ground))
                        .orElse(true)
                && ceiling.map(h -> other.ceiling.isPresent() && sure(other.ceiling.get(), other.ground, h, ground))
                        .orElse(true);
    }

    private static boolean sure(Height low, Ground lowGround, Height high, Ground highGround) {
        if (low.reference() == high.reference()) return low.millimetres() <= high.millimetres();
        return Levels.highest(low, lowGround) <= Levels.lowest(high, highGround);
    }

    /** The lowest height over W84 that belongs to the band, in millimetres, or {@code Long.MIN_VALUE}. */
    public long lowest() {
        return floor.map(h -> Levels.lowest(h, ground)).orElse(Long.MIN_VALUE);
    }

    /** The highest height over W84 that belongs to the band, in millimetres, or {@code Long.MAX_VALUE}. */
    public long highest() {
        return ceiling.map(h -> Levels.highest(h, ground)).orElse(Long.MAX_VALUE);
    }

    /** What two bands that meet share: the higher floor, the lower ceiling, each in its own reference. */
    public Band shared(Band other) {
        Optional<Height> low = outer(floor, other.floor, true, other);
        Optional<Height> high = outer(ceiling, other.ceiling, false, other);
        return new Band(low, high, ground.and(other.ground));
    }

    /** The narrowest band that surely holds two; ends of two references become one over W84. */
    public Band joined(Band other) {
        return equals(other) ? this : new Band(lower(other), higher(other), ground.and(other.ground));
    }

    private Optional<Height> lower(Band other) {
        if (floor.isEmpty() || other.floor.isEmpty()) return Optional.empty();
        Height a = floor.get();
        Height b = other.floor.get();
        if (a.reference() != b.reference()) return overW84(Math.min(lowest(), other.lowest()));
        return a.millimetres() <= b.millimetres() ? floor : other.floor;
    }

    private Optional<Height> higher(Band other) {
        if (ceiling.isEmpty() || other.ceiling.isEmpty()) return Optional.empty();
        Height a = ceiling.get();
        Height b = other.ceiling.get();
        if (a.reference() != b.reference()) return overW84(Math.max(highest(), other.highest()));
        return a.millimetres() >= b.millimetres() ? ceiling : other.ceiling;
    }

    /** All that this may be over W84. */
    public Band overW84() {
        return new Band(
                floor.flatMap(_ -> overW84(lowest())), ceiling.flatMap(_ -> overW84(highest())), Ground.UNKNOWN);
    }

    // What no height can name is open.
    private static Optional<Height> overW84(long millimetres) {
        boolean named = millimetres >= Height.METRES_MIN * 1000 && millimetres <= Height.METRES_MAX * 1000;
        return named ? Optional.of(new Height(Reference.W84, millimetres)) : Optional.empty();
    }

    /** The same with a margin of some millimetres below and above, as far as heights go. */
    public Band widened(long millimetres) {
        if (millimetres == 0) return this;
        return new Band(
                floor.map(h ->
                        new Height(h.reference(), Math.max(Height.METRES_MIN * 1000, h.millimetres() - millimetres))),
                ceiling.map(h ->
                        new Height(h.reference(), Math.min(Height.METRES_MAX * 1000, h.millimetres() + millimetres))),
                ground);
    }

    private Optional<Height> outer(Optional<Height> mine, Optional<Height> theirs, boolean higher, Band other) {
        if (mine.isEmpty()) return theirs;
        if (theirs.isEmpty()) return mine;
        long a = place(mine.get(), theirs.get(), ground);
        long b = place(theirs.get(), mine.get(), other.ground);
        if (a == b) return mine.get().reference().compareTo(theirs.get().reference()) <= 0 ? mine : theirs;
        return higher == a > b ? mine : theirs;
    }

    // One reference: the value itself. Two: the middle of the interval over W84, for showing only.
    private static long place(Height h, Height other, Ground ground) {
        if (h.reference() == other.reference()) return h.millimetres();
        return (Levels.lowest(h, ground) + Levels.highest(h, ground)) / 2;
    }

    private static Verdict reaches(Optional<Height> low, Ground lowGround, Band other) {
        if (low.isEmpty() || other.ceiling.isEmpty()) return Verdict.CERTAIN;
        Height below = low.get();
        Height above = other.ceiling.get();
        if (below.reference() == above.reference())
            return below.millimetres() <= above.millimetres() ? Verdict.CERTAIN : Verdict.CLEAR;
        if (Levels.highest(below, lowGround) <= Levels.lowest(above, other.ground)) return Verdict.CERTAIN;
        if (Levels.lowest(below, lowGround) <= Levels.highest(above, other.ground)) return Verdict.POSSIBLE;
        return Verdict.CLEAR;
    }

    private static boolean abuts(Optional<Height> top, Optional<Height> bottom) {
        return top.isPresent()
                && bottom.isPresent()
                && top.get().reference() == bottom.get().reference()
                && top.get().millimetres() - bottom.get().millimetres() <= TOUCH_MAX;
    }

    private static void refuseSwapped(Height floor, Height ceiling, Ground ground) {
        boolean swapped = floor.reference() == ceiling.reference()
                ? floor.millimetres() > ceiling.millimetres()
                : Levels.lowest(floor, ground) > Levels.highest(ceiling, ground);
        if (swapped)
            throw new Unfit(Fault.FLOOR_ABOVE_CEILING, floor.millimetres() / 1000.0, ceiling.millimetres() / 1000.0);
    }
}
