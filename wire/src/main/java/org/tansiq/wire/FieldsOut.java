package org.tansiq.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An object being written, field by field. */
public final class FieldsOut {
    private final List<Json.Member> members = new ArrayList<>();

    public <V> FieldsOut put(String name, Codec<V> codec, V value) {
        members.add(new Json.Member(name, codec.write(value)));
        return this;
    }

    /** Leaves the field out where there is nothing. */
    public <V> FieldsOut maybe(String name, Codec<V> codec, Optional<V> value) {
        value.ifPresent(v -> put(name, codec, v));
        return this;
    }

    Json json() {
        return new Json.Fields(members);
    }
}
