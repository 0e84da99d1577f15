package org.tansiq.app.replacement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tansiq.core.Hash;
import org.tansiq.core.airspace.AirspaceCommand;
import org.tansiq.core.airspace.Conflict;
import org.tansiq.core.airspace.Declaration;
import org.tansiq.core.airspace.Level;
import org.tansiq.core.party.PartyId;
import org.tansiq.core.terms.Figure;
import org.tansiq.core.terms.Group;
import org.tansiq.core.terms.TermsCommand;
import org.tansiq.core.terms.Text;

/** Acts of others in one world that do not concern the viewer: far off, refused, or between the others. */
final class Free {
    enum Type {
        DECLARE,
        AMEND,
        ACTIVATE,
        END,
        WITHDRAW,
        SEE,
        WIDEN;

        boolean costs() {
            return this == DECLARE || this == AMEND;
        }
    }

    private final Stage stage;
    private final Forms forms;
    private final List<Hash> farOff = new ArrayList<>();
    private final List<Hash> texts = new ArrayList<>(List.of(Cast.hash("no text")));

    Free(Stage stage, Forms forms) {
        this.stage = stage;
        this.forms = forms;
    }

    AirspaceCommand command(Type type, PartyId party) {
        Optional<Declaration> of = one(party);
        Hash id = of.map(Declaration::id).orElseGet(this::nobodys);
        int version = of.map(this::version).orElse(1);
        AirspaceCommand.Some some = new AirspaceCommand.Some(id, version, List.of(1 + stage.chance.nextInt(3)));
        return switch (type) {
            case DECLARE -> forms.farOff();
            case AMEND -> forms.farOff(id, version);
            case ACTIVATE -> new AirspaceCommand.Activate(some, Optional.of("it is so"));
            case END -> new AirspaceCommand.End(some);
            case WITHDRAW -> new AirspaceCommand.Withdraw(some);
            case SEE -> see(party);
            case WIDEN -> widen(party, id, version);
        };
    }

    /** What was declared last stays here. */
    void declared() {
        farOff.add(stage.last());
    }

    TermsCommand.Propose propose(List<PartyId> others, Figure figure) {
        long value = 1L + stage.chance.nextInt((int) Math.min(2000, figure.most()));
        return new TermsCommand.Propose(
                new Text(Cast.names("text"), new Group(others), Cast.figures(figure, value), Optional.empty()));
    }

    void proposed() {
        texts.add(stage.last());
    }

    Hash lastText() {
        return texts.getLast();
    }

    private int version(Declaration of) {
        return stage.chance.nextInt(4) > 0 ? of.version() : of.version() + 1;
    }

    private Hash nobodys() {
        return Cast.hash("nobody's " + stage.chance.nextInt());
    }

    private Optional<Declaration> one(PartyId party) {
        List<Declaration> own = stage.world().airspace().declared().values().stream()
                .filter(declaration -> declaration.party().equals(party) && farOff.contains(declaration.id()))
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

    /** Conflicts of a party that are none of the viewer's. */
    private List<Conflict> between(PartyId party) {
        return stage.world().airspace().conflicts().values().stream()
                .filter(conflict -> conflict.concerns(party) && !conflict.concerns(stage.viewer))
                .toList();
    }

    // Anything of its own, but never to the viewer.
    private AirspaceCommand widen(PartyId party, Hash farOff, int version) {
        PartyId to = Cast.PARTIES.stream()
                .filter(other -> !other.equals(party) && !other.equals(stage.viewer))
                .findFirst()
                .orElseThrow();
        Level level = stage.chance.nextBoolean() ? Level.ENVELOPE : Level.FULL;
        List<Declaration> own = stage.world().airspace().declared().values().stream()
                .filter(declaration -> declaration.party().equals(party))
                .toList();
        if (own.isEmpty() || stage.chance.nextInt(4) == 0) return new AirspaceCommand.Widen(farOff, version, to, level);
        Declaration any = own.get(stage.chance.nextInt(own.size()));
        return new AirspaceCommand.Widen(any.id(), any.version(), to, level);
    }
}
