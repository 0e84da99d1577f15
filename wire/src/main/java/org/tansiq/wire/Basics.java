package org.tansiq.wire;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.tansiq.core.Hash;
import org.tansiq.core.Malformed;
import org.tansiq.core.Names;
import org.tansiq.core.Status;
import org.tansiq.core.Unsound;
import org.tansiq.core.VerifierKey;
import org.tansiq.core.Wording;
import org.tansiq.geometry.Band;
import org.tansiq.geometry.Fault;
import org.tansiq.geometry.Ground;
import org.tansiq.geometry.Height;
import org.tansiq.geometry.Position;
import org.tansiq.geometry.Reference;
import org.tansiq.geometry.Unfit;
import org.tansiq.ledger.TimeText;
import org.tansiq.ledger.VKey;

/**
 * The forms of what every room uses. Times are UTC with six decimals; positions are [latitude, longitude] in
 * degrees.
 */
final class Basics {
    static final Codec<String> TEXT = Codec.of(Json.Text::new, Basics::text);
    static final Codec<Boolean> TRUTH = Codec.of(Json.Truth::new, Basics::truth);
    static final Codec<Long> WHOLE = Codec.of(value -> new Json.Digits(Long.toString(value)), Basics::whole);
    static final Codec<Integer> SMALL = Codec.by(WHOLE, Integer::longValue, Basics::small);
    static final Codec<Double> DEGREES = Codec.of(value -> new Json.Digits(plain(value)), Basics::degrees);
    static final Codec<Hash> HASH = Codec.by(TEXT, Hash::text, Basics::hash);
    static final Codec<VerifierKey> VKEY = Codec.by(TEXT, VKey::write, VKey::parse);
    static final Codec<Long> TIME = Codec.by(TEXT, TimeText::write, text -> TimeText.parse("", text));
    static final Codec<Status> STATUS = Codec.word(Status.values());
    static final Codec<Names> NAMES = Codec.fields(
            (names, to) ->
                    to.put("en", TEXT, names.en()).put("ar", TEXT, names.ar()).put("ru", TEXT, names.ru()),
            from -> new Names(from.get("en", TEXT), from.get("ar", TEXT), from.get("ru", TEXT)));
    static final Codec<String> LINE = Codec.by(TEXT, text -> text, text -> Wording.line("", text, Wording.LINE_MAX));
    static final Codec<Position> POSITION =
            Codec.by(Codec.list(DEGREES, 2), at -> List.of(at.lat(), at.lng()), Basics::position);
    private static final Codec<Reference> REFERENCE = Codec.word(Reference.values());
    static final Codec<Height> HEIGHT = Codec.fields(
            (height, to) ->
                    to.put("reference", REFERENCE, height.reference()).put("millimetres", WHOLE, height.millimetres()),
            from -> height(from.get("reference", REFERENCE), from.get("millimetres", WHOLE)));
    static final Codec<Ground> GROUND = Codec.fields(
            (ground, to) -> to.put("lowestMillimetres", WHOLE, ground.lowest())
                    .put("highestMillimetres", WHOLE, ground.highest()),
            from -> ground(from.get("lowestMillimetres", WHOLE), from.get("highestMillimetres", WHOLE)));
    static final Codec<Band> BAND = Codec.fields(
            (band, to) -> to.maybe("floor", HEIGHT, band.floor())
                    .maybe("ceiling", HEIGHT, band.ceiling())
                    .maybe("ground", GROUND, known(band.ground())),
            from -> band(
                    from.maybe("floor", HEIGHT),
                    from.maybe("ceiling", HEIGHT),
                    from.maybe("ground", GROUND).orElse(Ground.UNKNOWN)));

    private Basics() {}

    private static String text(Json json) {
        if (json instanceof Json.Text text) return text.value();
        throw new Malformed("", json.text(), "a text");
    }

    private static boolean truth(Json json) {
        if (json instanceof Json.Truth truth) return truth.value();
        throw new Malformed("", json.text(), "true or false");
    }

    private static long whole(Json json) {
        if (!(json instanceof Json.Digits number) || !number.isWhole())
            throw new Malformed("", json.text(), "a whole number");
        try {
            return Long.parseLong(number.digits());
        } catch (NumberFormatException _) {
            throw new Malformed("", number.digits(), "at most 63 bits");
        }
    }

    private static int small(long value) {
        if (value != (int) value) throw new Malformed("", "" + value, "at most 31 bits");
        return (int) value;
    }

    private static double degrees(Json json) {
        if (!(json instanceof Json.Digits number)) throw new Malformed("", json.text(), "degrees");
        double value = Double.parseDouble(number.digits()) + 0.0; // No -0.0: it would not be written so again.
        boolean fits = isUsual(value) || (Double.isFinite(value) && plain(value).length() <= Json.NUMBER_MAX);
        if (!fits) throw new Malformed("", number.digits(), "at most " + Json.NUMBER_MAX + " characters");
        return value;
    }

    // What Double.toString writes without an exponent, in 24 characters at most.
    private static boolean isUsual(double value) {
        double size = Math.abs(value);
        return size == 0 || (size >= 1e-3 && size < 1e7);
    }

    // The shortest digits that read back as the same number, without an exponent.
    private static String plain(double value) {
        String digits = Double.toString(value + 0.0);
        return digits.indexOf('E') < 0 ? digits : new BigDecimal(digits).toPlainString();
    }

    private static Hash hash(String text) {
        return Hash.parse(text).orElseThrow(() -> new Malformed("", text, "base64 of 32 bytes"));
    }

    private static Position position(List<Double> pair) {
        if (pair.size() != 2) throw new Malformed("", pair.size() + " numbers", "latitude and longitude");
        return position(pair.get(0), pair.get(1), "[0]", "[1]");
    }

    /** A position by its latitude and longitude, and how the fields are called in which these stand. */
    static Position position(double lat, double lng, String latField, String lngField) {
        try {
            return new Position(lat, lng);
        } catch (Unfit unfit) {
            throw Unsound.in(unfit.fault() == Fault.LATITUDE ? latField : lngField, unfit);
        }
    }

    private static Height height(Reference reference, long millimetres) {
        return fit("millimetres", millimetres, () -> new Height(reference, millimetres));
    }

    // The lowest is sound alone; so what is wrong after that is the highest.
    private static Ground ground(long lowest, long highest) {
        fit("lowestMillimetres", lowest, () -> new Ground(lowest, lowest));
        return fit("highestMillimetres", highest, () -> new Ground(lowest, highest));
    }

    private static Band band(Optional<Height> floor, Optional<Height> ceiling, Ground ground) {
        long top = ceiling.map(Height::millimetres).orElse(0L);
        return fit("ceiling.millimetres", top, () -> new Band(floor, ceiling, ground));
    }

    private static Optional<Ground> known(Ground ground) {
        return Optional.of(ground).filter(g -> !g.equals(Ground.UNKNOWN));
    }

    // What stood in the field is told as it stood there; geometry would name it in metres.
    private static <T> T fit(String field, long millimetres, Supplier<T> made) {
        try {
            return made.get();
        } catch (Unfit unfit) {
            throw new Malformed(field, "" + millimetres, Unsound.limit(unfit));
        }
    }
}
