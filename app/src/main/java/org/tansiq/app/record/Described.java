package org.tansiq.app.record;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tansiq.app.check.Measures;
import org.tansiq.app.check.Times;
import org.tansiq.app.words.Messages;
import org.tansiq.app.words.Phrase;
import org.tansiq.core.airspace.Declaration;
import org.tansiq.core.airspace.DeclaredVolume;
import org.tansiq.core.airspace.DeclaredWindow;
import org.tansiq.core.airspace.Outline;
import org.tansiq.core.airspace.Plan;
import org.tansiq.core.airspace.WindowState;
import org.tansiq.geometry.Position;

/** Says what somebody declared, to its own party. */
public record Described(Messages messages, Times times, Measures measures) {
    /** Volumes, or windows, that are said one by one; of more only how many. */
    public static final int SAID_MAX = 20;

    public Described(Moments moments) {
        this(
                moments.messages(),
                new Times(moments.messages(), Optional.of(moments.zone()).filter(zone -> !zone.equals(ZoneOffset.UTC))),
                new Measures(moments.messages()));
    }

    /** Place, and each volume. */
    public List<Phrase> plan(Plan plan) {
        List<Phrase> lines = new ArrayList<>();
        plan.place().ifPresent(place -> lines.add(messages.say("described.place", "place", place)));
        for (int i = 0; i < Math.min(SAID_MAX, plan.volumes().size()); i++)
            lines.add(volume(i + 1, plan.volumes().get(i)));
        more(lines, plan.volumes().size());
        if (!plan.minus().isEmpty())
            lines.add(messages.say("described.minus", "n", plan.minus().size()));
        return lines;
    }

    /** The whole of a version, with each window's state at a time. */
    List<Phrase> lines(Declaration declaration, long now, boolean all) {
        List<Phrase> lines = new ArrayList<>();
        lines.add(messages.say(
                "described.declaration",
                "id",
                Ids.declaration(declaration.id()),
                "name",
                declaration.details().name(),
                "version",
                declaration.version(),
                "status",
                messages.say("status." + declaration.status()),
                "desk",
                declaration.plan().desk()));
        List<DeclaredWindow> windows = all ? declaration.windows().values() : declaration.standing(now);
        windows.stream().limit(SAID_MAX).forEach(window -> lines.add(window(window, now)));
        more(lines, windows.size());
        if (!declaration.beyond().isEmpty()) lines.add(beyond(declaration.beyond()));
        return lines;
    }

    /** What its author has to know of a version: windows said late, and what leaves the theatre. */
    List<Phrase> warnings(Declaration declaration) {
        List<Phrase> lines = new ArrayList<>();
        for (DeclaredWindow window : declaration.windows().values())
            if (window.late() && lines.size() < SAID_MAX) lines.add(window(window, window.said()));
        if (!declaration.beyond().isEmpty()) lines.add(beyond(declaration.beyond()));
        return lines;
    }

    private void more(List<Phrase> lines, int of) {
        if (of > SAID_MAX) lines.add(messages.say("conflicts.more", "n", of - SAID_MAX));
    }

    Phrase beyond(List<Integer> volumes) {
        return messages.say("described.beyond", "n", volumes.size());
    }

    private Phrase window(DeclaredWindow window, long now) {
        WindowState state = window.state(now);
        return messages.say(
                "described.window",
                "number",
                window.number(),
                "time",
                times.window(window.window()),
                "state",
                messages.say("window." + state),
                "late",
                window.late() ? messages.say("described.late") : Phrase.NONE);
    }

    private Phrase volume(int number, DeclaredVolume volume) {
        Outline outline = volume.outline();
        Position first = outline.parts().getFirst().getFirst();
        Phrase shape = switch (outline.kind()) {
            case SPOT ->
                messages.say(
                        "described.spot",
                        "radius",
                        measures.length(outline.radius()),
                        "position",
                        measures.position(first));
            case CHAIN ->
                messages.say(
                        "described.chain",
                        "width",
                        measures.length(2 * outline.radius()),
                        "position",
                        measures.position(first),
                        "last",
                        measures.position(outline.parts().getFirst().getLast()));
            case RING ->
                messages.say(
                        "described.ring", "n", outline.parts().getFirst().size(), "position", measures.position(first));
        };
        Phrase heights = new Levels(messages).band(volume.band());
        return messages.say("described.volume", "number", number, "shape", shape, "heights", heights);
    }
}
