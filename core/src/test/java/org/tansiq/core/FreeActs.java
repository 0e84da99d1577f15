package org.tansiq.core;

import static org.tansiq.core.Air.*;
import static org.tansiq.core.Cast.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tansiq.core.airspace.AirspaceCommand;
import org.tansiq.core.airspace.Change;
import org.tansiq.core.airspace.Conflict;
import org.tansiq.core.airspace.Declaration;
import org.tansiq.core.airspace.Envelope;
import org.tansiq.core.airspace.Plan;
import org.tansiq.core.airspace.WindowDraft;
import org.tansiq.core.party.PartyId;
import org.tansiq.core.terms.Figure;
import org.tansiq.core.terms.TermsCommand;
import org.tansiq.geometry.Window;

/** Acts of others in one world that do not concern the viewer: far off, refused, or between the others. */
final class FreeActs {
    enum Type {
        DECLARE,
        AMEND,
        ACTIVATE,
        END,
        WITHDRAW,
        SEE,
        OFFER,
        ACCEPT,
        DECLINE,
        ASK
    }

    private final Stage stage;
    private final PartyId viewer;
    private final List<Hash> farOff = new ArrayList<>();
    private final List<Hash> texts = new ArrayList<>(List.of(NEWER));

    FreeActs(Stage stage, PartyId viewer) {
        this.stage = stage;
        this.viewer = viewer;
    }

    AirspaceCommand command(Type type, PartyId party) {
        return switch (type) {
            case DECLARE -> new AirspaceCommand.Declare(farOff(), stage.details());
            case AMEND -> amend(one(party));
            case ACTIVATE -> new AirspaceCommand.Activate(some(one(party)), Optional.of("it is so"));
            case END -> new AirspaceCommand.End(some(one(party)));
            case WITHDRAW -> new AirspaceCommand.Withdraw(some(one(party)));
            case SEE -> see(party);
            case OFFER -> offer(party);
            case ACCEPT, DECLINE -> answer(party, type);
            case ASK -> ask(party);
        };
    }

    /** What was declared last stays here. */
    void declared() {
        farOff.add(stage.given.last());
    }

    TermsCommand.Propose propose(List<PartyId> others, Figure figure) {
        long value = 1L + stage.chance.nextInt(figure == Figure.ACTIVATION_RULE ? 1 : 2000);
        return new TermsCommand.Propose(text(group(others.getFirst(), others.getLast()), figure, value));
    }

    void proposed() {
        texts.add(stage.given.last());
    }

    Hash lastText() {
        return texts.getLast();
    }

    private AirspaceCommand amend(Optional<Declaration> of) {
        return of.<AirspaceCommand>map(d -> new AirspaceCommand.Amend(d.id(), version(d), farOff(), stage.details()))
                .orElseGet(() -> new AirspaceCommand.Amend(nobodys(), 1, farOff(), details("one")));
    }

    private AirspaceCommand.Some some(Optional<Declaration> of) {
        List<Integer> windows = new ArrayList<>(List.of(1 + stage.chance.nextInt(3)));
        return new AirspaceCommand.Some(
                of.map(Declaration::id).orElse(nobodys()), of.map(this::version).orElse(1), windows);
    }

    private int version(Declaration of) {
        return stage.chance.nextInt(4) > 0 ? of.version() : of.version() + 1;
    }

    private Hash nobodys() {
        return hash("nobody's " + stage.chance.nextInt());
    }

    private Optional<Declaration> one(PartyId party) {
        List<Declaration> own = stage.of(party).stream()
                .filter(declaration -> farOff.contains(declaration.id()))
                .toList();
        return own.isEmpty() || stage.chance.nextInt(5) == 0
                ? Optional.empty()
                : Optional.of(own.get(stage.chance.nextInt(own.size())));
    }

    private AirspaceCommand see(PartyId party) {
        List<Conflict> between = between(party);
        if (between.isEmpty() || stage.chance.nextInt(4) == 0) return new AirspaceCommand.See(nobodys(), 1);
        Conflict one = between.get(stage.chance.nextInt(between.size()));
        return new AirspaceCommand.See(one.id(), Math.max(1, one.side(party).version()));
    }

    // Of something far off, which meets nothing of the viewer's.
    private Optional<Conflict> ofFarOff(PartyId party) {
        List<Conflict> between = between(party).stream()
                .filter(conflict -> farOff.contains(own(conflict, party)))
                .toList();
        return between.isEmpty() || stage.chance.nextInt(8) == 0
                ? Optional.empty()
                : Optional.of(between.get(stage.chance.nextInt(between.size())));
    }

    private static Hash own(Conflict conflict, PartyId party) {
        return conflict.a().party().equals(party)
                ? conflict.finding().a()
                : conflict.finding().b();
    }

    private static int seen(Conflict conflict, PartyId party) {
        return Math.max(1, conflict.side(party).version());
    }

    // It never lapses, for that would be an entry in one world alone.
    private AirspaceCommand offer(PartyId party) {
        Optional<Conflict> of = ofFarOff(party);
        Optional<Declaration> own = of.flatMap(c -> stage.world().airspace().declaration(own(c, party)));
        return new AirspaceCommand.Offer(
                of.map(Conflict::id).orElseGet(this::nobodys),
                of.map(c -> seen(c, party)).orElse(1),
                new AirspaceCommand.Amend(
                        own.map(Declaration::id).orElseGet(this::nobodys),
                        own.map(Declaration::version).orElse(1),
                        farOff(),
                        stage.details()),
                stage.given.at() + 89 * 24 * HOUR + stage.chance.nextInt(1000),
                Optional.of(Change.ALL.get(stage.chance.nextInt(Change.ALL.size()))));
    }

    private AirspaceCommand answer(PartyId party, Type type) {
        List<Conflict> open = between(party).stream()
                .filter(conflict -> stage.standing(conflict.id())
                        .filter(offer -> farOff.contains(offer.amend().declaration()))
                        .filter(offer -> type == Type.DECLINE || !offer.by().equals(party))
                        .isPresent())
                .toList();
        if (open.isEmpty()) return new AirspaceCommand.Decline(nobodys(), nobodys());
        Conflict one = open.get(stage.chance.nextInt(open.size()));
        Hash offer = stage.standing(one.id()).orElseThrow().id();
        return type == Type.DECLINE
                ? new AirspaceCommand.Decline(one.id(), offer)
                : new AirspaceCommand.Accept(one.id(), seen(one, party), offer, Optional.empty());
    }

    private AirspaceCommand ask(PartyId party) {
        Optional<Conflict> of = ofFarOff(party);
        return new AirspaceCommand.Ask(
                of.map(Conflict::id).orElseGet(this::nobodys),
                of.map(c -> seen(c, party)).orElse(1));
    }

    /** Conflicts of a party that are none of the viewer's. */
    List<Conflict> between(PartyId party) {
        return stage.world().airspace().conflicts().values().stream()
                .filter(conflict -> conflict.concerns(party) && !conflict.concerns(viewer))
                .toList();
    }

    AirspaceCommand.Declare huge() {
        List<WindowDraft> windows =
                List.of(new WindowDraft(Optional.empty(), new Window(stage.given.at() + MINUTE, Window.OPEN_UNTIL)));
        Plan plan = new Plan(Optional.empty(), AIR, List.of(stage.sites.huge()), List.of());
        return new AirspaceCommand.Declare(new Envelope(plan, windows), stage.details());
    }

    private Envelope farOff() {
        List<WindowDraft> windows = new ArrayList<>();
        long from = stage.given.at() + stage.chance.nextLong(60 * MINUTE);
        for (int i = stage.chance.nextInt(1, 3); i > 0; i--) {
            long until = from + MINUTE + stage.chance.nextLong(60 * MINUTE);
            windows.add(new WindowDraft(Optional.empty(), new Window(from, until)));
            from = until + stage.chance.nextLong(10 * MINUTE);
        }
        Plan plan = new Plan(
                stage.sites.place(),
                stage.chance.nextInt(8) == 0 ? LINE : AIR,
                List.of(stage.sites.farOff()),
                List.of());
        return new Envelope(plan, windows);
    }
}
