package org.tansiq.core.airspace;

import java.util.OptionalLong;
import org.tansiq.core.Hash;
import org.tansiq.core.Table;
import org.tansiq.core.party.PartyId;

/**
 * What asking by declaring has cost, and whom it touched: the budgets, the versions that wait for one, and
 * how often one party's declarations touched another's.
 */
public record Probing(Table<Holder, Account> accounts, Table<Hash, Holder> withheld, Table<Touch, Touched> touched) {
    public static final Probing NONE = new Probing(Table.empty(), Table.empty(), Table.empty());

    /** Whose declarations are touched, and by whose. */
    public record Touch(PartyId owner, PartyId by) implements Comparable<Touch> {
        @Override
        public int compareTo(Touch other) {
            int byOwner = owner.compareTo(other.owner);
            return byOwner != 0 ? byOwner : by.compareTo(other.by);
        }
    }

    public Account account(Holder holder) {
        return accounts.get(holder).orElse(Account.NEW);
    }

    Touched touched(Touch touch, long day) {
        return touched.get(touch).filter(known -> known.day() == day).orElse(Touched.none(day));
    }

    /** When something is to be done about what is withheld, in microseconds since 1970. */
    public OptionalLong nextDue() {
        if (withheld.size() == 0) return OptionalLong.empty();
        return accounts.values().stream()
                .mapToLong(Account::due)
                .filter(due -> due != Long.MAX_VALUE)
                .min();
    }

    Probing charged(Declaration version, long day) {
        Holder holder = version.holder();
        Probing free = free(version.id());
        Account account = free.account(holder).charged(version.charge(), day);
        return new Probing(
                free.accounts.put(holder, account),
                version.charge().withheld() ? free.withheld.put(version.id(), holder) : free.withheld,
                touched);
    }

    /** Without a version that waits. */
    Probing free(Hash declaration) {
        return withheld.get(declaration)
                .map(holder -> new Probing(
                        accounts.put(holder, account(holder).lifted()), withheld.remove(declaration), touched))
                .orElse(this);
    }

    Probing with(Holder holder, Account account) {
        return new Probing(accounts.put(holder, account), withheld, touched);
    }

    Probing with(Touch touch, Touched now) {
        return new Probing(accounts, withheld, touched.put(touch, now));
    }
}
