package org.tansiq.core.airspace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tansiq.core.Hash;

/**
 * What the two sides of a conflict have offered and answered, and what each was told of ways out of it.
 * {@code a} and {@code b} are the sides as its finding has them.
 */
public record ConflictThread(
        Hash conflict, Optional<Offer> standing, List<Step> steps, Optional<Ways> a, Optional<Ways> b) {
    /** Steps that are kept, the latest; what came before is in both inboxes. */
    public static final int STEPS_MAX = 20;

    public ConflictThread {
        steps = List.copyOf(steps);
    }

    static ConflictThread of(Hash conflict) {
        return new ConflictThread(conflict, Optional.empty(), List.of(), Optional.empty(), Optional.empty());
    }

    ConflictThread offered(Offer offer, long at) {
        List<Step> all = new ArrayList<>(steps);
        standing.ifPresent(old -> all.add(new Step(
                old.by().equals(offer.by()) ? Step.Kind.REPLACED : Step.Kind.COUNTERED, offer.by(), old.id(), at)));
        all.add(new Step(Step.Kind.OFFERED, offer.by(), offer.id(), at));
        return new ConflictThread(conflict, Optional.of(offer), latest(all), a, b);
    }

    ConflictThread settled(Step step) {
        List<Step> all = new ArrayList<>(steps);
        all.add(step);
        return new ConflictThread(conflict, Optional.empty(), latest(all), a, b);
    }

    ConflictThread answered(boolean first, Ways ways) {
        return first
                ? new ConflictThread(conflict, standing, steps, Optional.of(ways), b)
                : new ConflictThread(conflict, standing, steps, a, Optional.of(ways));
    }

    /** The last that became of an offer, if it is still kept. */
    Optional<Step.Kind> outcome(Hash offer) {
        return steps.stream()
                .filter(step -> step.offer().equals(offer))
                .map(Step::kind)
                .reduce((_, later) -> later);
    }

    private static List<Step> latest(List<Step> all) {
        return all.subList(Math.max(0, all.size() - STEPS_MAX), all.size());
    }
}
