package org.tansiq.wire;

import static org.tansiq.wire.Basics.*;
import static org.tansiq.wire.PartyForms.DESK_ID;
import static org.tansiq.wire.PartyForms.PARTY;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tansiq.core.Malformed;
import org.tansiq.core.Table;
import org.tansiq.core.Unsound;
import org.tansiq.core.airspace.AirspaceCommand;
import org.tansiq.core.airspace.AirspaceRules;
import org.tansiq.core.airspace.Charge;
import org.tansiq.core.airspace.Cutout;
import org.tansiq.core.airspace.Declaration;
import org.tansiq.core.airspace.DeclaredVolume;
import org.tansiq.core.airspace.DeclaredWindow;
import org.tansiq.core.airspace.Details;
import org.tansiq.core.airspace.Envelope;
import org.tansiq.core.airspace.Level;
import org.tansiq.core.airspace.Misplaced;
import org.tansiq.core.airspace.Outline;
import org.tansiq.core.airspace.Plan;
import org.tansiq.core.airspace.Reach;
import org.tansiq.core.airspace.Source;
import org.tansiq.core.airspace.Span;
import org.tansiq.core.airspace.WindowDraft;
import org.tansiq.core.airspace.WindowState;
import org.tansiq.core.party.PartyId;
import org.tansiq.core.places.Place;
import org.tansiq.geometry.Core;
import org.tansiq.geometry.Position;
import org.tansiq.geometry.Unfit;
import org.tansiq.geometry.Window;
import org.tansiq.ledger.TimeText;

/** The forms of what is declared. An open end of a window, a floor or a ceiling is left out. */
final class AirspaceForms {
    static final Codec<Window> WINDOW = Codec.fields(
            (window, to) -> window(window, to),
            from -> window(from.maybe("from", TIME).orElse(Window.OPEN_FROM), from.maybe("until", TIME)));
    static final Codec<List<Integer>> NUMBERS = Codec.list(SMALL, Plan.VOLUMES_MAX);

    private static final Codec<WindowState> STATE = Codec.word(WindowState.values());
    private static final Codec<Details.Use> USE = Codec.word(Details.Use.values());
    private static final Codec<Details.Craft> CRAFT = Codec.word(Details.Craft.values());
    private static final Codec<List<Position>> POSITIONS = Codec.list(POSITION, Core.VERTICES_MAX + 1);
    private static final Codec<List<List<Position>>> HOLES = Codec.list(POSITIONS, Core.VERTICES_MAX);
    private static final Codec<Core.Kind> KIND = Codec.word(Core.Kind.values());
    private static final Codec<Span> SPAN = Codec.fields(
            (span, to) -> to.put("fromMicros", WHOLE, span.from()).put("untilMicros", WHOLE, span.until()),
            from -> new Span(from.get("fromMicros", WHOLE), from.get("untilMicros", WHOLE)));
    private static final Codec<DeclaredVolume> VOLUME = Codec.fields(
            (volume, to) -> outline(volume.outline(), to)
                    .put("heights", BAND, volume.band())
                    .maybe("during", SPAN, volume.during()),
            from -> new DeclaredVolume(outline(from), from.get("heights", BAND), from.maybe("during", SPAN)));
    private static final Codec<Cutout> CUTOUT = Codec.fields(
            (cut, to) -> outline(cut.outline(), to)
                    .put("heights", BAND, cut.band())
                    .maybe("window", WINDOW, Optional.of(cut.window()).filter(w -> !w.equals(Window.ALWAYS))),
            from -> new Cutout(
                    outline(from),
                    from.get("heights", BAND),
                    from.maybe("window", WINDOW).orElse(Window.ALWAYS)));
    private static final Codec<List<DeclaredVolume>> VOLUMES = Codec.list(VOLUME, Plan.VOLUMES_MAX);
    private static final Codec<List<Cutout>> MINUS = Codec.list(CUTOUT, Plan.VOLUMES_MAX);
    private static final Codec<WindowDraft> DRAFT = Codec.fields(
            (draft, to) -> window(draft.window(), to.maybe("number", SMALL, draft.number())),
            from -> new WindowDraft(
                    from.maybe("number", SMALL), window(from.get("from", TIME), from.maybe("until", TIME))));
    private static final Codec<List<WindowDraft>> DRAFTS = Codec.list(DRAFT, Plan.VOLUMES_MAX);
    private static final Codec<DeclaredWindow> DECLARED_WINDOW = Codec.fields(
            (window, to) -> window(window.window(), to.put("number", SMALL, window.number()))
                    .put("state", STATE, window.recorded())
                    .put("said", TIME, window.said())
                    .put("late", TRUTH, window.late())
                    .put("moved", TIME, window.moved()),
            from -> new DeclaredWindow(
                    from.get("number", SMALL),
                    window(from.get("from", TIME), from.maybe("until", TIME)),
                    from.get("state", STATE),
                    from.get("said", TIME),
                    from.get("late", TRUTH),
                    from.get("moved", TIME)));
    private static final Codec<Table<Integer, DeclaredWindow>> WINDOWS =
            Codec.by(Codec.list(DECLARED_WINDOW, AirspaceRules.WINDOWS_MAX), Table::values, AirspaceForms::windows);
    static final Codec<Details> DETAILS = Codec.fields(
            (details, to) -> to.put("name", TEXT, details.name())
                    .maybe("use", USE, details.use())
                    .maybe("craft", CRAFT, details.craft())
                    .maybe("count", SMALL, details.count())
                    .maybe("remarks", TEXT, details.remarks()),
            from -> new Details(
                    from.get("name", TEXT),
                    from.maybe("use", USE),
                    from.maybe("craft", CRAFT),
                    from.maybe("count", SMALL),
                    from.maybe("remarks", TEXT)));
    static final Codec<Envelope> ENVELOPE = Codec.fields(
            (envelope, to) -> plan(envelope.plan(), to).put("windows", DRAFTS, envelope.windows()),
            from -> new Envelope(plan(from), from.get("windows", DRAFTS)));
    static final Codec<Level> LEVEL = Codec.word(Level.values());
    static final Codec<Source> SOURCE = Codec.fields(
            (source, to) -> to.put("note", HASH, source.note()).put("entry", WHOLE, source.entry()),
            from -> new Source(from.get("note", HASH), from.get("entry", WHOLE)));
    private static final Codec<Table<PartyId, Level>> LEVELS = Codec.table(PartyId::text, PartyId::new, LEVEL);
    private static final Codec<Reach> REACH = Codec.fields(
            (reach, to) -> to.put("envelope", SOURCE, reach.envelope())
                    .put("all", SOURCE, reach.all())
                    .maybe("levels", LEVELS, Optional.of(reach.levels()).filter(levels -> levels.size() > 0)),
            from -> new Reach(
                    from.get("envelope", SOURCE),
                    from.get("all", SOURCE),
                    from.maybe("levels", LEVELS).orElse(Table.empty())));
    private static final Codec<List<String>> PLACE_NAMES = Codec.list(TEXT, Place.NAMES_MAX);
    static final Codec<Charge> CHARGE = Codec.fields(
            (charge, to) -> to.put("cost", WHOLE, charge.cost())
                    .put("spent", WHOLE, charge.spent())
                    .put("withheld", TRUTH, charge.withheld()),
            from -> new Charge(from.get("cost", WHOLE), from.get("spent", WHOLE), from.get("withheld", TRUTH)));
    static final Codec<Misplaced> MISPLACED = Codec.fields(
            (misplaced, to) -> to.put("place", TEXT, misplaced.place())
                    .put("names", PLACE_NAMES, misplaced.names())
                    .put("at", POSITION, misplaced.at())
                    .put("metres", WHOLE, misplaced.metres())
                    .put("limitMetres", WHOLE, misplaced.limit()),
            from -> new Misplaced(
                    from.get("place", TEXT),
                    from.get("names", PLACE_NAMES),
                    from.get("at", POSITION),
                    from.get("metres", WHOLE),
                    from.get("limitMetres", WHOLE)));
    static final Codec<Declaration> DECLARATION = Codec.fields(
            (declared, to) -> plan(
                            declared.plan(),
                            to.put("id", HASH, declared.id())
                                    .put("party", PARTY, declared.party())
                                    .put("status", STATUS, declared.status())
                                    .put("version", SMALL, declared.version()))
                    .put("details", DETAILS, declared.details())
                    .put("windows", WINDOWS, declared.windows())
                    .put("beyond", NUMBERS, declared.beyond())
                    .put("said", REACH, declared.reach())
                    .put("charge", CHARGE, declared.charge())
                    .maybe("misplaced", MISPLACED, declared.misplaced()),
            from -> new Declaration(
                    from.get("id", HASH),
                    from.get("party", PARTY),
                    from.get("status", STATUS),
                    from.get("version", SMALL),
                    plan(from),
                    from.get("details", DETAILS),
                    from.get("windows", WINDOWS),
                    from.get("beyond", NUMBERS),
                    from.get("said", REACH),
                    from.get("charge", CHARGE),
                    from.maybe("misplaced", MISPLACED)));

    // What an envelope does not say; the details section does.
    private static final Details NAMELESS =
            new Details("-", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /**
     * The envelope of an amendment: which version it takes the place of, and then all that a new one says.
     */
    static final Codec<AirspaceCommand.Amend> AMENDED = Codec.fields(
            (asked, to) -> plan(
                            asked.envelope().plan(),
                            to.put("declaration", HASH, asked.declaration()).put("version", SMALL, asked.version()))
                    .put("windows", DRAFTS, asked.envelope().windows()),
            from -> new AirspaceCommand.Amend(
                    from.get("declaration", HASH),
                    from.get("version", SMALL),
                    new Envelope(plan(from), from.get("windows", DRAFTS)),
                    NAMELESS));

    private static final Codec<AirspaceCommand.Some> SOME = Codec.fields(AirspaceForms::some, AirspaceForms::some);
    static final Codec<AirspaceCommand.Activate> ACTIVATE = Codec.fields(
            (asked, to) -> some(asked.some(), to).maybe("because", TEXT, asked.because()),
            from -> new AirspaceCommand.Activate(some(from), from.maybe("because", TEXT)));
    static final Codec<AirspaceCommand.End> END = Codec.by(SOME, AirspaceCommand.End::some, AirspaceCommand.End::new);
    static final Codec<AirspaceCommand.Withdraw> WITHDRAW =
            Codec.by(SOME, AirspaceCommand.Withdraw::some, AirspaceCommand.Withdraw::new);
    static final Codec<AirspaceCommand.Widen> WIDEN = Codec.fields(
            (asked, to) -> to.put("declaration", HASH, asked.declaration())
                    .put("version", SMALL, asked.version())
                    .put("to", PARTY, asked.to())
                    .put("level", LEVEL, asked.level()),
            from -> new AirspaceCommand.Widen(
                    from.get("declaration", HASH),
                    from.get("version", SMALL),
                    from.get("to", PARTY),
                    from.get("level", LEVEL)));
    static final Codec<AirspaceCommand.See> SEE = Codec.fields(
            (asked, to) -> to.put("conflict", HASH, asked.conflict()).put("version", SMALL, asked.version()),
            from -> new AirspaceCommand.See(from.get("conflict", HASH), from.get("version", SMALL)));

    private AirspaceForms() {}

    private static FieldsOut window(Window window, FieldsOut to) {
        return to.maybe("from", TIME, Optional.of(window.from()).filter(at -> at != Window.OPEN_FROM))
                .maybe("until", TIME, Optional.of(window.until()).filter(at -> at != Window.OPEN_UNTIL));
    }

    private static Window window(long from, Optional<Long> until) {
        try {
            return new Window(from, until.orElse(Window.OPEN_UNTIL));
        } catch (Unfit unfit) {
            throw new Malformed("until", until.map(TimeText::write).orElse(""), Unsound.limit(unfit));
        }
    }

    private static FieldsOut some(AirspaceCommand.Some some, FieldsOut to) {
        return to.put("declaration", HASH, some.declaration())
                .put("version", SMALL, some.version())
                .put("windows", NUMBERS, some.windows());
    }

    private static AirspaceCommand.Some some(FieldsIn from) {
        return new AirspaceCommand.Some(
                from.get("declaration", HASH), from.get("version", SMALL), from.get("windows", NUMBERS));
    }

    private static FieldsOut outline(Outline outline, FieldsOut to) {
        List<List<Position>> parts = outline.parts();
        return to.put("shape", KIND, outline.kind())
                .put("positions", POSITIONS, parts.getFirst())
                .maybe(
                        "holes",
                        HOLES,
                        Optional.of(parts.subList(1, parts.size())).filter(h -> !h.isEmpty()))
                .put("radiusMetres", DEGREES, outline.radius())
                .put("precisionMetres", DEGREES, outline.precision());
    }

    private static Outline outline(FieldsIn from) {
        Core.Kind kind = from.get("shape", KIND);
        List<List<Position>> parts = new ArrayList<>(List.of(from.get("positions", POSITIONS)));
        from.maybe("holes", HOLES).ifPresent(parts::addAll);
        return new Outline(kind, parts, from.get("radiusMetres", DEGREES), from.get("precisionMetres", DEGREES));
    }

    private static FieldsOut plan(Plan plan, FieldsOut to) {
        return to.maybe("place", TEXT, plan.place())
                .put("desk", DESK_ID, plan.desk())
                .put("volumes", VOLUMES, plan.volumes())
                .maybe("minus", MINUS, Optional.of(plan.minus()).filter(m -> !m.isEmpty()));
    }

    private static Plan plan(FieldsIn from) {
        return new Plan(
                from.maybe("place", TEXT),
                from.get("desk", DESK_ID),
                from.get("volumes", VOLUMES),
                from.maybe("minus", MINUS).orElse(List.of()));
    }

    private static Table<Integer, DeclaredWindow> windows(List<DeclaredWindow> all) {
        List<Table.Row<Integer, DeclaredWindow>> rows = new ArrayList<>();
        for (DeclaredWindow window : all) {
            if (!rows.isEmpty() && rows.getLast().key() >= window.number())
                throw new Malformed("number", "" + window.number(), "rising numbers");
            rows.add(new Table.Row<>(window.number(), window));
        }
        return Table.sorted(rows);
    }
}
