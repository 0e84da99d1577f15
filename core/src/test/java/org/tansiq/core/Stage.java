package org.tansiq.core;

import static java.util.Objects.requireNonNull;
import static org.tansiq.core.Cast.*;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.tansiq.core.airspace.AirspaceCommand;
import org.tansiq.core.airspace.Conflict;
import org.tansiq.core.airspace.ConflictThread;
import org.tansiq.core.airspace.Cutout;
import org.tansiq.core.airspace.Declaration;
import org.tansiq.core.airspace.DeclaredVolume;
import org.tansiq.core.airspace.Details;
import org.tansiq.core.airspace.Envelope;
import org.tansiq.core.airspace.Level;
import org.tansiq.core.airspace.Offer;
import org.tansiq.core.airspace.Plan;
import org.tansiq.core.airspace.Revealed;
import org.tansiq.core.party.PartyId;
import org.tansiq.geometry.Window;

/** One of two worlds in which the same is played, with its own form of whatever is hidden. */
final class Stage {
    static final long CELL = 5 * MINUTE;

    final Random chance;
    final Sites sites;
    final Renaming renaming = new Renaming();
    /** The windows of a plot's slots, by the numbers of both. */
    final List<TreeMap<Integer, Integer>> windows = new ArrayList<>();

    Given given;

    private final String name;
    private final PartyId viewer;
    private final List<Hash> declared = new ArrayList<>();
    private final TreeMap<Hash, Command> said = new TreeMap<>();
    private final TreeMap<Hash, Integer> plots = new TreeMap<>();

    Stage(String name, PartyId viewer, Given given, Random chance) {
        this.name = name;
        this.viewer = viewer;
        this.given = given;
        this.chance = chance;
        this.sites = new Sites(chance);
    }

    World world() {
        return given.world();
    }

    /** What is said next by a key; the name of a viewer's note is the same in both worlds. */
    Then say(VerifierKey key, Command command, Status status, boolean shown) {
        Chain chain = world().chain(key);
        Hash hash = hash((shown ? "shown " : name) + world().next());
        Note note = given.note(hash, key, chain.next(), chain.head(), command, status);
        said.put(hash, command);
        Stamped asked = new Stamped(given.at() + 1, hash("chance " + world().next()), cause(note, command));
        Entry entry = Rules.decide(world(), asked, Sites.PLACES);
        World after = Rules.apply(world(), entry);
        return new Then(given, entry, new Given(after, asked.at(), hash));
    }

    private static Cause cause(Note note, Command command) {
        return new Cause.Said(note, new Reading.Clear(command));
    }

    /** What was just declared is this world's form of a plot. */
    void declared(Plot plot) {
        declared.add(given.last());
        plots.put(given.last(), plot.number);
        windows.add(new TreeMap<>());
    }

    /** What a note says that is open to somebody up to a level. */
    List<Object> opened(Revealed other) {
        Command note = requireNonNull(said.get(other.source().note()));
        Optional<AirspaceCommand.Amend> amend = switch (note) {
            case AirspaceCommand.Amend said -> Optional.of(said);
            case AirspaceCommand.Offer offer -> Optional.of(offer.amend());
            case AirspaceCommand.Accept accept -> accept.amend();
            default -> Optional.empty();
        };
        Envelope envelope =
                amend.map(AirspaceCommand.Amend::envelope).orElseGet(() -> ((AirspaceCommand.Declare) note).envelope());
        Details details =
                amend.map(AirspaceCommand.Amend::details).orElseGet(() -> ((AirspaceCommand.Declare) note).details());
        return other.level() == Level.FULL ? List.of(envelope, details) : List.of(envelope);
    }

    /** What would come of a command. */
    Entry trial(VerifierKey key, Command command, Status status) {
        Chain chain = world().chain(key);
        Note note = given.note(hash(name + world().next()), key, chain.next(), chain.head(), command, status);
        Stamped asked = new Stamped(given.at() + 1, hash("chance " + world().next()), cause(note, command));
        return Rules.decide(world(), asked, Sites.PLACES);
    }

    /** What stands offered in a conflict. */
    Optional<Offer> standing(Hash conflict) {
        return world().airspace().threads().of(conflict).flatMap(ConflictThread::standing);
    }

    /** The conflict between two plots. */
    Optional<Conflict> conflict(Plot plot, Plot other) {
        return conflict(plot, id(other));
    }

    Hash id(Plot plot) {
        return declared.get(plot.number);
    }

    Declaration declaration(Plot plot) {
        return world().airspace().declaration(id(plot)).orElseThrow();
    }

    /** Which plot a conflict of the viewer is with. */
    int plot(Hash conflict) {
        Conflict known = world().airspace().conflict(conflict).orElseThrow();
        Integer a = plots.get(known.finding().a());
        return a != null ? a : plots.getOrDefault(known.finding().b(), -1);
    }

    /** What a conflict of the viewer is called in both worlds: its own declaration, and the plot. */
    String shared(Hash conflict) {
        Conflict known = world().airspace().conflict(conflict).orElseThrow();
        boolean first = known.a().party().equals(viewer);
        return (first ? known.finding().a() : known.finding().b()) + " " + plot(conflict);
    }

    /** The conflict between a plot and a declaration of the viewer. */
    Optional<Conflict> conflict(Plot plot, Hash own) {
        return world().airspace().conflictsOf(own).stream()
                .filter(conflict -> conflict.finding().a().equals(id(plot))
                        || conflict.finding().b().equals(id(plot)))
                .findFirst();
    }

    Plan dressed(Plot plot) {
        List<DeclaredVolume> volumes = new ArrayList<>();
        List<Cutout> minus = new ArrayList<>();
        for (Sites.Cover cover : plot.covers) {
            boolean hollow = cover.kind() == Sites.Kind.NONE && !plot.touches(cover.site()) && chance.nextBoolean();
            if (hollow) minus.add(sites.hole(cover.site()));
            volumes.add(hollow ? sites.hollow(cover.site()) : sites.volume(cover, plot.floor, plot.ceiling));
        }
        Collections.shuffle(volumes, chance);
        return new Plan(sites.place(), AIR, volumes, minus);
    }

    /** A window in the cells of a slot, at times at which no viewer's begins or ends. */
    Window dressed(Plot.Slot slot) {
        long until = slot.until() == Plot.Slot.OPEN ? Window.OPEN_UNTIL : slot.until() * CELL + within();
        return new Window(slot.from() * CELL + within(), until);
    }

    private long within() {
        return MINUTE + 1 + chance.nextLong(4 * MINUTE - 2);
    }

    Details details() {
        return new Details(
                word("one").orElseThrow(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(1 + chance.nextInt(9)),
                word("it"));
    }

    private Optional<String> word(String word) {
        return Optional.of(word + (10 + chance.nextInt(90)));
    }

    List<Declaration> of(PartyId party) {
        return world().airspace().declared().values().stream()
                .filter(declaration -> declaration.party().equals(party))
                .toList();
    }
}
