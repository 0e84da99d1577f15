package org.tansiq.bench.record;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tansiq.bench.Volumes;
import org.tansiq.core.Command;
import org.tansiq.core.airspace.AirspaceCommand;
import org.tansiq.core.airspace.DeclaredVolume;
import org.tansiq.core.airspace.Details;
import org.tansiq.core.airspace.Envelope;
import org.tansiq.core.airspace.Outline;
import org.tansiq.core.airspace.Plan;
import org.tansiq.core.airspace.WindowDraft;
import org.tansiq.core.party.DeskId;
import org.tansiq.geometry.Footprint;
import org.tansiq.geometry.Position;
import org.tansiq.geometry.Volume;
import org.tansiq.geometry.Window;

/** The workload TSQ-W as declarations, one volume and one window each, from tomorrow on. */
public final class Plans {
    public static final long DAY = 86_400_000_000L;
    private static final double NINE_DIGITS = 1e9;

    private Plans() {}

    /** So many declarations of a week, as dense as a million in the whole region. */
    public static List<Command> week(int count, long now) {
        return Volumes.week(count).parallelStream()
                .map(volume -> declared(volume, List.of(later(volume.window(), now))))
                .toList();
    }

    /** One volume in so many windows, an hour each, every two hours. */
    static Command often(Volume volume, int windows, long now) {
        return declared(
                volume,
                IntStream.range(0, windows)
                        .mapToObj(i -> new Window(now + DAY + i * DAY / 12, now + DAY + i * DAY / 12 + DAY / 24))
                        .toList());
    }

    /** A volume in these windows, as the air desk says it. */
    public static Command declared(Volume volume, List<Window> windows) {
        Footprint footprint = volume.footprint();
        Outline outline = new Outline(
                footprint.core().kind(),
                footprint.core().positions().stream()
                        .map(part -> part.stream().map(Plans::written).toList())
                        .toList(),
                footprint.radius(),
                0);
        Plan plan = new Plan(
                Optional.empty(),
                new DeskId("air"),
                List.of(new DeclaredVolume(outline, volume.band(), Optional.empty())),
                List.of());
        List<WindowDraft> drafts =
                windows.stream().map(w -> new WindowDraft(Optional.empty(), w)).toList();
        Details details = new Details(
                "flight",
                Optional.of(Details.Use.TRANSIT),
                Optional.of(Details.Craft.UNMANNED),
                Optional.of(1),
                Optional.empty());
        return new AirspaceCommand.Declare(new Envelope(plan, drafts), details);
    }

    private static Position written(Position at) {
        return new Position(
                Math.rint(at.lat() * NINE_DIGITS) / NINE_DIGITS, Math.rint(at.lng() * NINE_DIGITS) / NINE_DIGITS);
    }

    // What would be over before it is said stands until further notice.
    private static Window later(Window window, long now) {
        long by = now + DAY - Volumes.START;
        boolean open = window.until() == Window.OPEN_UNTIL || window.until() + by < now + DAY;
        return new Window(window.from() + by, open ? Window.OPEN_UNTIL : window.until() + by);
    }
}
