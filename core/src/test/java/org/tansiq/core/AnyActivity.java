package org.tansiq.core;

import static org.tansiq.core.Cast.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.tansiq.core.airspace.AirspaceCommand;
import org.tansiq.core.airspace.AirspaceRules;
import org.tansiq.core.airspace.Change;
import org.tansiq.core.airspace.Conflict;
import org.tansiq.core.airspace.Cutout;
import org.tansiq.core.airspace.Declaration;
import org.tansiq.core.airspace.DeclaredVolume;
import org.tansiq.core.airspace.DeclaredWindow;
import org.tansiq.core.airspace.Details;
import org.tansiq.core.airspace.Envelope;
import org.tansiq.core.airspace.Level;
import org.tansiq.core.airspace.Outline;
import org.tansiq.core.airspace.Plan;
import org.tansiq.core.airspace.Span;
import org.tansiq.core.airspace.WindowDraft;
import org.tansiq.core.party.PartyId;
import org.tansiq.geometry.Band;
import org.tansiq.geometry.Core;
import org.tansiq.geometry.Ground;
import org.tansiq.geometry.Height;
import org.tansiq.geometry.Position;
import org.tansiq.geometry.Reference;
import org.tansiq.geometry.Window;

/**
 * Any commands about the air: mostly in one place and soon, so that much of it meets; some of it as odd as
 * its form allows.
 */
final class AnyActivity {
    private static final List<PartyId> PARTIES = List.of(ALPHA, BRAVO, CHARLIE);
    private static final List<Level> LEVELS = List.of(Level.values());

    private final Random chance;

    AnyActivity(Random chance) {
        this.chance = chance;
    }

    AirspaceCommand command(World world, PartyId party, long at) {
        List<Declaration> all = world.airspace().declared().values();
        if (all.isEmpty()) return declare(at);
        List<Declaration> own =
                all.stream().filter(d -> d.party().equals(party)).toList();
        Declaration one = one(own.isEmpty() || chance.nextInt(10) == 0 ? all : own);
        return switch (chance.nextInt(12)) {
            case 9, 10, 11 -> talk(world, party, at);
            case 8 -> new AirspaceCommand.Widen(one.id(), version(one.version()), one(PARTIES), one(LEVELS));
            case 0, 1 -> declare(at);
            case 2, 3 -> new AirspaceCommand.Amend(one.id(), version(one.version()), again(one, at), details());
            case 4 -> new AirspaceCommand.Activate(some(one, at), because());
            case 5 -> new AirspaceCommand.End(some(one, at));
            case 6 -> new AirspaceCommand.Withdraw(some(one, at));
            default -> see(world.airspace().conflicts().values(), party);
        };
    }

    private AirspaceCommand declare(long at) {
        return new AirspaceCommand.Declare(envelope(at, List.of()), details());
    }

    private AirspaceCommand see(List<Conflict> all, PartyId party) {
        if (all.isEmpty()) return new AirspaceCommand.See(NEWER, 1);
        Conflict conflict = one(all);
        return new AirspaceCommand.See(
                conflict.id(), version(Math.max(1, conflict.side(party).version())));
    }

    // Mostly in a thread of its own, where it has one, and soon enough to lapse within the play.
    private AirspaceCommand talk(World world, PartyId party, long at) {
        List<Conflict> known = world.airspace().conflicts().values().stream()
                .filter(conflict -> conflict.concerns(party))
                .filter(conflict -> conflict.side(party).view().isPresent())
                .toList();
        if (known.isEmpty()) return new AirspaceCommand.Ask(NEWER, 1);
        Conflict conflict = one(known);
        int seen = version(conflict.side(party).version());
        Hash own = conflict.a().party().equals(party)
                ? conflict.finding().a()
                : conflict.finding().b();
        Declaration declaration = world.airspace().declaration(own).orElseThrow();
        AirspaceCommand.Amend amend =
                new AirspaceCommand.Amend(own, version(declaration.version()), again(declaration, at), details());
        Optional<Hash> standing = world.airspace()
                .threads()
                .of(conflict.id())
                .flatMap(thread -> thread.standing().map(offer -> offer.id()));
        return switch (chance.nextInt(standing.isEmpty() ? 4 : 8)) {
            case 0 -> new AirspaceCommand.Ask(conflict.id(), seen);
            case 1, 2 ->
                new AirspaceCommand.Offer(
                        conflict.id(),
                        seen,
                        amend,
                        at + chance.nextLong(2 * MINUTE),
                        chance.nextBoolean() ? Optional.of(one(Change.ALL)) : Optional.empty());
            case 3 -> new AirspaceCommand.Decline(conflict.id(), standing.orElse(NEWER));
            default ->
                new AirspaceCommand.Accept(
                        conflict.id(),
                        seen,
                        standing.orElse(NEWER),
                        chance.nextBoolean() ? Optional.of(amend) : Optional.empty());
        };
    }

    private int version(int now) {
        return chance.nextInt(8) > 0 ? now : Math.max(1, now - 1 + chance.nextInt(3));
    }

    private AirspaceCommand.Some some(Declaration of, long at) {
        List<Integer> numbers = new ArrayList<>();
        for (DeclaredWindow window :
                chance.nextBoolean() ? of.standing(at) : of.windows().values())
            if (numbers.isEmpty() || chance.nextBoolean()) numbers.add(window.number());
        if (numbers.isEmpty()) numbers.add(1 + chance.nextInt(9));
        return new AirspaceCommand.Some(of.id(), version(of.version()), numbers);
    }

    private Envelope again(Declaration of, long at) {
        if (chance.nextInt(4) > 0) return envelope(at, of.standing(at));
        List<WindowDraft> same = of.standing(at).stream()
                .map(window -> new WindowDraft(Optional.of(window.number()), window.window()))
                .toList();
        return same.isEmpty() ? envelope(at, List.of()) : new Envelope(of.plan(), same);
    }

    private Envelope envelope(long at, List<DeclaredWindow> named) {
        List<WindowDraft> windows = windows(at, named);
        boolean open = windows.getFirst().window().until() == Window.OPEN_UNTIL;
        List<DeclaredVolume> volumes = new ArrayList<>();
        for (int i = chance.nextInt(1, 4); i > 0; i--) volumes.add(new DeclaredVolume(outline(), band(), during(open)));
        List<Cutout> minus = new ArrayList<>();
        if (chance.nextInt(4) == 0) minus.add(new Cutout(outline(), band(), Window.ALWAYS));
        Plan plan = new Plan(Optional.empty(), chance.nextInt(20) == 0 ? LINE : AIR, volumes, minus);
        return new Envelope(plan, windows);
    }

    private List<WindowDraft> windows(long at, List<DeclaredWindow> named) {
        List<WindowDraft> windows = new ArrayList<>();
        int count = Math.max(named.size(), 1 + chance.nextInt(3));
        boolean whole = chance.nextBoolean(); // Minutes, so that one often begins where another ends.
        long from = at - MINUTE + chance.nextLong(3 * MINUTE);
        if (whole) from -= Math.floorMod(from, MINUTE);
        for (int i = 0; i < count; i++) {
            boolean open = i == count - 1 && chance.nextInt(4) == 0;
            long until = open
                    ? Window.OPEN_UNTIL
                    : from + (whole ? MINUTE * chance.nextInt(1, 4) : MINUTE + chance.nextLong(3 * MINUTE));
            Optional<Integer> number =
                    i < named.size() ? Optional.of(named.get(i).number()) : Optional.empty();
            windows.add(new WindowDraft(number, new Window(from, until)));
            from = open ? from : until + (whole ? 0 : chance.nextLong(MINUTE));
        }
        return windows;
    }

    private Optional<Span> during(boolean open) {
        return switch (chance.nextInt(8)) {
            case 0 -> open ? Optional.of(new Span(0, AirspaceRules.HORIZON_MAX)) : Optional.empty();
            case 1 -> Optional.of(new Span(chance.nextLong(MINUTE / 2), MINUTE / 2 + chance.nextLong(MINUTE / 2)));
            default -> Optional.empty();
        };
    }

    private Outline outline() {
        double lat = 35 + chance.nextInt(20) / 50.0;
        double lng = 38 + chance.nextInt(20) / 50.0;
        Position at = switch (chance.nextInt(12)) {
            case 0 -> new Position(90 - chance.nextInt(2), lng);
            case 1 -> new Position(lat, 180 - chance.nextInt(2));
            default -> new Position(lat, lng);
        };
        double precision = chance.nextInt(4) == 0 ? 500 : 0;
        if (chance.nextInt(3) == 0) return new Outline(Core.Kind.SPOT, List.of(List.of(at)), radius(), precision);
        Position east = at.destination(90, 50_000);
        Position north = at.destination(0, 50_000);
        return chance.nextBoolean()
                ? new Outline(Core.Kind.CHAIN, List.of(List.of(at, east)), radius(), precision)
                : new Outline(Core.Kind.RING, List.of(List.of(at, east, north)), 0, precision);
    }

    private double radius() {
        return chance.nextInt(10) == 0 ? one(List.of(1.0, Outline.RADIUS_MAX)) : 100 + chance.nextInt(10_000);
    }

    private Band band() {
        Height floor = new Height(reference(), -12_000_000 + chance.nextLong(12_000_000));
        Height ceiling = new Height(reference(), 20_000_000 + chance.nextLong(80_000_001));
        Optional<Height> none = Optional.empty();
        return new Band(
                chance.nextInt(4) == 0 ? none : Optional.of(floor),
                chance.nextInt(4) == 0 ? none : Optional.of(ceiling),
                chance.nextInt(4) == 0 ? new Ground(100_000, 200_000 + chance.nextInt(1000)) : Ground.UNKNOWN);
    }

    private Reference reference() {
        return one(List.of(Reference.values()));
    }

    private Details details() {
        return new Details(
                "north", Optional.empty(), Optional.empty(), Optional.empty(), Optional.of("" + chance.nextInt(9)));
    }

    private Optional<String> because() {
        return chance.nextBoolean() ? Optional.of("of the weather") : Optional.empty();
    }

    private <T> T one(List<T> of) {
        return of.get(chance.nextInt(of.size()));
    }
}
