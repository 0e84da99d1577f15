package org.tansiq.app.declaration;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.tansiq.geometry.Unfit;

/**
 * What stops the reading of one item. It never leaves this package: each reader turns it into a {@link
 * Refused}.
 */
final class Faulty extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String field;
    private final Enum<?> fault;
    private final transient List<String> details;

    private Faulty(String field, Enum<?> fault, List<String> details) {
        super(field + ": " + fault + " " + details, null, false, false);
        this.field = field;
        this.fault = fault;
        this.details = details;
    }

    static Faulty at(String field, InputFault fault, Object... details) {
        return new Faulty(
                field, fault, Arrays.stream(details).map(String::valueOf).toList());
    }

    static Faulty at(String field, Unfit unfit) {
        return new Faulty(field, unfit.fault(), unfit.details());
    }

    /** What a constructor of geometry gives, its refusal told with the field. */
    static <T> T fit(String field, Supplier<T> given) {
        return fit(() -> field, given);
    }

    /** The same with a field that is put together only for a refusal. */
    static <T> T fit(Supplier<String> field, Supplier<T> given) {
        try {
            return given.get();
        } catch (Unfit unfit) {
            throw at(field.get(), unfit);
        } catch (Faulty faulty) {
            throw faulty.field.isEmpty() ? new Faulty(field.get(), faulty.fault, faulty.details) : faulty;
        }
    }

    Refused refused(Source source) {
        return new Refused(source, field, fault, details);
    }
}
