package org.tansiq.core;

import static org.tansiq.core.Cast.*;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tansiq.core.airspace.AirspaceCommand;
import org.tansiq.core.airspace.AirspaceEvent;
import org.tansiq.core.airspace.ConflictView;
import org.tansiq.core.airspace.Declaration;
import org.tansiq.core.airspace.DeclaredVolume;
import org.tansiq.core.airspace.DeclaredWindow;
import org.tansiq.core.airspace.Details;
import org.tansiq.core.airspace.Envelope;
import org.tansiq.core.airspace.Outline;
import org.tansiq.core.airspace.Plan;
import org.tansiq.core.airspace.WindowDraft;
import org.tansiq.core.party.PartyCommand;
import org.tansiq.core.party.PartyId;
import org.tansiq.core.party.Role;
import org.tansiq.core.places.Gazetteer;
import org.tansiq.core.places.Place;
import org.tansiq.core.terms.Figures;
import org.tansiq.geometry.Band;
import org.tansiq.geometry.Core;
import org.tansiq.geometry.Height;
import org.tansiq.geometry.Position;
import org.tansiq.geometry.Reference;
import org.tansiq.geometry.Window;

/** Planners of three parties, and what they say of the air: discs of 5 km between 3000 and 4000 m. */
final class Air {
    static final long HOUR = 60 * MINUTE;
    /** Early enough for the notice that is asked for where nothing is agreed. */
    static final long SOON = NOON + 2 * HOUR;

    static final VerifierKey PLANNER_A = key("alpha/planner");
    static final VerifierKey PLANNER_B = key("bravo/planner");
    static final VerifierKey PLANNER_C = key("charlie/planner");

    static final Position HERE = new Position(35, 38);
    static final Position FAR = new Position(36, 39);

    static final Gazetteer PLACES = Gazetteer.of(List.of(
            place("tadmur", "Tadmur", HERE, 3000),
            place("raqqa", "Raqqa", FAR, 5000),
            place("other-raqqa", "Raqqah", FAR.destination(90, 300_000), 1000)));

    private Air() {}

    private static Place place(String id, String name, Position at, double radius) {
        return new Place(id, Optional.of(name), Optional.empty(), Optional.empty(), at, radius, 1000, 0);
    }

    static Given planning() {
        return planning(Figures.NONE);
    }

    static Given planning(Figures figures) {
        Given given = Given.open(founding(), figures);
        for (VerifierKey head : List.of(HEAD_A, HEAD_B, HEAD_C))
            given = given.by(head, new PartyCommand.SetDesk(desk(AIR)));
        return given.by(HEAD_A, new PartyCommand.Enrol(PLANNER_A, Role.PLANNER, Optional.of(AIR)))
                .by(HEAD_B, new PartyCommand.Enrol(PLANNER_B, Role.PLANNER, Optional.of(AIR)))
                .by(HEAD_C, new PartyCommand.Enrol(PLANNER_C, Role.DUTY_OFFICER, Optional.of(AIR)));
    }

    static DeclaredVolume disc(Position middle, int floor) {
        return new DeclaredVolume(spot(middle), band(floor), Optional.empty());
    }

    static Outline spot(Position middle) {
        return new Outline(Core.Kind.SPOT, List.of(List.of(middle)), 5000, 0);
    }

    static Band band(int floor) {
        return Band.between(Height.floor(Reference.AMSL, floor), Height.ceiling(Reference.AMSL, floor + 1000));
    }

    static Plan plan(DeclaredVolume... volumes) {
        return new Plan(Optional.empty(), AIR, List.of(volumes), List.of());
    }

    /** A new window of an hour. */
    static WindowDraft from(long from) {
        return new WindowDraft(Optional.empty(), new Window(from, from + HOUR));
    }

    /** A window that has a number, now an hour from a time on. */
    static WindowDraft window(int number, long from) {
        return new WindowDraft(Optional.of(number), new Window(from, from + HOUR));
    }

    static Envelope at(Position middle, WindowDraft... windows) {
        return envelope(plan(disc(middle, 3000)), windows);
    }

    static Envelope envelope(Plan plan, WindowDraft... windows) {
        return new Envelope(plan, List.of(windows));
    }

    static Details details(String name) {
        return new Details(name, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    static AirspaceCommand.Declare declare(Envelope envelope) {
        return new AirspaceCommand.Declare(envelope, details("one"));
    }

    static AirspaceCommand.Amend amend(Hash id, int version, Envelope envelope) {
        return new AirspaceCommand.Amend(id, version, envelope, details("one"));
    }

    static AirspaceCommand.Some some(Hash id, int version, Integer... windows) {
        return new AirspaceCommand.Some(id, version, List.of(windows));
    }

    static AirspaceCommand.Activate activate(Hash id, int version, Integer... windows) {
        return new AirspaceCommand.Activate(some(id, version, windows), Optional.empty());
    }

    static AirspaceCommand.End end(Hash id, int version, Integer... windows) {
        return new AirspaceCommand.End(some(id, version, windows));
    }

    static AirspaceCommand.Withdraw withdraw(Hash id, int version, Integer... windows) {
        return new AirspaceCommand.Withdraw(some(id, version, windows));
    }

    static AirspaceCommand.See see(ConflictView view) {
        return new AirspaceCommand.See(view.conflict(), view.version());
    }

    static Declaration declaration(Given given, Hash id) {
        return given.world().airspace().declaration(id).orElseThrow();
    }

    static DeclaredWindow window(Given given, Hash id, int number) {
        return declaration(given, id).windows().get(number).orElseThrow();
    }

    /** What a party is told of conflicts by one act. */
    static List<ConflictView> views(Then then, PartyId party) {
        return then.told(party).stream()
                .flatMap(event -> event instanceof AirspaceEvent.Told told ? Stream.of(told.view()) : Stream.of())
                .toList();
    }

    static ConflictView view(Then then, PartyId party) {
        List<ConflictView> views = views(then, party);
        if (views.size() != 1) throw new AssertionError(party + " was told " + views);
        return views.getFirst();
    }

    /** All that a party knows of conflicts. */
    static List<ConflictView> views(Given given, PartyId party) {
        return Disclosure.conflicts(given.world(), party);
    }
}
