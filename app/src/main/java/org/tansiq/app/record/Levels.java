package org.tansiq.app.record;

import java.util.Locale;
import java.util.Optional;
import org.tansiq.app.words.Messages;
import org.tansiq.app.words.Phrase;
import org.tansiq.geometry.Band;
import org.tansiq.geometry.Height;
import org.tansiq.geometry.Reference;

/** Says the heights of a record: in metres with feet beside them, pressure levels as levels. */
record Levels(Messages messages) {
    private static final double MILLIMETRES_PER_FOOT = 304.8;
    private static final double FEET_PER_LEVEL = 100;

    Phrase band(Band band) {
        Optional<Phrase> floor = band.floor().map(h -> height(h, -1));
        Optional<Phrase> ceiling = band.ceiling().map(h -> height(h, 1));
        if (floor.isEmpty() && ceiling.isEmpty()) return messages.say("heights.all");
        if (ceiling.isEmpty()) return messages.say("heights.from", "floor", floor.orElseThrow());
        if (floor.isEmpty()) return messages.say("heights.to", "ceiling", ceiling.get());
        return messages.say("heights.span", "floor", floor.get(), "ceiling", ceiling.get());
    }

    // A floor is rounded down, a ceiling up.
    private Phrase height(Height height, int outward) {
        double feet = height.millimetres() / MILLIMETRES_PER_FOOT;
        if (height.reference() == Reference.AGL && height.millimetres() == 0) return messages.say("height.ground");
        if (height.reference() == Reference.FL) {
            double level = outward * StrictMath.ceil(outward * feet / FEET_PER_LEVEL - 1e-3);
            return messages.say("height.level", "value", messages.name(String.format(Locale.ROOT, "%03.0f", level)));
        }
        Phrase both = both(height.millimetres(), (long) (outward * StrictMath.ceil(outward * feet - 1e-3)));
        return messages.say("height." + height.reference().name().toLowerCase(Locale.ROOT), "value", both);
    }

    /** So many metres more or less; in feet no less than that. */
    Phrase difference(long metres) {
        long millimetres = 1000 * metres;
        return both(millimetres, (long) StrictMath.ceil(millimetres / MILLIMETRES_PER_FOOT));
    }

    private Phrase both(long millimetres, long feet) {
        Phrase metres = messages.say("unit.m", "value", messages.decimal(millimetres / 1000.0, 1));
        return messages.say("height.both", "metres", metres, "feet", messages.say("unit.ft", "n", feet));
    }
}
