package org.tansiq.app.airspace;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tansiq.app.check.Complaint;
import org.tansiq.core.airspace.DeclaredVolume;
import org.tansiq.core.airspace.Envelope;
import org.tansiq.core.airspace.Outline;
import org.tansiq.core.airspace.Plan;
import org.tansiq.core.airspace.WindowDraft;
import org.tansiq.core.party.DeskId;
import org.tansiq.geometry.Band;
import org.tansiq.geometry.Core;
import org.tansiq.geometry.Ground;
import org.tansiq.geometry.Height;
import org.tansiq.geometry.Position;
import org.tansiq.geometry.Reference;
import org.tansiq.geometry.Unfit;
import org.tansiq.geometry.Window;
import picocli.CommandLine.Option;

/** The short form for what cannot wait: a position with a radius, heights, from now on for half an hour. */
final class Flash {
    static final int MINUTES_MAX = 24 * 60;

    private static final long MINUTE = 60_000_000L;
    private static final double METRES_PER_NM = 1852;
    private static final Pattern POSITION = Pattern.compile(
            "(-?\\d{1,2}(?:\\.\\d{1,12})?)\\s*([NS]?)\\s*[, ]\\s*(-?\\d{1,3}(?:\\.\\d{1,12})?)\\s*([EW]?)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern RADIUS =
            Pattern.compile("(\\d{1,7}(?:\\.\\d{1,6})?)\\s*(m|km|NM)", Pattern.CASE_INSENSITIVE);
    private static final Pattern HEIGHT =
            Pattern.compile("(-?\\d{1,6})\\s*(m|ft)\\s*(AMSL|AGL|W84)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern LEVEL = Pattern.compile("FL\\s*(\\d{1,3})", Pattern.CASE_INSENSITIVE);

    @Option(names = "--flash", descriptionKey = "help.flash")
    boolean flash;

    @Option(names = "--position", paramLabel = "LAT,LNG", descriptionKey = "help.at")
    Optional<String> at = Optional.empty();

    @Option(names = "--radius", paramLabel = "5km", descriptionKey = "help.radius")
    Optional<String> radius = Optional.empty();

    @Option(names = "--floor", paramLabel = "FL100", descriptionKey = "help.floor")
    Optional<String> floor = Optional.empty();

    @Option(names = "--ceiling", paramLabel = "FL140", descriptionKey = "help.ceiling")
    Optional<String> ceiling = Optional.empty();

    @Option(names = "--minutes", descriptionKey = "help.minutes")
    int minutes = 30;

    @Option(names = "--place", descriptionKey = "help.place")
    Optional<String> place = Optional.empty();

    Envelope envelope(DeskId desk, long now) {
        if (minutes < 1 || minutes > MINUTES_MAX)
            throw new Complaint(
                    "option.number", "option", "--minutes", "value", minutes, "least", 1, "limit", MINUTES_MAX);
        Outline outline = fit(
                wanted("--radius", radius),
                () -> new Outline(Core.Kind.SPOT, List.of(List.of(position(wanted("--position", at)))), metres(), 0));
        DeclaredVolume volume = new DeclaredVolume(outline, band(), Optional.empty());
        Window window = new Window(now, now + minutes * MINUTE);
        return new Envelope(
                new Plan(place, desk, List.of(volume), List.of()), List.of(new WindowDraft(Optional.empty(), window)));
    }

    private static String wanted(String option, Optional<String> given) {
        return given.orElseThrow(() -> new Complaint("option.missing", "value", option));
    }

    private static Position position(String text) {
        Matcher found = POSITION.matcher(text.strip());
        if (!found.matches()) throw wrong("--position", text, "34.55,38.28");
        double lat = signed(found.group(1), found.group(2), "S");
        double lng = signed(found.group(3), found.group(4), "W");
        return fit(text, () -> new Position(lat, lng));
    }

    private static double signed(String digits, String side, String negative) {
        double value = Double.parseDouble(digits);
        return side.equalsIgnoreCase(negative) ? -value + 0.0 : value + 0.0;
    }

    private double metres() {
        String text = wanted("--radius", radius);
        Matcher found = RADIUS.matcher(text.strip());
        if (!found.matches()) throw wrong("--radius", text, "800m, 5km, 3NM");
        double value = Double.parseDouble(found.group(1));
        return switch (found.group(2).toLowerCase(Locale.ROOT)) {
            case "m" -> value;
            case "km" -> value * 1000;
            default -> value * METRES_PER_NM;
        };
    }

    private Band band() {
        return fit(
                ceiling.orElse(""),
                () -> new Band(
                        floor.map(text -> height("--floor", text, /* low= */ true)),
                        ceiling.map(text -> height("--ceiling", text, /* low= */ false)),
                        Ground.UNKNOWN));
    }

    private static Height height(String option, String text, boolean low) {
        Matcher level = LEVEL.matcher(text.strip());
        if (level.matches()) {
            long feet = 100 * Long.parseLong(level.group(1));
            return low ? Height.floorFeet(Reference.FL, feet) : Height.ceilingFeet(Reference.FL, feet);
        }
        Matcher found = HEIGHT.matcher(text.strip());
        if (!found.matches()) throw wrong(option, text, "FL120, 3000m AMSL, 9000ft, 120m AGL");
        Reference reference = found.group(3) == null
                ? Reference.AMSL
                : Reference.valueOf(found.group(3).toUpperCase(Locale.ROOT));
        long value = Long.parseLong(found.group(1));
        boolean feet = found.group(2).equalsIgnoreCase("ft");
        return fit(text, () -> {
            if (feet) return low ? Height.floorFeet(reference, value) : Height.ceilingFeet(reference, value);
            return low ? Height.floor(reference, (double) value) : Height.ceiling(reference, (double) value);
        });
    }

    private static <T> T fit(String text, java.util.function.Supplier<T> made) {
        try {
            return made.get();
        } catch (Unfit unfit) {
            String what = unfit.fault().name().toLowerCase(Locale.ROOT).replace('_', '-');
            List<String> details = unfit.details();
            throw new Complaint(
                    "fault." + what,
                    "value",
                    details.isEmpty() ? text : details.getFirst(),
                    "limit",
                    details.size() < 2 ? "" : details.get(1));
        }
    }

    private static Complaint wrong(String option, String text, String of) {
        return new Complaint("option.one-of", "option", option, "value", text, "of", of);
    }
}
