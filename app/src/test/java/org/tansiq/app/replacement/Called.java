package org.tansiq.app.replacement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tansiq.core.Hash;
import org.tansiq.core.airspace.Conflict;

/** What conflicts are called in both worlds: by the two that meet. */
final class Called {
    private static final Pattern EACH = Pattern.compile("c-[a-z2-7]{16}|[A-Za-z0-9+/]{43}=");
    private static final Pattern ROW = Pattern.compile("(?:" + EACH + ")(?:(?:,| and|, and) (?:" + EACH + "))+");
    private static final Pattern HASH = Pattern.compile("[A-Za-z0-9+/]{43}=");

    private final Stage stage;
    private final TreeMap<Hash, String> declared = new TreeMap<>();
    private final TreeMap<Hash, String> conflicts = new TreeMap<>();
    private final TreeMap<String, String> briefs = new TreeMap<>();

    Called(Stage stage) {
        this.stage = stage;
    }

    /** Something declared has a name that both worlds share. */
    void declared(Hash id, String name) {
        declared.put(id, name);
    }

    /** Takes in what conflicts there are now. */
    void learn() {
        for (Conflict conflict : stage.world().airspace().conflicts().values()) {
            if (conflicts.containsKey(conflict.id()) || !conflict.concerns(stage.viewer)) continue;
            boolean first = conflict.a().party().equals(stage.viewer);
            String a = name(conflict.finding().a());
            String b = name(conflict.finding().b());
            String name = "conflict of " + (first ? a : b) + " with " + (first ? b : a);
            conflicts.put(conflict.id(), name);
            briefs.put(conflict.id().brief(), name);
        }
    }

    private String name(Hash id) {
        return Optional.ofNullable(declared.get(id)).orElse("something");
    }

    boolean has(Hash conflict) {
        return conflicts.containsKey(conflict);
    }

    String of(Hash conflict) {
        return conflicts.getOrDefault(conflict, "");
    }

    /**
     * A text in which names of conflicts that stand in a row are in an order that both worlds share. Throws
     * {@link Settling.Broken} where their order is not that of the names.
     */
    String inOrder(String text) {
        boolean several = text.contains("=, ") || text.contains(" c-");
        if (!several) return text;
        return ROW.matcher(text).replaceAll(row -> Matcher.quoteReplacement(ordered(row.group())));
    }

    private String ordered(String row) {
        List<String> names = new ArrayList<>();
        Matcher found = EACH.matcher(row);
        while (found.find()) names.add(found.group());
        List<Hash> hashes = names.stream().flatMap(name -> hash(name).stream()).toList();
        if (hashes.size() < names.size()) return row;
        if (!hashes.equals(hashes.stream().sorted().toList()))
            throw new Settling.Broken("conflicts are named in an order that nobody can see: " + row);
        Iterator<String> shared = names.stream()
                .sorted(Comparator.comparing(name -> of(hash(name).orElseThrow())))
                .iterator();
        return EACH.matcher(row).replaceAll(_ -> Matcher.quoteReplacement(shared.next()));
    }

    private Optional<Hash> hash(String name) {
        return conflicts.keySet().stream()
                .filter(id -> name.equals(id.text()) || name.equals("c-" + id.brief()))
                .findFirst();
    }

    /** A text in which conflicts are called as in both worlds. */
    String shared(String text) {
        return HASH.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        Hash.parse(found.group()).map(conflicts::get).orElse(found.group())));
    }

    Optional<String> ofBrief(String brief) {
        return Optional.ofNullable(briefs.get(brief));
    }

    /** The conflict of a name. */
    Optional<Hash> named(String name) {
        return conflicts.entrySet().stream()
                .filter(row -> row.getValue().equals(name))
                .map(java.util.Map.Entry::getKey)
                .findFirst();
    }
}
