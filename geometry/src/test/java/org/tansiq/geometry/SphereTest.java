package org.tansiq.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.geometry.S2EdgeUtil;
import com.google.common.geometry.S2Loop;
import com.google.common.geometry.S2Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.tansiq.geometry.Draw.Pair;

/** Which points a ring holds and which edges cross, against s2-geometry fed with the normals. */
class SphereTest {
    private static final int POINTS = 50;

    @Property(tries = 200)
    void aRingHoldsWhatS2SaysItHolds(@ForAll("rings") Pair pair, @ForAll Random random) {
        Core core = pair.a().core();
        S2Loop loop = loop(core);
        for (int i = 0; i < POINTS; i++) {
            Normal p = near(core, random);
            assertThat(core.contains(p)).isEqualTo(loop.contains(s2(p)));
        }
    }

    @Property(tries = 200)
    void edgesCrossWhereS2SaysTheyCross(@ForAll("rings") Pair pair) {
        Core a = pair.a().core();
        Core b = pair.b().core();
        for (int i = 0; i < a.edges(); i++)
            for (int j = 0; j < b.edges(); j++) {
                Arc one = new Arc(a.vertex(i), a.target(i));
                Arc two = new Arc(b.vertex(j), b.target(j));
                if (touching(one, two)) continue; // S2 decides by a rule of its own which of them cross.
                int crossing = S2EdgeUtil.robustCrossing(
                        s2(one.source()), s2(one.target()), s2(two.source()), s2(two.target()));
                assertThat(one.meets(two)).isEqualTo(crossing > 0);
            }
    }

    private static boolean touching(Arc one, Arc two) {
        return Orientation.sign(one.source(), one.target(), two.source()) == 0
                || Orientation.sign(one.source(), one.target(), two.target()) == 0
                || Orientation.sign(two.source(), two.target(), one.source()) == 0
                || Orientation.sign(two.source(), two.target(), one.target()) == 0;
    }

    @Provide
    Arbitrary<Pair> rings() {
        return Draw.ringPairs();
    }

    private static Normal near(Core core, Random random) {
        Normal from = core.vertex(random.nextInt(core.vertices()));
        Normal spread = new Normal(random.nextGaussian(), random.nextGaussian(), random.nextGaussian());
        return from.plus(spread.times(core.cap().radius() * random.nextDouble()))
                .unit();
    }

    private static S2Loop loop(Core core) {
        List<S2Point> points = new ArrayList<>();
        for (int i = 0; i < core.vertices(); i++) points.add(s2(core.vertex(i)));
        S2Loop loop = new S2Loop(points);
        loop.normalize();
        return loop;
    }

    private static S2Point s2(Normal n) {
        return new S2Point(n.x(), n.y(), n.z());
    }
}
