package org.tansiq.app.replacement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.tansiq.core.Hash;
import org.tansiq.wire.Json;

/**
 * Writes what one world shows in an order that two worlds share. Where a list is in the order of conflicts'
 * names, which chance draws, that is checked, and the rows are then put in the order of what these conflicts
 * are called in both worlds. Every other order stays.
 */
final class Settling {
    /** What a viewer gets betrays what is hidden. */
    static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1;

        Broken(String what) {
            super(what);
        }
    }

    private static final String CONFLICT = "conflict";
    /** What falls with one act stands by the names of conflicts. */
    private static final String FALLEN = "voided";

    private final Called called;
    private final boolean soonest;

    /** {@code soonest}: conflicts are listed the soonest first, else by name alone. */
    Settling(Called called, boolean soonest) {
        this.called = called;
        this.soonest = soonest;
    }

    String text(String text) {
        Optional<Json> json = Texts.json(text);
        if (json.isPresent()) return settled(json.get(), "").text();
        if (text.indexOf('\n') < 0) return called.inOrder(text);
        List<String> lines = new ArrayList<>();
        for (String line : text.split("\n", -1))
            lines.add(Texts.json(line).map(found -> settled(found, "").text()).orElseGet(() -> called.inOrder(line)));
        return String.join("\n", lines);
    }

    private Json settled(Json json, String name) {
        return switch (json) {
            case Json.Fields fields ->
                new Json.Fields(fields.members().stream()
                        .map(member -> new Json.Member(member.name(), settled(member.value(), member.name())))
                        .toList());
            case Json.Items items -> new Json.Items(settled(items.items(), name));
            case Json.Text said -> new Json.Text(said(said.value()));
            default -> name.equals("slot") ? new Json.Digits("0") : json; // Drawn by chance.
        };
    }

    private String said(String text) {
        return Texts.decoded(text).map(inside -> "<" + text(inside) + ">").orElseGet(() -> text(text));
    }

    private List<Json> settled(List<Json> items, String name) {
        List<Json> rows = ordered(items, name);
        return rows.stream().map(row -> settled(row, "")).toList();
    }

    private List<Json> ordered(List<Json> items, String name) {
        boolean named = !items.isEmpty() && items.stream().allMatch(item -> names(item));
        if (!named) return alike(items);
        return switch (name) {
            case "conflicts" -> rows(items, item -> soonest ? begins(item) : "");
            case "threads" -> shared(items); // In the order of their conflicts, which is looked at there.
            case "aboutToStart", "running" -> rows(items, item -> text(item, "from"));
            default -> alike(items);
        };
    }

    private boolean names(Json item) {
        return item instanceof Json.Text || Texts.member(item, CONFLICT).isPresent();
    }

    /** By what the viewer sees, then by name. */
    private List<Json> rows(List<Json> items, Function<Json, String> seen) {
        Comparator<Json> first = Comparator.comparing(seen);
        for (int i = 1; i < items.size(); i++) {
            Json before = items.get(i - 1);
            Json now = items.get(i);
            int side = first.compare(before, now);
            if (side > 0 || (side == 0 && hash(before).compareTo(hash(now)) > 0))
                throw new Broken(
                        "conflicts stand in an order that nobody can see: " + before.text() + " before " + now.text());
        }
        List<Json> shared = new ArrayList<>(items);
        shared.sort(first.thenComparing(item -> called.of(hash(item))));
        return shared;
    }

    // Of what is told alike, the names alone have an order.
    private List<Json> alike(List<Json> items) {
        if (items.size() < 2 || !(items.getFirst() instanceof Json.Fields)) return items;
        List<Json> settled = new ArrayList<>();
        for (int i = 0; i < items.size(); ) {
            int fallen = i;
            while (fallen < items.size() && items.get(fallen).text().contains(FALLEN)) fallen++;
            settled.addAll(shared(items.subList(i, fallen)));
            i = fallen;
            if (i == items.size()) break;
            Optional<Hash> conflict = conflict(items.get(i));
            int end = i + 1;
            while (conflict.isPresent() && end < items.size() && alike(items.get(i), items.get(end))) end++;
            settled.addAll(rows(items.subList(i, end), _ -> ""));
            i = end;
        }
        return settled;
    }

    private List<Json> shared(List<Json> items) {
        return items.stream()
                .sorted(Comparator.comparing(item -> called.of(hash(item))))
                .toList();
    }

    private boolean alike(Json one, Json other) {
        return nameless(one).equals(nameless(other));
    }

    private String nameless(Json item) {
        String text = item.text();
        return conflict(item).map(hash -> text.replace(hash.text(), "")).orElse(text);
    }

    private Hash hash(Json item) {
        return conflict(item).orElse(Hash.NONE);
    }

    /** The first conflict that something names. */
    private Optional<Hash> conflict(Json item) {
        return switch (item) {
            case Json.Text text -> Hash.parse(text.value()).filter(called::has);
            case Json.Fields fields ->
                fields.members().stream()
                        .flatMap(member -> conflict(member.value()).stream())
                        .findFirst();
            default -> Optional.empty();
        };
    }

    private static String text(Json item, String name) {
        return Texts.member(item, name).map(Texts::plain).orElse("");
    }

    private static String begins(Json view) {
        return Texts.member(view, "overlaps").map(Texts::items).orElse(List.of()).stream()
                .map(overlap -> text(Texts.member(overlap, "window").orElse(overlap), "from"))
                .min(Comparator.naturalOrder())
                .orElse("~");
    }
}
