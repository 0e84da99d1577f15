package org.tansiq.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tansiq.core.Air.*;
import static org.tansiq.core.Cast.*;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tansiq.core.airspace.AirspaceCommand;
import org.tansiq.core.airspace.AirspaceEvent;
import org.tansiq.core.airspace.AirspaceRefusal;
import org.tansiq.core.airspace.ConflictView;
import org.tansiq.core.airspace.Level;
import org.tansiq.core.airspace.Preview;
import org.tansiq.core.airspace.Previewed;
import org.tansiq.core.airspace.Revealed;
import org.tansiq.core.airspace.Source;
import org.tansiq.core.party.PartyId;
import org.tansiq.core.terms.Figure;
import org.tansiq.core.terms.TermsCommand;

/** How much of a declaration each other party is told. */
final class LevelRulesTest {
    private static AirspaceCommand.Widen widen(Hash id, int version, PartyId to, Level level) {
        return new AirspaceCommand.Widen(id, version, to, level);
    }

    private static AirspaceCommand.Amend details(Hash id, int version) {
        return new AirspaceCommand.Amend(id, version, at(HERE, window(1, SOON)), Air.details("two"));
    }

    private static Optional<Revealed> shown(Then then) {
        return view(then, BRAVO).other();
    }

    @Test
    void nobodyIsToldMoreThanTheOverlapUntilItsAuthorWidens() {
        Given given = planning().by(PLANNER_A, declare(at(HERE, from(SOON))));
        Hash alpha = given.last();
        Then met = given.when(PLANNER_B, declare(at(HERE, from(SOON))));
        assertThat(shown(met)).isEmpty();
        long entry = given.world().next() - 1;
        Then wider = met.after().when(PLANNER_A, widen(alpha, 1, BRAVO, Level.ENVELOPE));
        assertThat(shown(wider))
                .contains(new Revealed(Level.ENVELOPE, alpha, new Source(alpha, entry), Optional.empty()));
        assertThat(view(wider, BRAVO).version()).isEqualTo(2);
        assertThat(wider.told(CHARLIE)).isEmpty();
        assertThat(wider.told(ALPHA)).containsExactly(new AirspaceEvent.Widened(alpha, BRAVO, Level.ENVELOPE));
    }

    @Test
    void whatMeetsNothingIsShownToNobody() {
        Given given = planning().by(PLANNER_A, declare(at(HERE, from(SOON))));
        Then wider = given.when(PLANNER_A, widen(given.last(), 1, BRAVO, Level.FULL));
        assertThat(wider.told(BRAVO)).isEmpty();
        Then met = wider.after().when(PLANNER_B, declare(at(HERE, from(SOON))));
        assertThat(shown(met).map(Revealed::level)).contains(Level.FULL);
    }

    @Test
    void aLevelOnlyWidens() {
        Given given = planning().by(PLANNER_A, declare(at(HERE, from(SOON))));
        Hash alpha = given.last();
        given.when(PLANNER_A, widen(alpha, 1, BRAVO, Level.OVERLAP))
                .refused(new AirspaceRefusal.NotWider(BRAVO, Level.OVERLAP));
        given = given.by(PLANNER_A, widen(alpha, 1, BRAVO, Level.FULL));
        given.when(PLANNER_A, widen(alpha, 1, BRAVO, Level.ENVELOPE))
                .refused(new AirspaceRefusal.NotWider(BRAVO, Level.FULL));
        given = given.by(PLANNER_A, details(alpha, 1));
        assertThat(declaration(given, alpha).reach().of(BRAVO)).isEqualTo(Level.FULL);
        assertThat(declaration(given, alpha).reach().of(CHARLIE)).isEqualTo(Level.OVERLAP);
    }

    @Test
    void onlyOthersAreTold() {
        Given given = planning().by(PLANNER_A, declare(at(HERE, from(SOON))));
        Hash alpha = given.last();
        PartyId nobody = new PartyId("nobody");
        given.when(PLANNER_A, widen(alpha, 1, ALPHA, Level.FULL)).refused(new AirspaceRefusal.NoSuchOther(ALPHA));
        given.when(PLANNER_A, widen(alpha, 1, nobody, Level.FULL)).refused(new AirspaceRefusal.NoSuchOther(nobody));
        given.when(PLANNER_B, widen(alpha, 1, CHARLIE, Level.FULL))
                .refused(new AirspaceRefusal.NoSuchDeclaration(alpha));
        given.when(PLANNER_A, widen(alpha, 2, BRAVO, Level.FULL)).refused(new AirspaceRefusal.VersionMoved(2, 1));
    }

    /** What changes in the details alone is for those who are told the details. */
    @Test
    void anAmendmentOfTheDetailsMovesOnlyWhoIsToldAll() {
        Given given = planning().by(PLANNER_A, declare(at(HERE, from(SOON))));
        Hash alpha = given.last();
        given = given.by(PLANNER_A, widen(alpha, 1, BRAVO, Level.ENVELOPE))
                .by(PLANNER_A, widen(alpha, 1, CHARLIE, Level.FULL))
                .by(PLANNER_B, declare(at(HERE, from(SOON))))
                .by(PLANNER_C, declare(at(HERE, from(SOON))));
        Then amended = given.when(PLANNER_A, details(alpha, 1));
        assertThat(views(amended, BRAVO)).isEmpty();
        Revealed all = view(amended, CHARLIE).other().orElseThrow();
        assertThat(all.source().note()).isEqualTo(amended.after().last());
        Then moved = amended.after().when(PLANNER_A, amend(alpha, 2, at(HERE, window(1, SOON + MINUTE))));
        assertThat(shown(moved).orElseThrow().source().note())
                .isEqualTo(moved.after().last());
    }

    /** Nothing of what comes after. */
    @Test
    void whatIsClearedShowsNothingMore() {
        Given given = planning().by(PLANNER_A, declare(at(HERE, from(SOON))));
        Hash alpha = given.last();
        given = given.by(PLANNER_A, widen(alpha, 1, BRAVO, Level.FULL)).by(PLANNER_B, declare(at(HERE, from(SOON))));
        Then away = given.when(PLANNER_A, amend(alpha, 1, at(FAR, window(1, SOON))));
        ConflictView cleared = view(away, BRAVO);
        assertThat(cleared.cleared()).isTrue();
        assertThat(cleared.other()).isEmpty();
        assertThat(away.after()
                        .when(PLANNER_A, amend(alpha, 2, at(FAR, window(1, SOON + MINUTE))))
                        .told(BRAVO))
                .isEmpty();
    }

    /** A level is what the terms said when the version was signed, whatever they say later. */
    @Test
    void theTermsInForceWhenAVersionIsSaidSayHowMuchIsTold() {
        Given given = planning(figure(Figure.DISCLOSURE_LEVEL, 1)).by(PLANNER_A, declare(at(HERE, from(SOON))));
        Hash alpha = given.last();
        given = given.by(HEAD_A, new TermsCommand.Propose(text(group(ALPHA, BRAVO), Figure.DISCLOSURE_LEVEL, 2)));
        given = given.by(HEAD_B, new TermsCommand.Sign(given.last()));
        assertThat(declaration(given, alpha).reach().of(BRAVO)).isEqualTo(Level.ENVELOPE);
        Given amended = given.by(PLANNER_A, details(alpha, 1));
        assertThat(declaration(amended, alpha).reach().of(BRAVO)).isEqualTo(Level.FULL);
        assertThat(declaration(amended, alpha).reach().of(CHARLIE)).isEqualTo(Level.ENVELOPE);
    }

    // ---- Before it is signed.

    private static List<Preview> previews(Given given, AirspaceCommand asked) {
        Previewed previewed = Disclosure.viewAs(
                given.world(),
                given.world().parties().key(PLANNER_A).orElseThrow(),
                Status.ACTUAL,
                asked,
                given.at(),
                PLACES);
        return ((Previewed.Shown) previewed).parties();
    }

    private static Preview to(PartyId party, List<Preview> previews) {
        return previews.stream()
                .filter(one -> one.to().equals(party))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aPreviewHoldsWhateverIsToldWhenItIsSigned() {
        Given given = planning().by(PLANNER_B, declare(at(HERE, from(SOON))));
        AirspaceCommand.Declare asked = declare(at(HERE, from(SOON)));
        Preview bravo = to(BRAVO, previews(given, asked));
        assertThat(bravo.level()).isEqualTo(Level.OVERLAP);
        assertThat(bravo.envelope()).isEmpty();
        assertThat(bravo.details()).isEmpty();
        ConflictView told = view(given.when(PLANNER_A, asked), BRAVO);
        assertThat(bravo.overlaps()).hasSize(1);
        var most = bravo.overlaps().getFirst();
        var overlap = told.overlaps().getFirst();
        assertThat(most.box().joined(overlap.box())).isEqualTo(most.box());
        assertThat(most.band().joined(overlap.band())).isEqualTo(most.band());
        assertThat(most.window().joined(overlap.window())).isEqualTo(most.window());
        assertThat(most.late()).isEqualTo(overlap.late());
    }

    /** Whom it would meet has no part in it. */
    @Test
    void aPreviewIsTheSameWhateverOthersDeclared() {
        AirspaceCommand.Declare asked = declare(at(HERE, from(SOON)));
        Given nothing = planning();
        Given much = nothing.by(PLANNER_B, declare(at(HERE, from(SOON)))).by(PLANNER_C, declare(at(HERE, from(SOON))));
        Given later = nothing.later(much.at() - nothing.at());
        assertThat(previews(much, asked)).isEqualTo(previews(later, asked));
        World shown = Disclosure.world(much.world(), ALPHA, java.util.OptionalLong.empty());
        Previewed away = Disclosure.viewAs(
                shown, shown.parties().key(PLANNER_A).orElseThrow(), Status.ACTUAL, asked, much.at(), PLACES);
        assertThat(((Previewed.Shown) away).parties()).isEqualTo(previews(much, asked));
    }

    @Test
    void aPreviewOfAWiderLevelShowsTheSections() {
        Given given = planning().by(PLANNER_A, declare(at(HERE, from(SOON))));
        List<Preview> wider = previews(given, widen(given.last(), 1, BRAVO, Level.FULL));
        assertThat(to(BRAVO, wider).envelope()).contains(at(HERE, window(1, SOON)));
        assertThat(to(BRAVO, wider).details()).contains(Air.details("one"));
        assertThat(to(CHARLIE, wider).envelope()).isEmpty();
    }

    @Test
    void whatWouldBeRefusedIsSaidBefore() {
        Given given = planning().by(PLANNER_B, declare(at(HERE, from(SOON))));
        Previewed previewed = Disclosure.viewAs(
                given.world(),
                given.world().parties().key(PLANNER_A).orElseThrow(),
                Status.ACTUAL,
                widen(given.last(), 1, CHARLIE, Level.FULL),
                given.at(),
                PLACES);
        assertThat(previewed).isEqualTo(new Previewed.Barred(new AirspaceRefusal.NoSuchDeclaration(given.last())));
    }
}
