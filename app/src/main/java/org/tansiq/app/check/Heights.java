package org.tansiq.app.check;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.tansiq.app.declaration.DeclaredHeight;
import org.tansiq.app.declaration.Part;
import org.tansiq.app.declaration.Unit;
import org.tansiq.app.words.Messages;
import org.tansiq.app.words.Phrase;
import org.tansiq.geometry.Height;
import org.tansiq.geometry.Reference;

/** Says heights in the units in which they were declared. */
record Heights(Messages messages) {
    private static final double MILLIMETRES_PER_FOOT = 304.8;
    private static final double FEET_PER_LEVEL = 100;

    /** What a conflict spans, each end as the side that it comes from declared it. */
    Phrase shared(Conflict c) {
        Optional<Phrase> floor = c.band().floor().map(h -> height(declared(h, c)));
        Optional<Phrase> ceiling = c.band().ceiling().map(h -> height(declared(h, c)));
        if (floor.isEmpty() && ceiling.isEmpty()) return messages.say("heights.all");
        if (ceiling.isEmpty()) return messages.say("heights.from", "floor", floor.orElseThrow());
        if (floor.isEmpty()) return messages.say("heights.to", "ceiling", ceiling.get());
        return floor.equals(ceiling)
                ? messages.say("heights.one", "height", floor.get())
                : messages.say("heights.span", "floor", floor.get(), "ceiling", ceiling.get());
    }

    /** How high the shared heights are, where both ends have one reference. */
    Optional<Phrase> thickness(Conflict c) {
        Optional<Height> floor = c.band().floor();
        Optional<Height> ceiling = c.band().ceiling();
        if (floor.isEmpty() || ceiling.isEmpty()) return Optional.empty();
        long millimetres = ceiling.get().millimetres() - floor.get().millimetres();
        boolean one = floor.get().reference() == ceiling.get().reference();
        if (!one || millimetres <= 0) return Optional.empty();
        Unit unit = declared(ceiling.get(), c).unit();
        return Optional.of(
                unit == Unit.METRES
                        ? messages.say("unit.m", "value", messages.decimal(millimetres / 1000.0, 0))
                        : messages.say("unit.ft", "n", Math.round(millimetres / MILLIMETRES_PER_FOOT)));
    }

    Phrase height(DeclaredHeight h) {
        if (h.reference() == Reference.AGL && h.value() == 0) return messages.say("height.ground");
        if (h.unit() == Unit.LEVEL)
            return messages.say(
                    "height.level", "value", messages.name(String.format(Locale.ROOT, "%03.0f", h.value())));
        Phrase value = h.unit() == Unit.FEET
                ? messages.say("unit.ft", "n", Math.round(h.value()))
                : messages.say("unit.m", "value", messages.decimal(h.value(), 1));
        return messages.say("height." + h.reference().name().toLowerCase(Locale.ROOT), "value", value);
    }

    /** A height as it was declared, or else in the unit in which its reference was. */
    static DeclaredHeight declared(Height height, Conflict c) {
        return Stream.of(c.a().part(), c.b().part())
                .flatMap(Heights::ends)
                .filter(h -> h.reference() == height.reference())
                .reduce((first, next) -> nearer(first, next, height))
                .map(h -> converted(height, h))
                .orElse(new DeclaredHeight(height.reference(), Unit.METRES, height.millimetres() / 1000.0));
    }

    private static Stream<DeclaredHeight> ends(Part part) {
        return Stream.of(part.floor(), part.ceiling()).flatMap(Optional::stream);
    }

    private static DeclaredHeight nearer(DeclaredHeight first, DeclaredHeight next, Height height) {
        return off(next, height) < off(first, height) ? next : first;
    }

    private static DeclaredHeight converted(Height height, DeclaredHeight like) {
        if (off(like, height) <= 1) return like;
        double value = height.millimetres() / millimetres(like.unit());
        boolean whole = like.unit() != Unit.METRES;
        return new DeclaredHeight(height.reference(), like.unit(), whole ? Math.rint(value) : value);
    }

    private static double off(DeclaredHeight h, Height height) {
        return Math.abs(h.value() * millimetres(h.unit()) - height.millimetres());
    }

    private static double millimetres(Unit unit) {
        return switch (unit) {
            case METRES -> 1000;
            case FEET -> MILLIMETRES_PER_FOOT;
            case LEVEL -> MILLIMETRES_PER_FOOT * FEET_PER_LEVEL;
        };
    }
}
