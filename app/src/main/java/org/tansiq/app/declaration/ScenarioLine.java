package org.tansiq.app.declaration;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tansiq.geometry.Fault;
import org.tansiq.geometry.Position;
import org.tansiq.geometry.Reference;
import org.tansiq.geometry.Unfit;

/** One command of a scenario: its time since 00:00:00, its word in upper case, and its arguments. */
record ScenarioLine(long number, Duration at, String command, List<String> arguments) {
    /** Levels up to this are hundreds of feet, higher ones feet. */
    static final double LEVEL_MAX = 999;

    private static final int COMMAND_MAX = 40;
    private static final Pattern BETWEEN = Pattern.compile("\\s*,\\s*|\\s+");
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?");
    private static final Pattern DEGREES =
            Pattern.compile("([NSEWnsew]?)([+-]?)(\\d{1,3}(?:\\.\\d*)?|\\.\\d+)(?:'(\\d{1,2}(?:\\.\\d*)?)"
                    + "(?:'(\\d{1,2}(?:\\.\\d*)?)\"?)?)?'?([NSEWnsew]?)");

    static ScenarioLine of(long number, String text) {
        Matcher stamp = ScenarioLines.STAMP.matcher(text);
        if (!stamp.matches()) throw Faulty.at("", InputFault.LINE_WITHOUT_TIME, Node.shown(text));
        List<String> words = Arrays.asList(BETWEEN.split(stamp.group(4).strip(), -1));
        String command = words.getFirst().toUpperCase(Locale.ROOT);
        boolean trailing = words.size() > 1 && words.getLast().isEmpty();
        List<String> arguments = words.subList(1, words.size() - (trailing ? 1 : 0));
        if (command.isEmpty()) throw Faulty.at("", InputFault.MISSING);
        return new ScenarioLine(number, clock(stamp), command, List.copyOf(arguments));
    }

    /** The command as a kind of skipped things: short, and in characters that show themselves. */
    String kind() {
        return command.length() <= COMMAND_MAX ? Node.shown(command) : Node.shown(command.substring(0, COMMAND_MAX));
    }

    /** The same text whatever stood between the arguments. */
    String normal() {
        return at + " " + command + " " + String.join(",", arguments);
    }

    String argument(int index, String field) {
        if (index < arguments.size() && !arguments.get(index).isEmpty()) return arguments.get(index);
        throw Faulty.at(field, InputFault.MISSING);
    }

    double number(int index, String field) {
        return number(argument(index, field), field);
    }

    /** The latitude and longitude from an argument on. */
    Position position(int index, String field) {
        double lat = degrees(argument(index, field + ".lat"), field + ".lat");
        double lng = degrees(argument(index + 1, field + ".lng"), field + ".lng");
        return Faulty.fit(field, () -> new Position(lat, lng));
    }

    /**
     * A level in feet: {@code FL320} is 32,000 ft; a number up to {@code hundreds} counts hundreds of feet.
     */
    DeclaredHeight level(int index, String field, double hundreds) {
        String text = argument(index, field).toUpperCase(Locale.ROOT);
        boolean named = text.startsWith("FL");
        double value = number(named ? text.substring(2) : text, field);
        boolean level = named || Math.abs(value) <= hundreds;
        return new DeclaredHeight(Reference.FL, level ? Unit.LEVEL : Unit.FEET, value);
    }

    private static Duration clock(Matcher stamp) {
        double seconds = Double.parseDouble(stamp.group(3));
        int minutes = Integer.parseInt(stamp.group(2));
        if (minutes >= 60 || seconds >= 60) throw Faulty.at("", InputFault.NOT_A_TIME, stamp.group(2));
        return Duration.ofHours(Integer.parseInt(stamp.group(1)))
                .plusMinutes(minutes)
                .plusNanos(StrictMath.round(seconds * 1e6) * 1000);
    }

    private static double number(String text, String field) {
        if (!NUMBER.matcher(text).matches()) throw notFinite(text, field);
        double value = Double.parseDouble(text);
        if (!Double.isFinite(value)) throw Faulty.at(field, new Unfit(Fault.NOT_FINITE, value));
        return value;
    }

    private static Faulty notFinite(String text, String field) {
        String plain = text.toUpperCase(Locale.ROOT).replaceFirst("^[+-]", "");
        boolean infinite = plain.equals("NAN") || plain.equals("INF") || plain.equals("INFINITY");
        return infinite
                ? Faulty.at(field, new Unfit(Fault.NOT_FINITE, text))
                : Faulty.at(field, InputFault.NOT_A_NUMBER, Node.shown(text));
    }

    // Degrees, or degrees'minutes'seconds; south and west by a sign or a letter, not both.
    private static double degrees(String text, String field) {
        if (NUMBER.matcher(text).matches()) return number(text, field);
        Matcher parts = DEGREES.matcher(text);
        if (!parts.matches()) throw notAPosition(text, field);
        String letter = (parts.group(1) + parts.group(6)).toUpperCase(Locale.ROOT);
        boolean lat = field.endsWith("lat");
        boolean minus = parts.group(2).equals("-");
        if (letter.length() > 1 || (!letter.isEmpty() && minus)) throw notAPosition(text, field);
        if (!letter.isEmpty() && !(lat ? "NS" : "EW").contains(letter)) throw notAPosition(text, field);
        double minutes = parts.group(4) == null ? 0 : Double.parseDouble(parts.group(4));
        double seconds = parts.group(5) == null ? 0 : Double.parseDouble(parts.group(5));
        if (minutes >= 60 || seconds >= 60) throw notAPosition(text, field);
        double degrees = Double.parseDouble(parts.group(3)) + (minutes * 60 + seconds) / 3600;
        return minus || letter.equals("S") || letter.equals("W") ? -degrees : degrees;
    }

    private static Faulty notAPosition(String text, String field) {
        return switch (text.toUpperCase(Locale.ROOT)) {
            case "NAN", "INF", "-INF", "INFINITY", "-INFINITY" -> notFinite(text, field);
            default -> Faulty.at(field, InputFault.NOT_A_POSITION, Node.shown(text));
        };
    }
}
