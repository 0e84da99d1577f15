package org.tansiq.app.declaration;

import java.util.List;
import java.util.Map;

/** One JSON value, as it stood in the file. */
sealed interface Json {
    record Text(String value) implements Json {}

    record Num(double value) implements Json {}

    record Flag(boolean value) implements Json {}

    record Nothing() implements Json {}

    record Items(List<Json> values) implements Json {}

    record Fields(Map<String, Json> values) implements Json {}

    /** Its kind in the words of the JSON standard. */
    default String kind() {
        return switch (this) {
            case Text _ -> "string";
            case Num _ -> "number";
            case Flag _ -> "boolean";
            case Nothing _ -> "null";
            case Items _ -> "array";
            case Fields _ -> "object";
        };
    }
}
