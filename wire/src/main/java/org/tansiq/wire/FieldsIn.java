package org.tansiq.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tansiq.core.Malformed;

/** An object being read, field by field, in any order. */
public final class FieldsIn {
    private final List<Json.Member> left;

    FieldsIn(Json json) {
        if (!(json instanceof Json.Fields fields)) throw new Malformed("", json.text(), "an object");
        this.left = new ArrayList<>(fields.members());
    }

    public <V> V get(String name, Codec<V> codec) {
        return maybe(name, codec).orElseThrow(() -> new Malformed(name, "", "a value"));
    }

    public <V> Optional<V> maybe(String name, Codec<V> codec) {
        for (int i = 0; i < left.size(); i++)
            if (left.get(i).name().equals(name))
                return Optional.of(Codec.within(name, left.remove(i).value(), codec));
        return Optional.empty();
    }

    /** All that was there has been asked for. */
    void done() {
        if (!left.isEmpty())
            throw new Malformed(left.getFirst().name(), left.getFirst().value().text(), "no such field");
    }
}
