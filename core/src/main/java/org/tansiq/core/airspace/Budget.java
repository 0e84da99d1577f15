package org.tansiq.core.airspace;

import java.util.List;
import java.util.Optional;
import org.tansiq.core.Hash;
import org.tansiq.core.Table;
import org.tansiq.core.party.Parties;
import org.tansiq.core.party.Theatre;
import org.tansiq.core.terms.Figure;
import org.tansiq.core.terms.Terms;
import org.tansiq.geometry.Window;

/**
 * What one budget holder may still declare. A version counts in full when it is said, and nothing gives any
 * of it back; every day in UTC pays as much as the terms allow for one. What is beyond that is recorded all
 * the same, but its author is told only whom to call, until days enough have paid for it.
 */
public final class Budget {
    private final Probing probing;
    private final Parties parties;
    private final Holder holder;
    private final long at;
    private final long daily;

    Budget(Airspace airspace, Parties parties, Terms terms, Holder holder, long at) {
        this.probing = airspace.probing();
        this.parties = parties;
        this.holder = holder;
        this.at = at;
        this.daily = daily(terms);
    }

    /** What a day pays, in thousands of cubic metres times hours. */
    public static long daily(Terms terms) {
        return terms.everywhere(Figure.BUDGET_KM3_HOURS).value() * VolumeTime.KM3_HOUR;
    }

    /** What is spent once some more is, and whether that is more than the budget. */
    Charge charge(long cost) {
        long spent = Math.min(
                Long.MAX_VALUE / 2,
                probing.account(holder).on(Account.day(at), daily).spent() + cost);
        return new Charge(cost, spent, spent > daily);
    }

    /** What an envelope costs if it is said now. */
    Charge charge(Envelope envelope) {
        Theatre theatre = parties.theatre().orElseThrow();
        List<Window> windows =
                envelope.windows().stream().map(WindowDraft::window).toList();
        long horizon = at + AirspaceRules.HORIZON_MAX;
        return charge(VolumeTime.of(envelope.plan(), windows, theatre.founding().cover(), horizon));
    }

    /** What all are told, once a day, where something said this moment was beyond the budget. */
    static Optional<AirspaceEvent> exceeded(Holder holder, Charge charge, Probing before, long at) {
        long today = Account.day(at);
        return charge.withheld() && before.account(holder).told() != today
                ? Optional.of(new AirspaceEvent.Exceeded(holder, today))
                : Optional.empty();
    }

    /** What comes of a budget by the clock alone, if anything is due. */
    static Optional<Due> due(Airspace airspace, Terms terms, long at) {
        for (Table.Row<Holder, Account> row : airspace.probing().accounts())
            if (row.value().due() <= at)
                return Optional.of(new Due(row.key(), due(airspace.probing(), row, daily(terms), at)));
        return Optional.empty();
    }

    /** What is due, and whose budget it is. */
    record Due(Holder holder, AirspaceEvent event) {}

    private static AirspaceEvent due(Probing probing, Table.Row<Holder, Account> row, long daily, long at) {
        Holder holder = row.key();
        if (row.value().refilled()) return new AirspaceEvent.Lifted(waiting(probing, holder));
        long today = Account.day(at);
        long left = row.value().on(today, daily).spent();
        return new AirspaceEvent.Refilled(holder, today, left, left <= daily);
    }

    private static Hash waiting(Probing probing, Holder holder) {
        for (Table.Row<Hash, Holder> row : probing.withheld()) if (row.value().equals(holder)) return row.key();
        throw new IllegalStateException("nothing of " + holder + " is withheld");
    }
}
