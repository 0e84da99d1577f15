package org.tansiq.wire;

import java.util.List;
import java.util.Optional;
import org.tansiq.core.Malformed;

/** An object being read, field by field, in any order. */
public final class FieldsIn {
    private final List<Json.Member> members;
    private final boolean[] taken;
    private int first; // Of those that are not taken; mostly it is the one that is asked for.

    FieldsIn(Json json) {
        if (!(json instanceof Json.Fields fields)) throw new Malformed("", json.text(), "an object");
        this.members = fields.members();
        this.taken = new boolean[members.size()];
    }

    public <V> V get(String name, Codec<V> codec) {
        return maybe(name, codec).orElseThrow(() -> new Malformed(name, "", "a value"));
    }

    public <V> Optional<V> maybe(String name, Codec<V> codec) {
        for (int i = first; i < taken.length; i++)
            if (!taken[i] && members.get(i).name().equals(name)) return Optional.of(Codec.within(name, take(i), codec));
        return Optional.empty();
    }

    private Json take(int i) {
        taken[i] = true;
        while (first < taken.length && taken[first]) first++;
        return members.get(i).value();
    }

    /** All that was there has been asked for. */
    void done() {
        if (first < taken.length)
            throw new Malformed(
                    members.get(first).name(), members.get(first).value().text(), "no such field");
    }
}
