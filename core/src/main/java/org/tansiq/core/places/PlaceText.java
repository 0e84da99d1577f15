package org.tansiq.core.places;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tansiq.geometry.Position;

/**
 * A place as people write it: a name, or a distance and a bearing from one; and perhaps behind it, in
 * brackets, which place of that name is meant: {@code 9 km 045 Deir ez-Zor [170794]}. What is in no such form
 * is all a name.
 */
public record PlaceText(String name, Optional<Way> way, Optional<String> pick) {
    public static final double METRES_MAX = 1_000_000;

    private static final double METRES_PER_NM = 1852;
    private static final int CIRCLE = 360;
    private static final Pattern WAY = Pattern.compile(
            "(\\d{1,7}(?:\\.\\d{1,3})?) ?(m|м|م|km|км|كم|nm) (\\d{3})°? (.+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern PICK = Pattern.compile("(.+?) ?\\[(" + Place.ID + ")]");

    /** So many metres, at so many degrees clockwise from true north. */
    public record Way(double metres, double bearing) {
        Position from(Position at) {
            return at.destination(bearing, metres);
        }
    }

    public static PlaceText of(String text) {
        Matcher picked = PICK.matcher(text.strip());
        Optional<String> pick = picked.matches() ? Optional.of(picked.group(2)) : Optional.empty();
        String named = picked.matches() ? picked.group(1) : text.strip();
        Matcher led = WAY.matcher(named);
        if (!led.matches()) return new PlaceText(named, Optional.empty(), pick);
        double metres = Double.parseDouble(led.group(1)) * metres(led.group(2));
        int bearing = Integer.parseInt(led.group(3));
        return metres > METRES_MAX || bearing > CIRCLE
                ? new PlaceText(named, Optional.empty(), pick)
                : new PlaceText(led.group(4), Optional.of(new Way(metres, bearing % CIRCLE)), pick);
    }

    private static double metres(String unit) {
        return switch (unit) {
            case "m", "M", "м", "م" -> 1;
            case "nm", "NM", "Nm", "nM" -> METRES_PER_NM;
            default -> 1000;
        };
    }

    /** The same place, and of those of its name the one that is meant. */
    public static String picked(String text, String id) {
        return PICK.matcher(text.strip()).replaceFirst("$1") + " [" + id + "]";
    }
}
