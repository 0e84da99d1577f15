package org.tansiq.wire;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.tansiq.core.Malformed;
import org.tansiq.core.Table;

/**
 * One form of a value in JSON: {@code read(write(x))} equals x, and what {@link #read} does not take is
 * {@link Malformed}.
 */
public interface Codec<T> {
    Json write(T value);

    T read(Json json);

    /** A value in the place of another: {@code inner} writes what {@code out} gives. */
    static <T, I> Codec<T> by(Codec<I> inner, Function<T, I> out, Function<I, T> in) {
        return of(value -> inner.write(out.apply(value)), json -> in.apply(inner.read(json)));
    }

    static <T> Codec<T> of(Function<T, Json> write, Function<Json, T> read) {
        return new Codec<>() {
            @Override
            public Json write(T value) {
                return write.apply(value);
            }

            @Override
            public T read(Json json) {
                return read.apply(json);
            }
        };
    }

    /** Named fields in the order written; reading refuses a field that nobody asked for. */
    static <T> Codec<T> fields(Writing<T> write, Function<FieldsIn, T> read) {
        return of(
                value -> {
                    FieldsOut out = new FieldsOut();
                    write.write(value, out);
                    return out.json();
                },
                json -> {
                    FieldsIn in = new FieldsIn(json);
                    T value = read.apply(in);
                    in.done();
                    return value;
                });
    }

    /** Puts the parts of a value into fields. */
    interface Writing<T> {
        void write(T value, FieldsOut to);
    }

    /** At most {@code most} items. */
    static <T> Codec<List<T>> list(Codec<T> item, int most) {
        return of(items -> new Json.Items(written(items, item)), json -> items(json, item, most));
    }

    private static <T> List<Json> written(List<T> items, Codec<T> item) {
        List<Json> written = new ArrayList<>(items.size());
        for (T one : items) written.add(item.write(one));
        return written;
    }

    private static <T> List<T> items(Json json, Codec<T> item, int most) {
        if (!(json instanceof Json.Items found)) throw new Malformed("", json.text(), "a list");
        if (found.items().size() > most)
            throw new Malformed("", found.items().size() + " items", "at most " + most + " items");
        List<T> items = new ArrayList<>();
        for (Json one : found.items()) items.add(item(one, item, items.size()));
        return items;
    }

    private static <T> T item(Json json, Codec<T> item, int place) {
        try {
            return item.read(json);
        } catch (Malformed bad) {
            throw bad.within("[" + place + "]");
        }
    }

    /** A table as fields: each key is a field's name. */
    static <K extends Comparable<? super K>, V> Codec<Table<K, V>> table(
            Function<K, String> name, Function<String, K> key, Codec<V> value) {
        return of(
                table -> {
                    List<Json.Member> members = new ArrayList<>();
                    table.forEach(row -> members.add(new Json.Member(name.apply(row.key()), value.write(row.value()))));
                    return new Json.Fields(members);
                },
                json -> {
                    if (!(json instanceof Json.Fields fields)) throw new Malformed("", json.text(), "an object");
                    Table<K, V> table = Table.empty();
                    for (Json.Member member : fields.members())
                        table = table.put(key.apply(member.name()), within(member.name(), member.value(), value));
                    return table;
                });
    }

    /** The constants of an enum, each in lower case with dashes. */
    static <E extends Enum<E>> Codec<E> word(E[] all) {
        Map<E, Json> words = new EnumMap<>(all[0].getDeclaringClass());
        for (E one : all)
            words.put(one, new Json.Text(one.name().toLowerCase(Locale.ROOT).replace('_', '-')));
        return of(value -> requireNonNull(words.get(value)), json -> {
            for (E one : all) if (json.equals(words.get(one))) return one;
            throw new Malformed(
                    "",
                    word(json),
                    String.join(", ", words.values().stream().map(Codec::word).toList()));
        });
    }

    private static String word(Json json) {
        return json instanceof Json.Text text ? text.value() : json.text();
    }

    /** Reads a part, so that a fault in it names the part. */
    static <T> T within(String name, Json json, Codec<T> codec) {
        try {
            return codec.read(json);
        } catch (Malformed bad) {
            throw bad.within(name);
        }
    }

    static <T> T inside(String name, Supplier<T> read) {
        try {
            return read.get();
        } catch (Malformed bad) {
            throw bad.within(name);
        }
    }
}
