package org.tansiq.wire;

import org.tansiq.core.Disclosure;
import org.tansiq.core.Refusal;
import org.tansiq.core.airspace.ConflictView;
import org.tansiq.core.airspace.Declaration;
import org.tansiq.core.airspace.Previewed;
import org.tansiq.core.airspace.Probing;
import org.tansiq.core.airspace.ThreadView;
import org.tansiq.core.party.Key;
import org.tansiq.core.party.Party;
import org.tansiq.core.terms.Terms;

/** What is shown of the state, each in its one form in JSON: as deliveries have it. */
public final class Shown {
    private Shown() {}

    public static Json party(Party party) {
        return PartyForms.STANDING_PARTY.write(party);
    }

    public static Json key(Key key) {
        return PartyForms.KEY.write(key);
    }

    public static Json declaration(Declaration declaration) {
        return AirspaceForms.DECLARATION.write(declaration);
    }

    /** Why something is refused. */
    public static Json refusal(Refusal why) {
        return HallForms.REFUSAL.write(why);
    }

    /** What each other party would be told at most. */
    public static Json preview(Previewed.Shown previewed) {
        return AirspaceOutcomes.PREVIEWED.write(previewed);
    }

    /** What {@link #preview(Previewed.Shown)} wrote. */
    public static Previewed.Shown preview(Json json) {
        return AirspaceOutcomes.PREVIEWED.read(json);
    }

    /**
     * Budgets at a time in microseconds since 1970, what a day pays, and who touches whom: as much as {@link
     * Disclosure#probing} gives.
     */
    public static Json probing(Probing probing, Terms terms, long at) {
        return Budgets.FORM.write(Budgets.of(probing, terms, at));
    }

    public static Json conflict(ConflictView view) {
        return AirspaceOutcomes.VIEW.write(view);
    }

    public static Json thread(ThreadView view) {
        return ThreadForms.VIEW.write(view);
    }

    /** What {@link #conflict(ConflictView)} wrote. */
    public static ConflictView conflict(Json json) {
        return AirspaceOutcomes.VIEW.read(json);
    }
}
