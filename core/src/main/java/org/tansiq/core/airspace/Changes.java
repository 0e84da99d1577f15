package org.tansiq.core.airspace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.tansiq.core.Malformed;
import org.tansiq.geometry.Band;
import org.tansiq.geometry.Box;
import org.tansiq.geometry.Footprint;
import org.tansiq.geometry.Height;
import org.tansiq.geometry.Unfit;
import org.tansiq.geometry.Verdict;
import org.tansiq.geometry.Window;

/**
 * What a declaration would be with one change, worked out of nothing but the declaration and what its own
 * side was told of a conflict: who sees both can work it out alone.
 *
 * <p>A time moves the windows that are told to meet, a height the volumes that may, a side gives up what
 * these volumes have on the other sides of the box told.
 */
public final class Changes {
    private static final long MINUTE = 60 * Margins.MICROS;
    private static final double KM2 = 1e6;

    private final Declaration own;
    private final ConflictView view;
    private final long at;
    private final List<Overlap> ahead;

    /** The view MUST be of this declaration. */
    public Changes(Declaration own, ConflictView view, long at) {
        this.own = own;
        this.view = view;
        this.at = at;
        this.ahead = view.overlaps().stream().filter(o -> !o.over(at)).toList();
    }

    /** The envelope as changed, which windows differ by number, and how many km2 are given up. */
    public record Changed(Envelope envelope, List<Integer> windows, long km2) {
        public Changed {
            windows = List.copyOf(windows);
        }
    }

    /**
     * Nothing where the change makes no declaration: its window would begin in the past or is in use, its
     * heights end below 0, nothing of its area is left.
     */
    public Optional<Changed> with(Change change) {
        if (ahead.isEmpty()) return Optional.empty();
        try {
            if (change.kind().ofTime()) return moved(change);
            return change.kind().ofHeight() ? raised(change) : trimmed(change);
        } catch (Malformed | Unfit unsound) {
            return Optional.empty();
        }
    }

    private Optional<Changed> moved(Change change) {
        long by = change.amount() * MINUTE * (change.kind() == Change.Kind.LATER ? 1 : -1);
        TreeSet<Integer> meeting = new TreeSet<>();
        for (Overlap overlap : ahead) meeting.add(overlap.own());
        List<WindowDraft> drafts = new ArrayList<>();
        for (DeclaredWindow window : own.standing(at)) {
            boolean moves = meeting.contains(window.number());
            Window after = moves ? moved(window.window(), by) : window.window();
            if (moves && (window.recorded() == WindowState.ACTIVATED || after.from() < at)) return Optional.empty();
            drafts.add(new WindowDraft(Optional.of(window.number()), after));
        }
        return Optional.of(new Changed(new Envelope(own.plan(), drafts), List.copyOf(meeting), 0));
    }

    private static Window moved(Window window, long by) {
        return new Window(
                window.from() + by, window.until() == Window.OPEN_UNTIL ? Window.OPEN_UNTIL : window.until() + by);
    }

    private Optional<Changed> raised(Change change) {
        long by = change.amount() * 1000L * (change.kind() == Change.Kind.HIGHER ? 1 : -1);
        List<DeclaredVolume> volumes = new ArrayList<>();
        for (DeclaredVolume volume : own.plan().volumes()) {
            if (!told(volume)) volumes.add(volume);
            else if (open(volume.band()) || below(volume.band(), by)) return Optional.empty();
            else volumes.add(new DeclaredVolume(volume.outline(), raised(volume.band(), by), volume.during()));
        }
        return changed(volumes, 0);
    }

    private static boolean open(Band band) {
        return band.floor().isEmpty() && band.ceiling().isEmpty();
    }

    private static boolean below(Band band, long by) {
        return by < 0
                && band.floor()
                        .or(band::ceiling)
                        .filter(h -> h.millimetres() + by < 0)
                        .isPresent();
    }

    private static Band raised(Band band, long by) {
        return new Band(
                band.floor().map(h -> new Height(h.reference(), h.millimetres() + by)),
                band.ceiling().map(h -> new Height(h.reference(), h.millimetres() + by)),
                band.ground());
    }

    private Optional<Changed> trimmed(Change change) {
        Box box = ahead.stream().map(Overlap::box).reduce(Box::joined).orElseThrow();
        List<DeclaredVolume> volumes = new ArrayList<>();
        double before = 0;
        double after = 0;
        for (DeclaredVolume volume : own.plan().volumes()) {
            List<Outline> left = told(volume)
                    ? Trim.of(
                            volume.outline(), change.kind(), box, view.margins().halfMetres())
                    : List.of(volume.outline());
            before += VolumeTime.area(volume.outline());
            for (Outline outline : left) {
                after += VolumeTime.area(outline);
                volumes.add(new DeclaredVolume(outline, volume.band(), volume.during()));
            }
        }
        return changed(volumes, (long) StrictMath.ceil(Math.max(0, before - after) / KM2));
    }

    // Another plan is so in every window.
    private Optional<Changed> changed(List<DeclaredVolume> volumes, long km2) {
        if (volumes.isEmpty() || volumes.equals(own.plan().volumes())) return Optional.empty();
        List<Integer> all =
                own.standing(at).stream().map(DeclaredWindow::number).toList();
        Plan plan = new Plan(
                own.plan().place(), own.plan().desk(), volumes, own.plan().minus());
        return Optional.of(new Changed(new Envelope(plan, own.envelope(at).windows()), all, km2));
    }

    // Whether it may be one of the volumes that are told to meet.
    private boolean told(DeclaredVolume volume) {
        Band band = volume.band().widened(view.margins().halfMillimetres());
        Box box = Box.of(wide(volume.outline()), wide(volume.outline()), Rounding.METRES);
        return ahead.stream()
                .anyMatch(o -> o.band().meets(band) != Verdict.CLEAR && o.box().meets(box));
    }

    private Footprint wide(Outline outline) {
        double half = view.margins().halfMetres();
        return half == 0 ? outline.footprint() : outline.footprint().buffered(half);
    }
}
