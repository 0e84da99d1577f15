package org.tansiq.app.record;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tansiq.app.check.Measures;
import org.tansiq.app.check.Times;
import org.tansiq.app.words.Messages;
import org.tansiq.app.words.Phrase;
import org.tansiq.core.Table;
import org.tansiq.core.airspace.Declaration;
import org.tansiq.core.airspace.DeclaredVolume;
import org.tansiq.core.airspace.DeclaredWindow;
import org.tansiq.core.airspace.Details;
import org.tansiq.core.airspace.Envelope;
import org.tansiq.core.airspace.Level;
import org.tansiq.core.airspace.Misplaced;
import org.tansiq.core.airspace.Outline;
import org.tansiq.core.airspace.Plan;
import org.tansiq.core.airspace.WindowDraft;
import org.tansiq.core.airspace.WindowState;
import org.tansiq.core.party.PartyId;
import org.tansiq.geometry.Band;
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

    /** What others may have to know: the plan, and in which windows. */
    public List<Phrase> envelope(Envelope envelope) {
        List<Phrase> lines = new ArrayList<>(plan(envelope.plan()));
        envelope.windows().stream().limit(SAID_MAX).forEach(draft -> lines.add(during(draft)));
        more(lines, envelope.windows().size());
        return lines;
    }

    private Phrase during(WindowDraft draft) {
        Phrase window = draft.number()
                .map(n -> messages.say("declare.window-number", "number", n))
                .orElseGet(() -> messages.say("described.window-unnumbered"));
        return messages.say("described.during", "window", window, "time", times.window(draft.window()));
    }

    /** What is said beyond the envelope. */
    public List<Phrase> details(Details details) {
        List<Phrase> lines = new ArrayList<>();
        lines.add(messages.say("described.name", "name", details.name()));
        details.use().ifPresent(use -> lines.add(detail("use", messages.say("use." + use))));
        details.craft().ifPresent(craft -> lines.add(detail("craft", messages.say("craft." + craft))));
        details.count().ifPresent(count -> lines.add(detail("count", messages.count(count))));
        details.remarks().ifPresent(text -> lines.add(detail("remarks", messages.name(text))));
        return lines;
    }

    private Phrase detail(String which, Phrase what) {
        return messages.say("detail." + which, "what", what);
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
        declaration.misplaced().ifPresent(misplaced -> lines.add(misplaced(misplaced)));
        lines.add(messages.say(
                "described.cost",
                "cost",
                measures.volumeTime(declaration.charge().cost())));
        for (Table.Row<PartyId, Level> row : declaration.reach().levels()) lines.add(told(row.key(), row.value()));
        if (declaration.charge().withheld()) lines.add(messages.say("described.withheld"));
        return lines;
    }

    private Phrase told(PartyId party, Level level) {
        return messages.say("described.told", "party", party, "level", messages.say("level." + level));
    }

    /**
     * What its author has to know of a version: windows said late, what leaves the theatre, a place named
     * that is elsewhere, and that it is over budget.
     */
    List<Phrase> warnings(Declaration declaration) {
        List<Phrase> lines = new ArrayList<>();
        for (DeclaredWindow window : declaration.windows().values())
            if (window.late() && lines.size() < SAID_MAX) lines.add(window(window, window.said()));
        if (!declaration.beyond().isEmpty()) lines.add(beyond(declaration.beyond()));
        declaration.misplaced().ifPresent(misplaced -> lines.add(misplaced(misplaced)));
        if (declaration.charge().withheld()) lines.add(messages.say("described.withheld"));
        return lines;
    }

    /** That the place which a plan names is elsewhere. */
    public Phrase misplaced(Misplaced misplaced) {
        return messages.say(
                "described.misplaced",
                "names",
                messages.list(misplaced.names().stream().map(messages::name).toList()),
                "position",
                measures.position(misplaced.at()),
                "distance",
                measures.length((double) misplaced.metres()),
                "limit",
                measures.length((double) misplaced.limit()));
    }

    private void more(List<Phrase> lines, int of) {
        if (of > SAID_MAX) lines.add(messages.say("conflicts.more", "n", of - SAID_MAX));
    }

    /** A band of heights. */
    public Phrase heights(Band band) {
        return new Levels(messages).band(band);
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
        return messages.say("described.volume", "number", number, "shape", shape, "heights", heights(volume.band()));
    }
}
