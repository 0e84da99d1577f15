package org.tansiq.app.demo;

import java.util.List;
import java.util.NoSuchElementException;
import org.tansiq.wire.Json;

/** Reads what commands print as JSON. */
final class Rows {
    private Rows() {}

    /** The first of the rows whose first field says so. */
    static Json.Fields named(List<Json.Fields> rows, String kind) {
        return rows.stream()
                .filter(row -> row.members().getFirst().value() instanceof Json.Text name
                        && name.value().equals(kind))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("row " + kind));
    }

    /** What stands under the only field of each row that has this one. */
    static List<Json.Fields> under(List<Json.Fields> rows, String kind) {
        return rows.stream()
                .map(row -> row.members().getFirst())
                .filter(member -> member.name().equals(kind))
                .map(member -> (Json.Fields) member.value())
                .toList();
    }

    /** What stands under a field of the rows that have it. */
    static List<Json> of(List<Json.Fields> rows, String name) {
        return rows.stream()
                .flatMap(row -> row.members().stream())
                .filter(member -> member.name().equals(name))
                .map(Json.Member::value)
                .toList();
    }

    static List<Json.Fields> items(Json.Fields fields, String name) {
        return ((Json.Items) member(fields, name))
                .items().stream().map(item -> (Json.Fields) item).toList();
    }

    static String text(Json.Fields fields, String... path) {
        Json at = fields;
        for (String name : path) at = member((Json.Fields) at, name);
        return ((Json.Text) at).value();
    }

    static long number(Json.Fields fields, String... path) {
        Json at = fields;
        for (String name : path) at = member((Json.Fields) at, name);
        return Long.parseLong(((Json.Digits) at).digits());
    }

    static Json member(Json.Fields fields, String name) {
        return fields.members().stream()
                .filter(member -> member.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("field " + name))
                .value();
    }
}
