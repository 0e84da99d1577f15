package org.tansiq.app.declaration;

import java.util.List;

/**
 * Why one feature, line or file was not read.
 *
 * <p>The fault is a {@link org.tansiq.geometry.Fault} or an {@link InputFault}; their names do not overlap,
 * and each says what its details are: value first, limit second. The field is a path in the declaration's
 * own words, such as {@code properties.windows[2].until}; empty where the whole is meant.
 */
public record Refused(Source source, String field, Enum<?> fault, List<String> details) {
    public Refused {
        details = List.copyOf(details);
    }
}
