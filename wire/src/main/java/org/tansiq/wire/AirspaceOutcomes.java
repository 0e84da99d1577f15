package org.tansiq.wire;

import static org.tansiq.wire.AirspaceForms.*;
import static org.tansiq.wire.Basics.*;
import static org.tansiq.wire.PartyForms.DESK_ID;
import static org.tansiq.wire.PartyForms.PARTY;

import java.util.List;
import java.util.Optional;
import org.tansiq.core.Hash;
import org.tansiq.core.airspace.Account;
import org.tansiq.core.airspace.AirspaceEvent;
import org.tansiq.core.airspace.AirspaceRefusal;
import org.tansiq.core.airspace.AirspaceRules;
import org.tansiq.core.airspace.Alarm;
import org.tansiq.core.airspace.Answering;
import org.tansiq.core.airspace.Conflict;
import org.tansiq.core.airspace.ConflictView;
import org.tansiq.core.airspace.Finding;
import org.tansiq.core.airspace.Holder;
import org.tansiq.core.airspace.Margins;
import org.tansiq.core.airspace.Overlap;
import org.tansiq.core.airspace.Pair;
import org.tansiq.core.airspace.Preview;
import org.tansiq.core.airspace.Previewed;
import org.tansiq.core.airspace.Probing;
import org.tansiq.core.airspace.Revealed;
import org.tansiq.core.airspace.Side;
import org.tansiq.core.airspace.Touched;
import org.tansiq.core.airspace.WindowState;
import org.tansiq.core.party.Founding;
import org.tansiq.geometry.Box;
import org.tansiq.geometry.Verdict;

/** The forms of what comes of commands in the room airspace. */
final class AirspaceOutcomes {
    static final Codec<Answering> ANSWERING = Codec.fields(
            (desk, to) -> to.put("party", PARTY, desk.party()).put("desk", DESK_ID, desk.desk()),
            from -> new Answering(from.get("party", PARTY), from.get("desk", DESK_ID)));
    static final Codec<List<Answering>> ANSWERINGS = Codec.list(ANSWERING, AirspaceRules.MEETINGS_MAX);
    private static final Codec<Verdict> VERDICT = Codec.word(Verdict.values());
    private static final Codec<Box> BOX = Codec.fields(
            (box, to) -> to.put("south", DEGREES, box.south())
                    .put("north", DEGREES, box.north())
                    .put("west", DEGREES, box.west())
                    .put("east", DEGREES, box.east()),
            from -> new Box(
                    from.get("south", DEGREES),
                    from.get("north", DEGREES),
                    from.get("west", DEGREES),
                    from.get("east", DEGREES)));
    private static final Codec<Margins> MARGINS = Codec.fields(
            (margins, to) -> to.put("bufferMetres", TermsForms.AGREED, margins.metres())
                    .put("bufferHeightMetres", TermsForms.AGREED, margins.heightMetres())
                    .put("minimumNoticeSeconds", TermsForms.AGREED, margins.noticeSeconds()),
            from -> new Margins(
                    from.get("bufferMetres", TermsForms.AGREED),
                    from.get("bufferHeightMetres", TermsForms.AGREED),
                    from.get("minimumNoticeSeconds", TermsForms.AGREED)));
    private static final Codec<Pair> PAIR = Codec.fields(
            (pair, to) -> to.put("a", SMALL, pair.a())
                    .put("b", SMALL, pair.b())
                    .put("verdict", VERDICT, pair.verdict())
                    .put("touching", TRUTH, pair.touching())
                    .put("box", BOX, pair.box())
                    .put("heights", BAND, pair.band())
                    .put("window", WINDOW, pair.window()),
            from -> new Pair(
                    from.get("a", SMALL),
                    from.get("b", SMALL),
                    from.get("verdict", VERDICT),
                    from.get("touching", TRUTH),
                    from.get("box", BOX),
                    from.get("heights", BAND),
                    from.get("window", WINDOW)));
    private static final Codec<Finding> FINDING = Codec.fields(
            (finding, to) -> to.put("conflict", HASH, finding.conflict())
                    .put("a", HASH, finding.a())
                    .put("b", HASH, finding.b())
                    .put("terms", MARGINS, finding.margins())
                    .put("pairs", Codec.list(PAIR, AirspaceRules.MEETINGS_MAX), finding.pairs())
                    .put("more", TRUTH, finding.more()),
            from -> new Finding(
                    from.get("conflict", HASH),
                    from.get("a", HASH),
                    from.get("b", HASH),
                    from.get("terms", MARGINS),
                    from.get("pairs", Codec.list(PAIR, AirspaceRules.MEETINGS_MAX)),
                    from.get("more", TRUTH)));
    private static final Codec<Overlap> OVERLAP = Codec.fields(
            (overlap, to) -> to.put("number", SMALL, overlap.number())
                    .put("own", SMALL, overlap.own())
                    .put("verdict", VERDICT, overlap.verdict())
                    .put("touching", TRUTH, overlap.touching())
                    .put("box", BOX, overlap.box())
                    .put("heights", BAND, overlap.band())
                    .put("window", WINDOW, overlap.window())
                    .put("late", TRUTH, overlap.late())
                    .put("activated", TRUTH, overlap.activated()),
            from -> new Overlap(
                    from.get("number", SMALL),
                    from.get("own", SMALL),
                    from.get("verdict", VERDICT),
                    from.get("touching", TRUTH),
                    from.get("box", BOX),
                    from.get("heights", BAND),
                    from.get("window", WINDOW),
                    from.get("late", TRUTH),
                    from.get("activated", TRUTH)));
    static final Codec<List<Overlap>> OVERLAPS = Codec.list(OVERLAP, AirspaceRules.MEETINGS_MAX);
    private static final Codec<Revealed> REVEALED = Codec.fields(
            (other, to) -> to.put("level", LEVEL, other.level())
                    .put("declaration", HASH, other.declaration())
                    .put("said", SOURCE, other.source())
                    .maybe("misplaced", MISPLACED, other.misplaced()),
            from -> new Revealed(
                    from.get("level", LEVEL),
                    from.get("declaration", HASH),
                    from.get("said", SOURCE),
                    from.maybe("misplaced", MISPLACED)));
    static final Codec<ConflictView> VIEW = Codec.fields(
            (view, to) -> to.put("conflict", HASH, view.conflict())
                    .put("declaration", HASH, view.declaration())
                    .put("version", SMALL, view.version())
                    .put("call", ANSWERING, view.desk())
                    .put("terms", MARGINS, view.margins())
                    .put("overlaps", OVERLAPS, view.overlaps())
                    .put("more", TRUTH, view.more())
                    .maybe("other", REVEALED, view.other())
                    .put("seen", TRUTH, view.standing().seen())
                    .put("seenByOther", TRUTH, view.standing().seenByOther())
                    .put("unacknowledged", TRUTH, view.standing().unacknowledged()),
            from -> new ConflictView(
                    from.get("conflict", HASH),
                    from.get("declaration", HASH),
                    from.get("version", SMALL),
                    from.get("call", ANSWERING),
                    from.get("terms", MARGINS),
                    from.get("overlaps", OVERLAPS),
                    from.get("more", TRUTH),
                    from.maybe("other", REVEALED),
                    new ConflictView.Standing(
                            from.get("seen", TRUTH),
                            from.get("seenByOther", TRUTH),
                            from.get("unacknowledged", TRUTH))));
    private static final Codec<Side> SIDE = Codec.fields(
            (side, to) -> to.put("party", PARTY, side.party())
                    .maybe("view", VIEW, side.view())
                    .put("seen", SMALL, side.seen())
                    .put("used", TRUTH, side.used()),
            from -> new Side(
                    from.get("party", PARTY),
                    from.maybe("view", VIEW),
                    from.get("seen", SMALL),
                    from.get("used", TRUTH)));
    static final Codec<Conflict> CONFLICT = Codec.fields(
            (conflict, to) -> to.put("finding", FINDING, conflict.finding())
                    .put("a", SIDE, conflict.a())
                    .put("b", SIDE, conflict.b()),
            from -> new Conflict(from.get("finding", FINDING), from.get("a", SIDE), from.get("b", SIDE)));

    private static final Codec<Preview> PREVIEW = Codec.fields(
            (preview, to) -> to.put("to", PARTY, preview.to())
                    .put("level", LEVEL, preview.level())
                    .put("call", ANSWERING, preview.desk())
                    .put("overlaps", OVERLAPS, preview.overlaps())
                    .put("more", TRUTH, preview.more())
                    .maybe("envelope", ENVELOPE, preview.envelope())
                    .maybe("misplaced", MISPLACED, preview.misplaced())
                    .maybe("details", DETAILS, preview.details()),
            from -> new Preview(
                    from.get("to", PARTY),
                    from.get("level", LEVEL),
                    from.get("call", ANSWERING),
                    from.get("overlaps", OVERLAPS),
                    from.get("more", TRUTH),
                    from.maybe("envelope", ENVELOPE),
                    from.maybe("misplaced", MISPLACED),
                    from.maybe("details", DETAILS)));
    static final Codec<Previewed.Shown> PREVIEWED = Codec.fields(
            (shown, to) -> to.put("charge", CHARGE, shown.charge())
                    .put("parties", Codec.list(PREVIEW, Founding.PARTIES_MAX), shown.parties()),
            from -> new Previewed.Shown(
                    from.get("charge", CHARGE), from.get("parties", Codec.list(PREVIEW, Founding.PARTIES_MAX))));
    private static final Codec<Alarm> ALARM = Codec.word(Alarm.values());
    static final Codec<Probing.Touch> TOUCH = Codec.fields(
            (touch, to) -> to.put("owner", PARTY, touch.owner()).put("by", PARTY, touch.by()),
            from -> new Probing.Touch(from.get("owner", PARTY), from.get("by", PARTY)));
    static final Codec<Touched> TOUCHED = Codec.fields(
            (touched, to) -> to.put("day", WHOLE, touched.day())
                    .put("touches", SMALL, touched.touches())
                    .put("cost", WHOLE, touched.cost())
                    .put("alarms", Codec.list(ALARM, Alarm.values().length), touched.alarms()),
            from -> new Touched(
                    from.get("day", WHOLE),
                    from.get("touches", SMALL),
                    from.get("cost", WHOLE),
                    from.get("alarms", Codec.list(ALARM, Alarm.values().length))));
    static final Codec<Holder> HOLDER = Codec.fields((holder, to) -> holder(to, holder), AirspaceOutcomes::holder);
    static final Codec<Account> ACCOUNT = Codec.fields(
            (account, to) -> to.put("day", WHOLE, account.day())
                    .put("spent", WHOLE, account.spent())
                    .maybe("told", WHOLE, Optional.of(account.told()).filter(day -> day >= 0))
                    .put("withheld", SMALL, account.withheld())
                    .put("refilled", TRUTH, account.refilled()),
            from -> new Account(
                    from.get("day", WHOLE),
                    from.get("spent", WHOLE),
                    from.maybe("told", WHOLE).orElse(-1L),
                    from.get("withheld", SMALL),
                    from.get("refilled", TRUTH)));
    private static final Codec<List<Hash>> HASHES = Codec.list(HASH, AirspaceRules.MEETINGS_MAX);
    private static final Codec<WindowState> STATE = Codec.word(WindowState.values());

    private AirspaceOutcomes() {}

    static Tagged event(AirspaceEvent event) {
        return switch (event) {
            case AirspaceEvent.Declared e ->
                Tagged.of("airspace.declared", to -> to.put("declaration", DECLARATION, e.declaration()));
            case AirspaceEvent.Amended e ->
                Tagged.of("airspace.amended", to -> to.put("declaration", DECLARATION, e.declaration()));
            case AirspaceEvent.Activated e ->
                Tagged.of(
                        "airspace.activated",
                        to -> some(to, e.declaration(), e.windows(), e.at()).maybe("because", TEXT, e.because()));
            case AirspaceEvent.Ended e ->
                Tagged.of("airspace.ended", to -> some(to, e.declaration(), e.windows(), e.at()));
            case AirspaceEvent.Withdrawn e ->
                Tagged.of("airspace.withdrawn", to -> some(to, e.declaration(), e.windows(), e.at()));
            case AirspaceEvent.Widened e ->
                Tagged.of(
                        "airspace.widened",
                        to -> to.put("declaration", HASH, e.declaration())
                                .put("to", PARTY, e.to())
                                .put("level", LEVEL, e.level()));
            case AirspaceEvent.Exceeded _,
                    AirspaceEvent.Refilled _,
                    AirspaceEvent.Spent _,
                    AirspaceEvent.Lifted _,
                    AirspaceEvent.Touching _,
                    AirspaceEvent.Alarmed _ -> probing(event);
            case AirspaceEvent.Met e -> Tagged.of("conflict.met", to -> to.put("finding", FINDING, e.finding()));
            case AirspaceEvent.Told e ->
                Tagged.of("conflict.told", to -> to.put("to", PARTY, e.to()).put("view", VIEW, e.view()));
            case AirspaceEvent.Crowded e ->
                Tagged.of(
                        "conflict.crowded",
                        to -> to.put("to", PARTY, e.to())
                                .maybe("declaration", HASH, e.declaration())
                                .put("call", ANSWERING, e.desk()));
            case AirspaceEvent.Seen e ->
                Tagged.of(
                        "conflict.seen",
                        to -> to.put("conflict", HASH, e.conflict())
                                .put("by", PARTY, e.by())
                                .put("version", SMALL, e.version()));
            case AirspaceEvent.Offered _,
                    AirspaceEvent.Settled _,
                    AirspaceEvent.Answered _,
                    AirspaceEvent.ThreadTold _ -> ThreadForms.event(event).orElseThrow();
        };
    }

    private static Tagged probing(AirspaceEvent event) {
        return switch (event) {
            case AirspaceEvent.Exceeded e ->
                Tagged.of("budget.exceeded", to -> holder(to, e.holder()).put("day", WHOLE, e.day()));
            case AirspaceEvent.Refilled e ->
                Tagged.of(
                        "budget.refilled",
                        to -> holder(to, e.holder())
                                .put("day", WHOLE, e.day())
                                .put("spent", WHOLE, e.spent())
                                .put("enough", TRUTH, e.enough()));
            case AirspaceEvent.Spent e ->
                Tagged.of(
                        "budget.spent",
                        to -> holder(to, e.holder()).put("day", WHOLE, e.day()).put("spent", WHOLE, e.spent()));
            case AirspaceEvent.Lifted e ->
                Tagged.of("budget.lifted", to -> to.put("declaration", HASH, e.declaration()));
            case AirspaceEvent.Touching e ->
                Tagged.of(
                        "airspace.touching",
                        to -> to.put("touch", TOUCH, e.touch()).put("now", TOUCHED, e.touched()));
            case AirspaceEvent.Alarmed e ->
                Tagged.of(
                        "airspace.alarmed",
                        to -> to.put("to", PARTY, e.to())
                                .put("about", PARTY, e.about())
                                .put("alarm", ALARM, e.alarm())
                                .put("touches", SMALL, e.touches()));
            default -> throw new IllegalArgumentException(event + " is none of a budget");
        };
    }

    private static FieldsOut holder(FieldsOut to, Holder holder) {
        return to.put("party", PARTY, holder.party()).put("status", STATUS, holder.status());
    }

    private static Holder holder(FieldsIn from) {
        return new Holder(from.get("party", PARTY), from.get("status", STATUS));
    }

    private static FieldsOut some(FieldsOut to, Hash declaration, List<Integer> windows, long at) {
        return to.put("declaration", HASH, declaration)
                .put("windows", NUMBERS, windows)
                .put("at", TIME, at);
    }

    static Optional<AirspaceEvent> event(String tag, FieldsIn from) {
        return Optional.ofNullable(
                switch (tag) {
                    case "airspace.declared" -> new AirspaceEvent.Declared(from.get("declaration", DECLARATION));
                    case "airspace.amended" -> new AirspaceEvent.Amended(from.get("declaration", DECLARATION));
                    case "airspace.activated" ->
                        new AirspaceEvent.Activated(
                                from.get("declaration", HASH),
                                from.get("windows", NUMBERS),
                                from.get("at", TIME),
                                from.maybe("because", TEXT));
                    case "airspace.ended" ->
                        new AirspaceEvent.Ended(
                                from.get("declaration", HASH), from.get("windows", NUMBERS), from.get("at", TIME));
                    case "airspace.withdrawn" ->
                        new AirspaceEvent.Withdrawn(
                                from.get("declaration", HASH), from.get("windows", NUMBERS), from.get("at", TIME));
                    case "airspace.widened" ->
                        new AirspaceEvent.Widened(
                                from.get("declaration", HASH), from.get("to", PARTY), from.get("level", LEVEL));
                    case "budget.exceeded" -> new AirspaceEvent.Exceeded(holder(from), from.get("day", WHOLE));
                    case "budget.refilled" ->
                        new AirspaceEvent.Refilled(
                                holder(from),
                                from.get("day", WHOLE),
                                from.get("spent", WHOLE),
                                from.get("enough", TRUTH));
                    case "budget.spent" ->
                        new AirspaceEvent.Spent(holder(from), from.get("day", WHOLE), from.get("spent", WHOLE));
                    case "budget.lifted" -> new AirspaceEvent.Lifted(from.get("declaration", HASH));
                    case "airspace.touching" ->
                        new AirspaceEvent.Touching(from.get("touch", TOUCH), from.get("now", TOUCHED));
                    case "airspace.alarmed" ->
                        new AirspaceEvent.Alarmed(
                                from.get("to", PARTY),
                                from.get("about", PARTY),
                                from.get("alarm", ALARM),
                                from.get("touches", SMALL));
                    case "conflict.met" -> new AirspaceEvent.Met(from.get("finding", FINDING));
                    case "conflict.told" -> new AirspaceEvent.Told(from.get("to", PARTY), from.get("view", VIEW));
                    case "conflict.crowded" ->
                        new AirspaceEvent.Crowded(
                                from.get("to", PARTY), from.maybe("declaration", HASH), from.get("call", ANSWERING));
                    case "conflict.seen" ->
                        new AirspaceEvent.Seen(
                                from.get("conflict", HASH), from.get("by", PARTY), from.get("version", SMALL));
                    default -> ThreadForms.event(tag, from).orElse(null);
                });
    }

    static Tagged refusal(AirspaceRefusal why) {
        return switch (why) {
            case AirspaceRefusal.NoSuchDeclaration w ->
                Tagged.of("no-such-declaration", to -> to.put("declaration", HASH, w.declaration()));
            case AirspaceRefusal.NoSuchConflict w ->
                Tagged.of("no-such-conflict", to -> to.put("conflict", HASH, w.conflict()));
            case AirspaceRefusal.VersionMoved w ->
                Tagged.of("version-moved", to -> to.put("seen", SMALL, w.seen()).put("current", SMALL, w.current()));
            case AirspaceRefusal.NoSuchWindow w ->
                Tagged.of("no-such-window", to -> to.put("window", SMALL, w.window()));
            case AirspaceRefusal.WindowIs w ->
                Tagged.of("window-is", to -> to.put("window", SMALL, w.window()).put("state", STATE, w.state()));
            case AirspaceRefusal.OutOfTime w ->
                Tagged.of(
                        "out-of-time",
                        to -> to.put("window", SMALL, w.window())
                                .put("from", TIME, w.from())
                                .maybe("until", TIME, Optional.of(w.until()).filter(at -> at != Long.MAX_VALUE)));
            case AirspaceRefusal.OtherStatus w -> Tagged.of("other-status", to -> to.put("status", STATUS, w.status()));
            case AirspaceRefusal.Unacknowledged w ->
                Tagged.of("unacknowledged", to -> to.put("conflicts", HASHES, w.conflicts()));
            case AirspaceRefusal.NoSuchOther w -> Tagged.of("no-such-other", to -> to.put("party", PARTY, w.party()));
            case AirspaceRefusal.NotWider w ->
                Tagged.of("not-wider", to -> to.put("to", PARTY, w.to()).put("level", LEVEL, w.level()));
            case AirspaceRefusal.AlreadySeen w ->
                Tagged.of("already-seen", to -> to.put("version", SMALL, w.version()));
            case AirspaceRefusal.TooManyDeclared w ->
                Tagged.of(
                        "too-many-declared",
                        to -> to.put("what", TEXT, w.what()).put("limit", SMALL, w.limit()));
            case AirspaceRefusal.ConflictCleared _,
                    AirspaceRefusal.Untimely _,
                    AirspaceRefusal.NoSuchOffer _,
                    AirspaceRefusal.OfferIs _,
                    AirspaceRefusal.OwnOffer _,
                    AirspaceRefusal.OfferUnfit _,
                    AirspaceRefusal.AlreadyAsked _ -> ThreadForms.refusal(why).orElseThrow();
        };
    }

    static Optional<AirspaceRefusal> refusal(String tag, FieldsIn from) {
        return Optional.ofNullable(
                switch (tag) {
                    case "no-such-declaration" -> new AirspaceRefusal.NoSuchDeclaration(from.get("declaration", HASH));
                    case "no-such-conflict" -> new AirspaceRefusal.NoSuchConflict(from.get("conflict", HASH));
                    case "version-moved" ->
                        new AirspaceRefusal.VersionMoved(from.get("seen", SMALL), from.get("current", SMALL));
                    case "no-such-window" -> new AirspaceRefusal.NoSuchWindow(from.get("window", SMALL));
                    case "window-is" ->
                        new AirspaceRefusal.WindowIs(from.get("window", SMALL), from.get("state", STATE));
                    case "out-of-time" ->
                        new AirspaceRefusal.OutOfTime(
                                from.get("window", SMALL),
                                from.get("from", TIME),
                                from.maybe("until", TIME).orElse(Long.MAX_VALUE));
                    case "other-status" -> new AirspaceRefusal.OtherStatus(from.get("status", STATUS));
                    case "unacknowledged" -> new AirspaceRefusal.Unacknowledged(from.get("conflicts", HASHES));
                    case "no-such-other" -> new AirspaceRefusal.NoSuchOther(from.get("party", PARTY));
                    case "not-wider" -> new AirspaceRefusal.NotWider(from.get("to", PARTY), from.get("level", LEVEL));
                    case "already-seen" -> new AirspaceRefusal.AlreadySeen(from.get("version", SMALL));
                    case "too-many-declared" ->
                        new AirspaceRefusal.TooManyDeclared(from.get("what", TEXT), from.get("limit", SMALL));
                    default -> ThreadForms.refusal(tag, from).orElse(null);
                });
    }
}
