package org.tansiq.core;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.tansiq.core.airspace.Outline;

/**
 * Writes values of one world as text in which hashes are numbers, in the order of their first appearance.
 * Two worlds give equal texts, one after the other, where one is the other up to a renaming.
 *
 * <p>Whatever it cannot write whole is a fault, so that nothing stays unseen for want of a word.
 */
final class Renaming {
    private static final ClassValue<List<RecordComponent>> PARTS = new ClassValue<>() {
        @Override
        protected List<RecordComponent> computeValue(Class<?> type) {
            List<RecordComponent> parts = List.of(type.getRecordComponents());
            for (RecordComponent part : parts) part.getAccessor().setAccessible(true);
            return parts;
        }
    };

    private final TreeMap<Hash, Integer> numbers = new TreeMap<>();
    private final List<Hash> hashes = new ArrayList<>();

    /** The number of a hash. */
    int number(Hash hash) {
        Integer known = numbers.get(hash);
        if (known != null) return known;
        hashes.add(hash);
        numbers.put(hash, hashes.size());
        return hashes.size();
    }

    String text(Object value) {
        StringBuilder text = new StringBuilder();
        write(value, text);
        return text.toString();
    }

    private void write(Object value, StringBuilder text) {
        switch (value) {
            case Hash hash -> text.append('#').append(number(hash));
            case String said -> text.append('"').append(said).append('"');
            case Number number -> text.append(number);
            case Boolean flag -> text.append(flag);
            case Enum<?> one -> text.append(one.name());
            case Optional<?> perhaps -> write(perhaps.stream().toList(), text);
            case OptionalLong perhaps -> text.append(perhaps);
            case Collection<?> many -> writeAll(many, text);
            case Table<?, ?> table -> writeAll(table, text);
            case Outline outline ->
                write(List.of(outline.kind(), outline.parts(), outline.radius(), outline.precision()), text);
            case Record row -> write(row, text);
            default -> throw new AssertionError("no text for " + value.getClass());
        }
    }

    private void writeAll(Iterable<?> many, StringBuilder text) {
        text.append('[');
        for (Object one : many) {
            write(one, text);
            text.append(' ');
        }
        text.append(']');
    }

    private void write(Record row, StringBuilder text) {
        text.append(row.getClass().getSimpleName()).append('(');
        for (RecordComponent part : PARTS.get(row.getClass())) {
            text.append(part.getName()).append('=');
            write(got(row, part), text);
            text.append(' ');
        }
        text.append(')');
    }

    private static Object got(Record row, RecordComponent part) {
        try {
            return part.getAccessor().invoke(row);
        } catch (ReflectiveOperationException closed) {
            throw new LinkageError(row.getClass() + " " + part.getName(), closed);
        }
    }
}
