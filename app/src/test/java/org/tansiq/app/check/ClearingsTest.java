package org.tansiq.app.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.tansiq.app.declaration.Declaration;
import org.tansiq.app.declaration.DeclaredHeight;
import org.tansiq.app.declaration.Part;
import org.tansiq.app.declaration.Source;
import org.tansiq.app.declaration.Unit;
import org.tansiq.geometry.Band;
import org.tansiq.geometry.Core;
import org.tansiq.geometry.Footprint;
import org.tansiq.geometry.Ground;
import org.tansiq.geometry.Height;
import org.tansiq.geometry.Meeting;
import org.tansiq.geometry.Position;
import org.tansiq.geometry.Reference;
import org.tansiq.geometry.Volume;
import org.tansiq.geometry.Window;

class ClearingsTest {
    private static final long MINUTE = 60_000_000;

    @Property(tries = 200)
    void whatIsSaidToClearDoesAndOneStepLessDoesNot(@ForAll Random random) {
        Side a = side(random, List.of(Unit.values()).get(random.nextInt(3)));
        Side b = side(random, Unit.FEET);
        boolean meet = meet(a.volumes(), b.volumes());
        for (Clearing way : Clearings.of(a, b)) {
            Side mover = way.first() ? a : b;
            Side stayer = way.first() ? b : a;
            assertThat(meet(moved(mover, way, way.finest()), stayer.volumes())).isFalse();
            long less = way.finest() - way.step().finest();
            if (less > 0 || meet)
                assertThat(meet(moved(mover, way, less), stayer.volumes())).isTrue();
        }
    }

    @Test
    void anOpenEndCannotBeClimbedOver() {
        Volume open = new Volume(disc(0), Band.ALL, Window.ALWAYS);
        Side a = Side.of(declaration(List.of(open), Unit.METRES), 1, 0);
        assertThat(Clearings.of(a, a)).isEmpty();
    }

    private static boolean meet(List<Volume> one, List<Volume> two) {
        return one.stream().anyMatch(a -> two.stream().anyMatch(b -> Meeting.possible(a, b)));
    }

    private static List<Volume> moved(Side side, Clearing way, long by) {
        return side.volumes().stream()
                .map(v -> way.kind() == Clearing.Kind.HIGHER
                        ? new Volume(v.footprint(), Layer.risen(v.band(), by), v.window())
                        : new Volume(v.footprint(), v.band(), later(v.window(), by)))
                .toList();
    }

    private static Window later(Window w, long by) {
        return new Window(
                w.from() == Window.OPEN_FROM ? w.from() : w.from() + by,
                w.until() == Window.OPEN_UNTIL ? w.until() : w.until() + by);
    }

    private static Side side(Random random, Unit unit) {
        List<Volume> volumes = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(3); i++) volumes.add(volume(random));
        return Side.of(declaration(volumes, unit), 1, 0);
    }

    private static Volume volume(Random random) {
        Reference reference = List.of(Reference.values()).get(random.nextInt(4));
        double low = random.nextInt(3000);
        Optional<Height> floor = Optional.of(Height.floor(reference, low));
        Optional<Height> ceiling = Optional.of(Height.ceiling(reference, low + random.nextInt(3000)));
        Band band = new Band(
                random.nextInt(9) == 0 ? Optional.empty() : floor,
                random.nextInt(9) == 0 ? Optional.empty() : ceiling,
                random.nextBoolean() ? Ground.UNKNOWN : Ground.between(100, 400));
        long from = random.nextInt(120) * MINUTE + random.nextInt(3);
        long until = from + random.nextInt(120) * MINUTE;
        return new Volume(
                disc(random.nextInt(4)), band, new Window(from, random.nextInt(9) == 0 ? Window.OPEN_UNTIL : until));
    }

    private static Footprint disc(int place) {
        return new Footprint(Core.spot(new Position(10, 179.99 + place * 0.005 - (place > 2 ? 360 : 0))), 600);
    }

    private static Declaration declaration(List<Volume> volumes, Unit unit) {
        Optional<DeclaredHeight> height = Optional.of(new DeclaredHeight(Reference.AMSL, unit, 1));
        Part part = new Part("part", height, height, true, volumes, List.of(), List.of());
        return new Declaration(new Source("file", Source.Kind.FEATURE, 1), "name", Optional.empty(), List.of(part));
    }
}
