package org.tansiq.app.record;

import org.tansiq.app.check.Console;
import org.tansiq.app.check.Measures;
import org.tansiq.app.words.Messages;
import org.tansiq.app.words.Phrase;
import org.tansiq.core.Disclosure;
import org.tansiq.core.Table;
import org.tansiq.core.World;
import org.tansiq.core.airspace.Account;
import org.tansiq.core.airspace.AirspaceEvent;
import org.tansiq.core.airspace.Alarm;
import org.tansiq.core.airspace.Budget;
import org.tansiq.core.airspace.Holder;
import org.tansiq.core.airspace.Probing;
import org.tansiq.core.airspace.Touched;
import org.tansiq.core.party.PartyId;
import org.tansiq.wire.Shown;

/**
 * What a party has spent of its budgets, who else was over theirs, and who touched today what it declared.
 */
final class Spending {
    private final Common common;
    private final Console console;
    private final Messages messages;
    private final World world;
    private final PartyId party;
    private final Probing probing;
    private final Telling telling;
    private final Measures measures;
    private final long daily;
    private final long now;

    Spending(Common common, Console console, Sight sight, long now) {
        this.common = common;
        this.console = console;
        this.messages = common.messages();
        this.world = sight.world();
        this.party = sight.party();
        this.probing = Disclosure.probing(world, party);
        this.telling = new Telling(common.moments(), world.parties());
        this.measures = new Measures(messages);
        this.daily = Budget.daily(world.terms());
        this.now = now;
    }

    void show() {
        if (common.json()) {
            console.line(Shown.probing(probing, world.terms(), now).text());
            return;
        }
        line(messages.say("budget.daily", "daily", measures.volumeTime(daily)));
        for (Table.Row<Holder, Account> row : probing.accounts())
            if (row.key().party().equals(party)) own(row.key(), row.value().on(Account.day(now), daily));
        for (Table.Row<Holder, Account> row : probing.accounts())
            if (!row.key().party().equals(party))
                line(telling.event(
                        new AirspaceEvent.Exceeded(row.key(), row.value().told())));
        for (Table.Row<Probing.Touch, Touched> row : probing.touched())
            if (row.value().day() == Account.day(now)) touched(row.key(), row.value());
    }

    private void own(Holder holder, Account account) {
        line(messages.say(
                "budget.own",
                "status",
                messages.say("status." + holder.status()),
                "spent",
                measures.volumeTime(account.spent()),
                "daily",
                measures.volumeTime(daily)));
        if (account.withheld() > 0) line(messages.say("budget.waiting", "n", (long) account.withheld()));
    }

    private void touched(Probing.Touch touch, Touched today) {
        line(messages.say("budget.touched", "party", touch.by(), "n", (long) today.touches()));
        for (Alarm alarm : today.alarms())
            line(telling.event(new AirspaceEvent.Alarmed(party, touch.by(), alarm, today.touches())));
    }

    private void line(Phrase phrase) {
        console.line(messages.line(phrase));
    }
}
