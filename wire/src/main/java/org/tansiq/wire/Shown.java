package org.tansiq.wire;

import java.util.ArrayList;
import java.util.List;
import org.tansiq.core.Disclosure;
import org.tansiq.core.Table;
import org.tansiq.core.airspace.Account;
import org.tansiq.core.airspace.Budget;
import org.tansiq.core.airspace.ConflictView;
import org.tansiq.core.airspace.Declaration;
import org.tansiq.core.airspace.Holder;
import org.tansiq.core.airspace.Previewed;
import org.tansiq.core.airspace.Probing;
import org.tansiq.core.airspace.Touched;
import org.tansiq.core.party.Key;
import org.tansiq.core.party.Party;
import org.tansiq.core.terms.Terms;

/** What is shown of the state, each in its one form in JSON: as deliveries have it. */
public final class Shown {
    private static final Codec<Json> AS_IT_IS = Codec.of(json -> json, json -> json);

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

    /** What each other party would be told at most. */
    public static Json preview(Previewed.Shown previewed) {
        return AirspaceOutcomes.PREVIEWED.write(previewed);
    }

    /**
     * Budgets at a time in microseconds since 1970, what a day pays, and who touches whom: as much as {@link
     * Disclosure#probing} gives.
     */
    public static Json probing(Probing probing, Terms terms, long at) {
        long daily = Budget.daily(terms);
        FieldsOut to = new FieldsOut().put("daily", Basics.WHOLE, daily);
        List<Json> accounts = new ArrayList<>();
        for (Table.Row<Holder, Account> row : probing.accounts()) {
            Account now = row.value().on(Account.day(at), daily);
            accounts.add(new FieldsOut()
                    .put("holder", AirspaceOutcomes.HOLDER, row.key())
                    .put("account", AirspaceOutcomes.ACCOUNT, now)
                    .json());
        }
        List<Json> touches = new ArrayList<>();
        for (Table.Row<Probing.Touch, Touched> row : probing.touched())
            touches.add(new FieldsOut()
                    .put("touch", AirspaceOutcomes.TOUCH, row.key())
                    .put("touched", AirspaceOutcomes.TOUCHED, row.value())
                    .json());
        return to.put("accounts", AS_IT_IS, new Json.Items(accounts))
                .put("touches", AS_IT_IS, new Json.Items(touches))
                .json();
    }

    public static Json conflict(ConflictView view) {
        return AirspaceOutcomes.VIEW.write(view);
    }
}
