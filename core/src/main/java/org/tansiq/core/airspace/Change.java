package org.tansiq.core.airspace;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tansiq.core.Malformed;

/**
 * One change that a party may make to what it declared: of a fixed list, so that asking for one says nothing.
 * {@code amount} is minutes for a time and metres for a height; a side of the box shown has none.
 */
public record Change(Kind kind, int amount) {
    /** What is changed; a side keeps what lies on that side of the box, and gives up the rest. */
    public enum Kind {
        EARLIER,
        LATER,
        LOWER,
        HIGHER,
        NORTH,
        SOUTH,
        WEST,
        EAST;

        public boolean ofTime() {
            return this == EARLIER || this == LATER;
        }

        public boolean ofHeight() {
            return this == LOWER || this == HIGHER;
        }
    }

    private static final List<Integer> MINUTES = List.of(5, 10, 15, 30, 60, 120);
    private static final List<Integer> METRES = List.of(300, 600, 900, 1200);

    /** Every change there is. */
    public static final List<Change> ALL = all();

    public Change {
        List<Integer> amounts = amounts(kind);
        if (!amounts.contains(amount)) throw new Malformed("change.amount", "" + amount, "one of " + amounts);
    }

    private static List<Change> all() {
        List<Change> all = new ArrayList<>();
        for (Kind kind : Kind.values()) for (int amount : amounts(kind)) all.add(new Change(kind, amount));
        return List.copyOf(all);
    }

    private static List<Integer> amounts(Kind kind) {
        if (kind.ofTime()) return MINUTES;
        return kind.ofHeight() ? METRES : List.of(0);
    }

    /** As people write it: {@code later-15}, {@code north}. */
    public String text() {
        String word = kind.name().toLowerCase(Locale.ROOT);
        return amount == 0 ? word : word + "-" + amount;
    }

    public static Change of(String text) {
        for (Change one : ALL) if (one.text().equals(text)) return one;
        throw new Malformed(
                "change", text, String.join(", ", ALL.stream().map(Change::text).toList()));
    }
}
