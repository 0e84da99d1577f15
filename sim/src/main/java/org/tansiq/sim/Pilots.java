package org.tansiq.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tansiq.core.Command;
import org.tansiq.core.Hash;
import org.tansiq.core.World;
import org.tansiq.core.airspace.AirspaceCommand;
import org.tansiq.core.airspace.Change;
import org.tansiq.core.airspace.Conflict;
import org.tansiq.core.airspace.ConflictThread;
import org.tansiq.core.airspace.Declaration;
import org.tansiq.core.airspace.DeclaredWindow;
import org.tansiq.core.airspace.Details;
import org.tansiq.core.airspace.Envelope;
import org.tansiq.core.airspace.Level;
import org.tansiq.core.airspace.Offer;
import org.tansiq.core.airspace.WindowState;
import org.tansiq.core.party.PartyId;

/** What the desks that fly would say next: mostly what is in order, now and then what is not. */
final class Pilots {
    private static final int WRONG_ONE_IN = 12;
    private static final long MINUTE = 60_000_000;
    private static final int BUSY_ONE_IN = 20; // Runs.
    private static final int SHUTTLE_ONE_IN = 6; // Declarations of such a run.

    private final Dice dice;
    private final Routes routes;
    private final boolean busy;

    Pilots(Dice dice) {
        this.dice = dice;
        this.busy = dice.oneIn(BUSY_ONE_IN);
        this.routes = new Routes(dice);
    }

    /** What nobody but its party may read in any delivery: it stands in all that the party declares. */
    static String secret(PartyId party) {
        return "secret of " + party;
    }

    Command next(Author author, World world, long now) {
        List<Declaration> own = own(author, world);
        if (own.isEmpty()) return declare(author, now);
        Declaration one = dice.pick(own);
        return switch (dice.below(20)) {
            case 0, 1, 2, 3 -> declare(author, now);
            case 4, 5, 6 -> moved(author, one, now);
            case 7, 8 -> new AirspaceCommand.Activate(some(one, WindowState.DECLARED, now), because());
            case 9, 10 -> new AirspaceCommand.End(some(one, WindowState.ACTIVATED, now));
            case 11 -> new AirspaceCommand.Withdraw(some(one, WindowState.DECLARED, now));
            case 12 -> widen(one, world);
            case 13, 14, 15, 16 -> talk(author, world, now);
            default -> see(author, world);
        };
    }

    // What is over by now is left alone, mostly; and so is what others declared, or another status.
    private List<Declaration> own(Author author, World world) {
        boolean any = dice.oneIn(WRONG_ONE_IN);
        return world.airspace().declared().values().stream()
                .filter(d -> any || (d.party().equals(author.party) && d.status() == author.plays))
                .filter(d -> any || !d.standing(world.at()).isEmpty())
                .toList();
    }

    private Command declare(Author author, long now) {
        String place = secret(author.party);
        boolean shuttle = busy && dice.oneIn(SHUTTLE_ONE_IN);
        Envelope envelope = shuttle ? routes.shuttle(place, now) : routes.envelope(place, now);
        return new AirspaceCommand.Declare(envelope, details(author));
    }

    private Details details(Author author) {
        return new Details(
                secret(author.party),
                Optional.of(dice.pick(List.of(Details.Use.values()))),
                Optional.of(dice.pick(List.of(Details.Craft.values()))),
                Optional.of(1 + dice.below(9)),
                Optional.empty());
    }

    private AirspaceCommand.Some some(Declaration one, WindowState wanted, long now) {
        boolean any = dice.oneIn(WRONG_ONE_IN);
        List<Integer> numbers = new ArrayList<>(one.windows().values().stream()
                .filter(window -> any || window.state(now) == wanted)
                .map(DeclaredWindow::number)
                .toList());
        if (numbers.size() > 1 && dice.oneIn(2))
            numbers.subList(0, dice.below(numbers.size())).clear();
        if (numbers.isEmpty()) numbers.add(1 + dice.below(one.windows().size() + 1));
        return new AirspaceCommand.Some(one.id(), version(one.version()), numbers);
    }

    private Optional<String> because() {
        return dice.oneIn(3) ? Optional.of("a call came") : Optional.empty();
    }

    private int version(int current) {
        return dice.oneIn(WRONG_ONE_IN) ? Math.max(1, current + 1 - 2 * dice.below(2)) : current;
    }

    private Command widen(Declaration one, World world) {
        PartyId to = dice.pick(world.parties().all().keys());
        return new AirspaceCommand.Widen(one.id(), version(one.version()), to, dice.pick(List.of(Level.values())));
    }

    private Command see(Author author, World world) {
        boolean any = dice.oneIn(WRONG_ONE_IN);
        List<Conflict> told = world.airspace().conflicts().values().stream()
                .filter(conflict -> any
                        || (conflict.concerns(author.party)
                                && !conflict.side(author.party).current()))
                .toList();
        if (told.isEmpty()) return new AirspaceCommand.See(dice.hash(), 1);
        Conflict conflict = dice.pick(told);
        Hash id = dice.oneIn(4 * WRONG_ONE_IN) ? dice.hash() : conflict.id();
        return new AirspaceCommand.See(
                id, version(Math.max(1, conflict.side(author.party).version())));
    }

    // In a conflict that it knows of; an offer stands for some minutes, so that some lapse.
    private Command talk(Author author, World world, long now) {
        List<Conflict> known = world.airspace().conflicts().values().stream()
                .filter(conflict -> conflict.concerns(author.party))
                .filter(conflict -> conflict.side(author.party).view().isPresent())
                .toList();
        if (known.isEmpty()) return new AirspaceCommand.Ask(dice.hash(), 1);
        Conflict conflict = dice.pick(known);
        int seen = version(conflict.side(author.party).version());
        boolean first = conflict.a().party().equals(author.party);
        Hash own = first ? conflict.finding().a() : conflict.finding().b();
        Declaration before = world.airspace().declaration(own).orElseThrow();
        Optional<Hash> standing = world.airspace()
                .threads()
                .of(conflict.id())
                .flatMap(ConflictThread::standing)
                .map(Offer::id);
        return switch (dice.below(standing.isPresent() ? 8 : 4)) {
            case 0 -> new AirspaceCommand.Ask(conflict.id(), seen);
            case 1, 2 ->
                new AirspaceCommand.Offer(
                        conflict.id(), seen, moved(author, before, now), now + MINUTE * dice.below(30), asks());
            case 3 -> new AirspaceCommand.Decline(conflict.id(), standing.orElseGet(dice::hash));
            default ->
                new AirspaceCommand.Accept(
                        conflict.id(),
                        seen,
                        standing.orElseThrow(),
                        dice.oneIn(2) ? Optional.of(moved(author, before, now)) : Optional.empty());
        };
    }

    private AirspaceCommand.Amend moved(Author author, Declaration before, long now) {
        Envelope envelope = routes.envelope(secret(author.party), before, now);
        return new AirspaceCommand.Amend(before.id(), version(before.version()), envelope, details(author));
    }

    private Optional<Change> asks() {
        return dice.oneIn(2) ? Optional.of(dice.pick(Change.ALL)) : Optional.empty();
    }
}
