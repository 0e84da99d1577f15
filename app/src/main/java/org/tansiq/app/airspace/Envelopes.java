package org.tansiq.app.airspace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.tansiq.app.check.Complaint;
import org.tansiq.app.declaration.Declaration;
import org.tansiq.app.declaration.Part;
import org.tansiq.core.Malformed;
import org.tansiq.core.airspace.Cutout;
import org.tansiq.core.airspace.DeclaredVolume;
import org.tansiq.core.airspace.Envelope;
import org.tansiq.core.airspace.Outline;
import org.tansiq.core.airspace.Plan;
import org.tansiq.core.airspace.Span;
import org.tansiq.core.airspace.WindowDraft;
import org.tansiq.core.party.DeskId;
import org.tansiq.geometry.Footprint;
import org.tansiq.geometry.Position;
import org.tansiq.geometry.Volume;
import org.tansiq.geometry.Window;

/**
 * What a file declares, as the envelope that is signed.
 *
 * <p>Where all parts have the same windows, these are the declaration's. Where each volume has one of its
 * own, as the legs of something that moves, there is one window from the first moment to the last, and each
 * volume is held for its part of it. Positions are written to a tenth of a millimetre.
 */
public final class Envelopes {
    private static final double NINE_DIGITS = 1e9;

    private final Declaration declaration;
    private final DeskId desk;
    private final long now;

    private Envelopes(Declaration declaration, DeskId desk, long now) {
        this.declaration = declaration;
        this.desk = desk;
        this.now = now;
    }

    /** A window without a beginning begins {@code now}, in microseconds since 1970. */
    public static Envelope of(Declaration declaration, DeskId desk, long now) {
        try {
            return new Envelopes(declaration, desk, now).envelope();
        } catch (Malformed bad) {
            throw new Complaint(
                    "declare.unfit",
                    "name",
                    declaration.name(),
                    "field",
                    bad.field(),
                    "value",
                    bad.value(),
                    "limit",
                    bad.limit());
        }
    }

    private Envelope envelope() {
        List<Part> parts = declaration.parts();
        List<Window> common = windows(parts.getFirst());
        boolean same = parts.stream().allMatch(part -> windows(part).equals(common) && everyTime(part, common.size()));
        return same ? often(common) : once();
    }

    private static List<Window> windows(Part part) {
        return List.copyOf(
                new LinkedHashSet<>(part.volumes().stream().map(Volume::window).toList()));
    }

    // Each footprint in each window, and so as many volumes.
    private static boolean everyTime(Part part, int windows) {
        return part.volumes().size() == footprints(part).size() * windows;
    }

    private static List<Footprint> footprints(Part part) {
        return List.copyOf(new LinkedHashSet<>(
                part.volumes().stream().map(Volume::footprint).toList()));
    }

    private Envelope often(List<Window> windows) {
        List<DeclaredVolume> volumes = new ArrayList<>();
        for (Part part : declaration.parts())
            for (Footprint footprint : footprints(part))
                volumes.add(new DeclaredVolume(
                        outline(footprint), part.volumes().getFirst().band(), Optional.empty()));
        return new Envelope(
                plan(volumes),
                windows.stream()
                        .map(this::begun)
                        .sorted(Comparator.comparingLong(Window::from))
                        .map(Envelopes::draft)
                        .toList());
    }

    private Envelope once() {
        List<Volume> all = declaration.parts().stream()
                .flatMap(part -> part.volumes().stream())
                .toList();
        for (Part part : declaration.parts())
            if (footprints(part).size() < part.volumes().size() && windows(part).size() > 1)
                throw new Complaint("declare.windows-differ", "name", declaration.name());
        Window whole = all.stream()
                .map(Volume::window)
                .map(this::begun)
                .reduce(Window::joined)
                .orElseThrow();
        List<DeclaredVolume> volumes = all.stream()
                .map(volume -> new DeclaredVolume(
                        outline(volume.footprint()), volume.band(), during(begun(volume.window()), whole)))
                .toList();
        return new Envelope(plan(volumes), List.of(draft(whole)));
    }

    private static Optional<Span> during(Window part, Window whole) {
        if (part.equals(whole)) return Optional.empty();
        long until = part.until() == Window.OPEN_UNTIL ? Long.MAX_VALUE / 2 : part.until() - whole.from();
        return Optional.of(new Span(part.from() - whole.from(), until));
    }

    private Window begun(Window window) {
        return window.from() == Window.OPEN_FROM ? new Window(now, window.until()) : window;
    }

    private static WindowDraft draft(Window window) {
        return new WindowDraft(Optional.empty(), window);
    }

    private Plan plan(List<DeclaredVolume> volumes) {
        List<Cutout> minus = declaration.parts().getFirst().minus().stream()
                .map(cut -> new Cutout(outline(cut.footprint()), cut.band(), cut.window()))
                .toList();
        return new Plan(declaration.place(), desk, volumes, minus);
    }

    static Outline outline(Footprint footprint) {
        List<List<Position>> written = footprint.core().positions().stream()
                .map(part -> part.stream().map(Envelopes::written).toList())
                .toList();
        return new Outline(footprint.core().kind(), written, footprint.radius(), footprint.precision());
    }

    private static Position written(Position at) {
        return new Position(rounded(at.lat()), rounded(at.lng()));
    }

    private static double rounded(double degrees) {
        return Math.rint(degrees * NINE_DIGITS) / NINE_DIGITS + 0.0;
    }
}
