package org.tansiq.wire;

import java.util.ArrayList;
import java.util.List;
import org.tansiq.core.Table;
import org.tansiq.core.airspace.Account;
import org.tansiq.core.airspace.Budget;
import org.tansiq.core.airspace.Holder;
import org.tansiq.core.airspace.Probing;
import org.tansiq.core.airspace.Touched;
import org.tansiq.core.party.Founding;
import org.tansiq.core.terms.Terms;

/**
 * What a party knows of budgets, and of who touches what it declared. {@code daily} is what a day pays, in
 * thousands of cubic metres times hours.
 */
public record Budgets(long daily, List<Standing> accounts, List<Near> touches) {
    /** A budget as it stands; another party's says only on which day it was exceeded. */
    public record Standing(Holder holder, Account account) {}

    /** How often one party touched another's. */
    public record Near(Probing.Touch touch, Touched touched) {}

    private static final int STATUSES = 3;
    private static final Codec<Standing> STANDING = Codec.fields(
            (row, to) -> to.put("holder", AirspaceOutcomes.HOLDER, row.holder)
                    .put("account", AirspaceOutcomes.ACCOUNT, row.account),
            from -> new Standing(
                    from.get("holder", AirspaceOutcomes.HOLDER), from.get("account", AirspaceOutcomes.ACCOUNT)));
    private static final Codec<Near> NEAR = Codec.fields(
            (row, to) -> to.put("touch", AirspaceOutcomes.TOUCH, row.touch)
                    .put("touched", AirspaceOutcomes.TOUCHED, row.touched),
            from -> new Near(from.get("touch", AirspaceOutcomes.TOUCH), from.get("touched", AirspaceOutcomes.TOUCHED)));

    public static final Codec<Budgets> FORM = Codec.fields(
            (all, to) -> to.put("daily", Basics.WHOLE, all.daily)
                    .put("accounts", Codec.list(STANDING, STATUSES * Founding.PARTIES_MAX), all.accounts)
                    .put("touches", Codec.list(NEAR, Founding.PARTIES_MAX), all.touches),
            from -> new Budgets(
                    from.get("daily", Basics.WHOLE),
                    from.get("accounts", Codec.list(STANDING, STATUSES * Founding.PARTIES_MAX)),
                    from.get("touches", Codec.list(NEAR, Founding.PARTIES_MAX))));

    public Budgets {
        accounts = List.copyOf(accounts);
        touches = List.copyOf(touches);
    }

    /** As they are at a time in microseconds since 1970. */
    static Budgets of(Probing probing, Terms terms, long at) {
        long daily = Budget.daily(terms);
        List<Standing> accounts = new ArrayList<>();
        for (Table.Row<Holder, Account> row : probing.accounts())
            accounts.add(new Standing(row.key(), row.value().on(Account.day(at), daily)));
        List<Near> touches = new ArrayList<>();
        for (Table.Row<Probing.Touch, Touched> row : probing.touched()) touches.add(new Near(row.key(), row.value()));
        return new Budgets(daily, accounts, touches);
    }
}
