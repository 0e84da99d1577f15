package org.tansiq.wire;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.tansiq.core.Hash;
import org.tansiq.core.Names;
import org.tansiq.core.Table;
import org.tansiq.core.VerifierKey;
import org.tansiq.core.airspace.Change;
import org.tansiq.core.airspace.DeclaredWindow;
import org.tansiq.core.airspace.Details;
import org.tansiq.core.airspace.Envelope;
import org.tansiq.core.airspace.Level;
import org.tansiq.core.airspace.Outline;
import org.tansiq.core.airspace.Plan;
import org.tansiq.core.airspace.Span;
import org.tansiq.core.airspace.WindowDraft;
import org.tansiq.core.airspace.WindowState;
import org.tansiq.core.party.Cover;
import org.tansiq.core.party.DeskId;
import org.tansiq.core.party.Founding;
import org.tansiq.core.party.Key;
import org.tansiq.core.party.Kind;
import org.tansiq.core.party.PartyCommand;
import org.tansiq.core.party.PartyDraft;
import org.tansiq.core.party.PartyId;
import org.tansiq.core.party.Quorum;
import org.tansiq.core.party.Role;
import org.tansiq.core.terms.Figure;
import org.tansiq.core.terms.Figures;
import org.tansiq.core.terms.Group;
import org.tansiq.geometry.Band;
import org.tansiq.geometry.Core;
import org.tansiq.geometry.Ground;
import org.tansiq.geometry.Height;
import org.tansiq.geometry.Position;
import org.tansiq.geometry.Reference;
import org.tansiq.geometry.Window;

/** Values of any type of the rules, drawn from a seed: records part by part, of a sealed type any kind. */
final class Samples {
    private static final List<String> WORDS = List.of(
            "north", "\u0646\u062c\u0645 \u0634\u0645\u0627\u0644\u064a", "север", "a \"b\" \\ c", "\uD83D\uDE81");

    private final SplittableRandom dice;

    Samples(long seed) {
        this.dice = new SplittableRandom(seed);
    }

    /** Every record that a sealed type comes down to. */
    static List<Class<?>> kinds(Class<?> sealed) {
        return sealed.isSealed()
                ? Stream.of(sealed.getPermittedSubclasses())
                        .flatMap(kind -> kinds(kind).stream())
                        .toList()
                : List.of(sealed);
    }

    <T> T of(Class<T> type) {
        return type.cast(value(type));
    }

    private Object value(Type type) {
        if (type instanceof ParameterizedType of) return container(of);
        Class<?> one = (Class<?>) type;
        if (one == long.class || one == Long.class) return time();
        if (one == int.class || one == Integer.class) return dice.nextInt(1 << 30);
        if (one == boolean.class || one == Boolean.class) return dice.nextBoolean();
        if (one == double.class) return dice.nextInt(-90_000_000, 90_000_000) / 1e6;
        if (one == String.class) return word();
        if (one.isEnum()) return one(List.of(one.getEnumConstants()));
        if (one.isSealed()) return value(one(kinds(one)));
        return bounded(one);
    }

    private Object container(ParameterizedType of) {
        Type[] parts = of.getActualTypeArguments();
        if (of.getRawType() == Optional.class)
            return dice.nextBoolean() ? Optional.of(value(parts[0])) : Optional.empty();
        if (of.getRawType() == List.class) return some(parts[0]);
        if (of.getRawType() == Table.class && parts[1] == DeclaredWindow.class) return windows();
        if (of.getRawType() == Table.class && parts[1] == Level.class)
            return Table.<PartyId, Level>empty().put(of(PartyId.class), of(Level.class));
        throw new IllegalArgumentException(of + " needs a line in Samples");
    }

    private List<Object> some(Type part) {
        List<Object> all = new ArrayList<>();
        for (int i = dice.nextInt(1, 4); i > 0; i--) all.add(value(part));
        return all;
    }

    /** What has limits of its own. */
    private Object bounded(Class<?> type) {
        if (type == Hash.class) return hash();
        if (type == VerifierKey.class) return key();
        if (type == PartyId.class) return new PartyId(id("party"));
        if (type == DeskId.class) return new DeskId(id("desk"));
        if (type == Names.class) return new Names(word(), word(), word());
        if (type == Position.class) return position();
        if (type == Band.class) return band();
        if (type == Cover.class)
            return new Cover(List.of(new Position(30, 30), position(), new Position(40, 45)), band());
        if (type == Quorum.class) return new Quorum(dice.nextInt(51, 101), 100, dice.nextInt(2, 9));
        if (type == Figures.class) return figures();
        if (type == Group.class) return new Group(List.of(new PartyId("a"), new PartyId(id("b"))));
        if (type == Founding.class) return founding();
        if (type == Key.class) return seated();
        if (type == PartyCommand.Enrol.class) {
            Key key = seated();
            return new PartyCommand.Enrol(key.verifier(), key.role(), key.desk());
        }
        return airspace(type);
    }

    private Object airspace(Class<?> type) {
        if (type == Outline.class) return outline();
        if (type == Window.class) return window(dice.nextLong(1_000_000));
        if (type == Span.class) return new Span(dice.nextInt(1000), 1000 + dice.nextInt(1000));
        if (type == Envelope.class) return new Envelope(of(Plan.class), drafts());
        if (type == Details.class)
            return new Details(
                    word(),
                    Optional.of(of(Details.Use.class)),
                    dice.nextBoolean() ? Optional.of(of(Details.Craft.class)) : Optional.empty(),
                    dice.nextBoolean() ? Optional.of(1 + dice.nextInt(Details.COUNT_MAX)) : Optional.empty(),
                    dice.nextBoolean() ? Optional.of(word()) : Optional.empty());
        if (type == Change.class) return one(Change.ALL);
        return record(type);
    }

    private Outline outline() {
        Position at = position();
        Position east = new Position(at.lat(), at.lng() + 1);
        Position north = new Position(at.lat() + 1, at.lng());
        double radius = dice.nextInt(1, 100_000) / 10.0;
        return switch (of(Core.Kind.class)) {
            case SPOT -> new Outline(Core.Kind.SPOT, List.of(List.of(at)), radius, dice.nextInt(1000));
            case CHAIN -> new Outline(Core.Kind.CHAIN, List.of(List.of(at, east, north)), radius, 0);
            case RING -> new Outline(Core.Kind.RING, rings(List.of(at, east, north)), 0, 31);
        };
    }

    private List<List<Position>> rings(List<Position> outer) {
        Position at = outer.getFirst();
        List<Position> inner = new ArrayList<>();
        for (double[] off : new double[][] {{0.2, 0.2}, {0.2, 0.4}, {0.4, 0.2}})
            inner.add(new Position(at.lat() + off[0], at.lng() + off[1]));
        return dice.nextBoolean() ? List.of(outer) : List.of(outer, inner);
    }

    private Window window(long from) {
        long until = from + 2000 + dice.nextInt(1000);
        return new Window(
                dice.nextInt(10) == 0 ? Window.OPEN_FROM : from, dice.nextInt(10) == 0 ? Window.OPEN_UNTIL : until);
    }

    /** Windows apart, the last one perhaps with an open end, each long enough for any part of it. */
    private List<WindowDraft> drafts() {
        List<WindowDraft> drafts = new ArrayList<>();
        int count = dice.nextInt(1, 4);
        for (int i = 0; i < count; i++) {
            long from = 10_000L * i + dice.nextInt(1000);
            boolean open = i == count - 1 && dice.nextBoolean();
            Window window = new Window(from, open ? Window.OPEN_UNTIL : from + 2000 + dice.nextInt(1000));
            drafts.add(new WindowDraft(dice.nextBoolean() ? Optional.of(i + 1) : Optional.empty(), window));
        }
        return drafts;
    }

    private Table<Integer, DeclaredWindow> windows() {
        Table<Integer, DeclaredWindow> windows = Table.empty();
        int number = 0;
        for (WindowDraft draft : drafts()) {
            number += 1 + dice.nextInt(9);
            windows = windows.put(
                    number,
                    new DeclaredWindow(
                            number, draft.window(), of(WindowState.class), time(), dice.nextBoolean(), time()));
        }
        return windows;
    }

    private Object record(Class<?> type) {
        RecordComponent[] parts = type.getRecordComponents();
        if (parts == null) throw new IllegalArgumentException(type + " needs a line in Samples");
        Object[] values = Stream.of(parts)
                .map(RecordComponent::getGenericType)
                .map(this::value)
                .toArray();
        try {
            Class<?>[] types = Stream.of(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
            Constructor<?> made = type.getDeclaredConstructor(types);
            return made.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(type + " needs a line in Samples", e);
        }
    }

    private Founding founding() {
        List<PartyDraft> founders = new ArrayList<>();
        for (String id : List.of("a", "b"))
            founders.add(new PartyDraft(new PartyId(id), of(Names.class), of(Kind.class), List.of(key(), key())));
        return new Founding(
                of(Names.class), of(Cover.class), dice.nextBoolean(), new PartyId("b"), founders, of(Quorum.class));
    }

    private Key seated() {
        Role role = of(Role.class);
        Optional<DeskId> desk = role.atDesk() ? Optional.of(of(DeskId.class)) : Optional.empty();
        return new Key(key(), of(PartyId.class), role, desk, dice.nextBoolean());
    }

    private Figures figures() {
        Table<Figure, Long> named = Table.<Figure, Long>empty().put(Figure.BUFFER_METRES, 5L);
        for (Figure figure : Figure.values())
            if (dice.nextBoolean()) named = named.put(figure, dice.nextLong(figure.least(), figure.most() + 1));
        return new Figures(named);
    }

    private Band band() {
        Height floor = new Height(one(List.of(Reference.values())), dice.nextInt(0, 1000));
        return new Band(
                dice.nextBoolean() ? Optional.of(floor) : Optional.empty(),
                dice.nextBoolean()
                        ? Optional.of(new Height(floor.reference(), 1_000_000 + dice.nextInt(1000)))
                        : Optional.empty(),
                dice.nextBoolean() ? new Ground(dice.nextInt(100), 100 + dice.nextInt(100)) : Ground.UNKNOWN);
    }

    private Position position() {
        return new Position(dice.nextInt(30_000_000, 40_000_000) / 1e6, 45 + dice.nextInt(1_000_000) / 1e7);
    }

    private Hash hash() {
        return new Hash(dice.nextLong(), dice.nextLong(), dice.nextLong(), dice.nextLong());
    }

    private VerifierKey key() {
        return new VerifierKey("TEST-a/" + dice.nextInt(1000), hash());
    }

    private String id(String begins) {
        return begins + "-" + dice.nextInt(1000);
    }

    private long time() {
        return dice.nextLong(253_402_300_799_999_999L);
    }

    private String word() {
        return one(WORDS) + " " + dice.nextInt(1000);
    }

    private <T> T one(List<T> all) {
        return all.get(dice.nextInt(all.size()));
    }
}
