package org.tansiq.app.declaration;

import java.util.List;
import java.util.Optional;

/** What one party says it will do, where and when: one or more parts under one name. */
public record Declaration(Source source, String name, Optional<String> place, List<Part> parts) {
    /** Characters of a name or a place. */
    public static final int NAME_MAX = 200;

    /** Parts of one declaration. */
    public static final int PARTS_MAX = 1_000;

    /** Windows of one part. */
    public static final int WINDOWS_MAX = 1_000;

    /** Volumes of one declaration, its minus volumes included: footprints times windows. */
    public static final int VOLUMES_MAX = 3_000;

    public Declaration {
        parts = List.copyOf(parts);
    }
}
