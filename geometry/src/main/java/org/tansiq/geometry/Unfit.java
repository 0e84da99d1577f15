package org.tansiq.geometry;

import java.util.Arrays;
import java.util.List;

/**
 * A shape, height or time that cannot be what it says it is.
 *
 * <p>Whoever reads declarations catches this and names file, feature and field; the details are numbers only,
 * so that a message in any language can be built from them.
 */
public final class Unfit extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final Fault fault;
    private final transient List<String> details;

    public Unfit(Fault fault, Object... details) {
        super(fault + " " + Arrays.toString(details));
        this.fault = fault;
        this.details = Arrays.stream(details).map(String::valueOf).toList();
    }

    public Fault fault() {
        return fault;
    }

    /** The numbers that {@link Fault} promises, value first, limit second. */
    public List<String> details() {
        return details;
    }
}
