package org.tansiq.app.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.tansiq.app.words.Messages;
import org.tansiq.app.words.Phrase;
import org.tansiq.geometry.Position;

/** Says lengths, areas, spans of time and positions. */
public record Measures(Messages messages) {
    private static final double KILOMETRE = 1000;
    private static final double SQUARE_KILOMETRE = 1_000_000;
    private static final long KM3_HOUR = 1_000_000;
    private static final long KM3_HOURS_WHOLE = 1000;

    public Phrase length(double metres) {
        return metres < KILOMETRE
                ? messages.say("unit.m", "value", messages.threeDigits(metres))
                : messages.say("unit.km", "value", messages.threeDigits(metres / KILOMETRE));
    }

    Phrase area(double squareMetres) {
        return squareMetres < SQUARE_KILOMETRE / 100
                ? messages.say("unit.m2", "value", messages.threeDigits(squareMetres))
                : messages.say("unit.km2", "value", messages.threeDigits(squareMetres / SQUARE_KILOMETRE));
    }

    /** Volume for a time, given in thousands of cubic metres times hours. What is large is rounded up. */
    public Phrase volumeTime(long thousands) {
        boolean whole = thousands >= KM3_HOURS_WHOLE * KM3_HOUR;
        Phrase value = whole
                ? messages.count(Math.ceilDiv(thousands, KM3_HOUR))
                : messages.threeDigits((double) thousands / KM3_HOUR);
        return messages.say("unit.km3h", "value", value);
    }

    /** Its two largest units. */
    public Phrase span(Duration span) {
        return span("unit", span);
    }

    /** The same after a word like "by", where a language has another form for it. */
    Phrase by(Clearing clearing) {
        return switch (clearing.step()) {
            case FEET -> messages.say("unit.ft", "n", clearing.amount());
            case METRES -> messages.say("unit.m", "value", clearing.amount());
            case MINUTES -> span("by", Duration.ofMinutes(clearing.amount()));
        };
    }

    /** A place by its degrees and hemispheres. What rounds to 0 is north and east. */
    public Phrase position(Position p) {
        Phrase lat = degrees(p.lat(), "place.north", "place.south");
        return messages.say("place.position", "lat", lat, "lng", degrees(p.lng(), "place.east", "place.west"));
    }

    private Phrase degrees(double value, String above, String below) {
        Phrase shown = messages.decimal(Math.abs(value), 3);
        boolean zero = shown.equals(messages.decimal(0, 3));
        return messages.say(value < 0 && !zero ? below : above, "degrees", shown);
    }

    private Phrase span(String form, Duration span) {
        List<Phrase> units = new ArrayList<>();
        add(units, form + ".day", span.toDays());
        add(units, form + ".hour", span.toHoursPart());
        add(units, form + ".minute", span.toMinutesPart());
        add(units, form + ".second", span.toSecondsPart());
        if (units.isEmpty()) return messages.say(form + ".second", "n", 0);
        return messages.both(units.subList(0, Math.min(2, units.size())));
    }

    private void add(List<Phrase> units, String key, long n) {
        if (n > 0) units.add(messages.say(key, "n", n));
    }
}
