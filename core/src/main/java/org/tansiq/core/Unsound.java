package org.tansiq.core;

import java.math.BigDecimal;
import java.util.function.Supplier;
import org.tansiq.geometry.Height;
import org.tansiq.geometry.Unfit;
import org.tansiq.geometry.Window;

/**
 * What geometry finds wrong with a shape, a height or a time, as a fault in the field where it was written:
 * its value alone, and in words what may stand there.
 */
public final class Unsound {
    private Unsound() {}

    /** What geometry makes of a field. Throws {@link Malformed} where it makes nothing of it. */
    public static <T> T fit(String field, Supplier<T> made) {
        try {
            return made.get();
        } catch (Unfit unfit) {
            throw in(field, unfit);
        }
    }

    public static Malformed in(String field, Unfit unfit) {
        return new Malformed(field, value(unfit), limit(unfit));
    }

    private static String value(Unfit unfit) {
        return switch (unfit.fault()) {
            case LATITUDE, LONGITUDE, TOO_FEW_VERTICES, TOO_MANY_VERTICES, HEMISPHERE, RADIUS, PRECISION, HEIGHT ->
                number(unfit, 0);
            case FLOOR_ABOVE_CEILING -> number(unfit, 1);
            case NOT_FINITE, UNTIL_BEFORE_FROM, INSTANT -> detail(unfit, 0);
            case REPEATED_VERTEX, ANTIPODAL_NEIGHBOURS -> "vertices " + detail(unfit, 0) + " and " + detail(unfit, 1);
            case SPIKE, CROSSES_ITSELF -> "edges " + detail(unfit, 0) + " and " + detail(unfit, 1);
            case CHAINED_RINGS -> "closed at vertex " + detail(unfit, 0) + " of " + detail(unfit, 1);
            case INNER_RING -> "inner ring " + detail(unfit, 0);
        };
    }

    /** What may stand where something else stood, in words. */
    public static String limit(Unfit unfit) {
        return switch (unfit.fault()) {
            case NOT_FINITE -> "a finite number";
            case LATITUDE, LONGITUDE -> "-" + number(unfit, 1) + " to " + number(unfit, 1) + " degrees";
            case TOO_FEW_VERTICES -> "at least " + number(unfit, 1) + " vertices";
            case TOO_MANY_VERTICES -> "at most " + number(unfit, 1) + " vertices";
            case REPEATED_VERTEX -> "each position once";
            case CHAINED_RINGS -> "one ring";
            case ANTIPODAL_NEIGHBOURS -> "neighbours less than half the Earth apart";
            case SPIKE -> "no edge back over the one before it";
            case CROSSES_ITSELF -> "edges that neither cross nor touch";
            case HEMISPHERE -> "at most " + number(unfit, 1) + " degrees round a middle";
            case INNER_RING -> "inside the outer ring, apart from others";
            case RADIUS, PRECISION -> "0 to " + number(unfit, 1) + " metres";
            case HEIGHT -> Height.METRES_MIN + " to " + Height.METRES_MAX + " metres";
            case FLOOR_ABOVE_CEILING -> "not below the lower end";
            case UNTIL_BEFORE_FROM -> "not before the beginning";
            case INSTANT -> Window.FROM_MIN + " to " + Window.UNTIL_MAX;
        };
    }

    private static String detail(Unfit unfit, int place) {
        return unfit.details().get(place);
    }

    // As people write it: neither an exponent nor digits that say nothing.
    private static String number(Unfit unfit, int place) {
        return new BigDecimal(detail(unfit, place)).stripTrailingZeros().toPlainString();
    }
}
