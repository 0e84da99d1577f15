package org.tansiq.edge.http;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.tansiq.core.Hash;
import org.tansiq.core.Refusal;
import org.tansiq.core.party.DeskId;
import org.tansiq.core.party.PartyId;

/** One refusal of each kind that the rules have. */
final class Refusals {
    private Refusals() {}

    static List<Refusal> all() {
        return kinds(Refusal.class).map(Refusals::of).toList();
    }

    private static Stream<Class<?>> kinds(Class<?> type) {
        return type.isSealed() ? Stream.of(type.getPermittedSubclasses()).flatMap(Refusals::kinds) : Stream.of(type);
    }

    private static Refusal of(Class<?> kind) {
        List<Class<?>> types = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        for (RecordComponent part : kind.getRecordComponents()) {
            types.add(part.getType());
            values.add(value(part.getType()));
        }
        try {
            Constructor<?> made = kind.getDeclaredConstructor(types.toArray(Class<?>[]::new));
            return (Refusal) made.newInstance(values.toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(kind.getName(), e);
        }
    }

    private static Object value(Class<?> type) {
        if (type == int.class) return 1;
        if (type == long.class) return 1L;
        if (type == String.class) return "one";
        if (type == Hash.class) return Hash.NONE;
        if (type == PartyId.class) return new PartyId("a");
        if (type == DeskId.class) return new DeskId("air");
        if (type == List.class) return List.of();
        if (type.isEnum()) return type.getEnumConstants()[0];
        throw new IllegalStateException(type + " needs a line here");
    }
}
