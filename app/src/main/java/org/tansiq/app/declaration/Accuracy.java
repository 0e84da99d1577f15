package org.tansiq.app.declaration;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tansiq.geometry.Fault;
import org.tansiq.geometry.Footprint;
import org.tansiq.geometry.Unfit;

/** How good positions are, in metres, and whether edges run on rhumb lines. */
record Accuracy(double precision, boolean rhumb) {
    /**
     * Metres that a form of writing positions implies: one degree, one arc minute, one arc second of a
     * meridian.
     */
    static final Map<String, Double> FORMS = new TreeMap<>(Map.of("LATD", 111_700.0, "LATM", 1852.0, "LATS", 31.0));

    private static final Set<String> EDGES = new TreeSet<>(Set.of("geodesic", "rhumb"));

    static Accuracy of(Node node, Accuracy whole) {
        Optional<Node> metres = node.optional("precisionMetres");
        Optional<Node> form = node.optional("positionForm");
        if (metres.isPresent() && form.isPresent())
            throw Faulty.at(metres.get().path(), InputFault.GIVEN_TWICE, "precisionMetres", "positionForm");
        double precision = metres.map(Accuracy::checked)
                .or(() -> form.map(f -> FORMS.getOrDefault(f.oneOf(FORMS.keySet()), 0.0)))
                .orElse(whole.precision);
        boolean rhumb =
                node.optional("edge").map(e -> e.oneOf(EDGES).equals("rhumb")).orElse(whole.rhumb);
        return new Accuracy(precision, rhumb);
    }

    /** The precision of an outline that is subdivided to {@link Curves#CHORD_MAX}. */
    double subdivided() {
        return precision + Curves.CHORD_MAX;
    }

    /** The precision of edges between given positions. */
    double edges() {
        return rhumb ? subdivided() : precision;
    }

    private static double checked(Node node) {
        double metres = node.number();
        double max = Footprint.PRECISION_MAX - Curves.CHORD_MAX;
        if (metres < 0 || metres > max) throw Faulty.at(node.path(), new Unfit(Fault.PRECISION, metres, max));
        return metres;
    }
}
