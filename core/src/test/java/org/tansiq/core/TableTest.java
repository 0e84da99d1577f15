package org.tansiq.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class TableTest {
    private Table<Integer, Integer> table = Table.empty();
    private final TreeMap<Integer, Integer> map = new TreeMap<>();

    private void anyStep(Random chance, int keys) {
        int key = chance.nextInt(keys);
        if (chance.nextInt(3) == 0) {
            table = table.remove(key);
            map.remove(key);
        } else {
            int value = chance.nextInt();
            table = table.put(key, value);
            map.put(key, value);
        }
    }

    @Property(tries = 200)
    void aTableIsASortedMap(@ForAll long seed, @ForAll @IntRange(min = 1, max = 400) int keys) {
        Random chance = new Random(seed);
        for (int i = 0; i < 300; i++) {
            anyStep(chance, keys);
            int key = chance.nextInt(keys);
            assertThat(table.get(key)).isEqualTo(Optional.ofNullable(map.get(key)));
            assertThat(table.has(key)).isEqualTo(map.containsKey(key));
        }
        assertSame(table, map);
        int least = chance.nextInt(keys);
        assertThat(keys(table.from(least)))
                .isEqualTo(new ArrayList<>(map.tailMap(least).keySet()));
        assertThat(table.last().map(Table.Row::key))
                .isEqualTo(Optional.ofNullable(map.isEmpty() ? null : map.lastKey()));
    }

    @Property(tries = 100)
    void anOlderTableKeepsWhatItHeld(@ForAll long seed) {
        Random chance = new Random(seed);
        List<Table<Integer, Integer>> tables = new ArrayList<>();
        List<TreeMap<Integer, Integer>> maps = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            anyStep(chance, 30);
            tables.add(table);
            maps.add(new TreeMap<>(map));
        }
        for (int i = 0; i < tables.size(); i++) assertSame(tables.get(i), maps.get(i));
    }

    @Property(tries = 300)
    void changesAreWhatTurnsTheOneTableIntoTheOther(@ForAll long seed, @ForAll @IntRange(min = 1, max = 400) int keys) {
        Random chance = new Random(seed);
        for (int i = 0; i < 300; i++) anyStep(chance, keys);
        Table<Integer, Integer> earlier = chance.nextInt(10) == 0 ? Table.empty() : table;
        TreeMap<Integer, Integer> turned = new TreeMap<>();
        earlier.forEach(row -> turned.put(row.key(), row.value()));
        int steps = chance.nextInt(chance.nextBoolean() ? 4 : 400);
        for (int i = 0; i < steps; i++) anyStep(chance, keys);
        List<Integer> changed = new ArrayList<>();
        table.changes(earlier, (key, before, now) -> {
            changed.add(key);
            assertThat(before).isEqualTo(Optional.ofNullable(turned.get(key)));
            now.ifPresentOrElse(value -> turned.put(key, value), () -> turned.remove(key));
        });
        assertThat(turned).isEqualTo(map);
        assertThat(changed).isSorted().doesNotHaveDuplicates();
    }

    /** What both tables hold is not looked at: its keys are not even compared. */
    @Test
    void whatIsSharedIsPassedOver() {
        Table<Integer, Integer> large = Table.empty();
        for (int key = 0; key < 10_000; key++) large = large.put(key, key);
        List<Integer> changed = new ArrayList<>();
        large.put(77, -1).remove(5000).put(20_000, 0).changes(large, (key, _, _) -> changed.add(key));
        assertThat(changed).containsExactly(77, 5000, 20_000);
    }

    @Property(tries = 100)
    void noBranchIsTwoHigherThanItsSister(@ForAll long seed, @ForAll @IntRange(min = 1, max = 2000) int keys) {
        Random chance = new Random(seed);
        for (int i = 0; i < 2000; i++) anyStep(chance, keys);
        assertThat(table.size()).isGreaterThanOrEqualTo(leastRows(table.height()));
        for (int key = 0; key < keys; key++) {
            table = table.put(key, key);
            assertThat(table.size()).isGreaterThanOrEqualTo(leastRows(table.height()));
        }
        for (int key = keys - 1; key > 0; key--) {
            table = table.remove(key);
            assertThat(table.size()).isGreaterThanOrEqualTo(leastRows(table.height()));
        }
    }

    /** How few rows a tree of some height holds if no branch is two higher than its sister. */
    private static int leastRows(int height) {
        return height < 2 ? height : 1 + leastRows(height - 1) + leastRows(height - 2);
    }

    @Property(tries = 100)
    void tablesWithEqualRowsAreEqualHoweverTheyGrew(@ForAll long seed) {
        Random chance = new Random(seed);
        for (int i = 0; i < 200; i++) anyStep(chance, 60);
        List<Table.Row<Integer, Integer>> rows = new ArrayList<>();
        table.forEach(rows::add);
        Table<Integer, Integer> built = Table.sorted(rows);
        assertThat(built).isEqualTo(table).hasSameHashCodeAs(table);
        assertSame(built, map);
        assertThat(table.put(7, 1)).isNotEqualTo(table.put(7, 2));
        assertThat(table.put(1000, 1)).isNotEqualTo(table);
    }

    @Test
    void rowsThatDoNotRiseAreNoTable() {
        Table.Row<Integer, Integer> one = new Table.Row<>(1, 1);
        assertThatThrownBy(() -> Table.sorted(List.of(one, one))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Table.sorted(List.of(one, new Table.Row<>(0, 1))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsNotThereIsRemovedWithoutADifference() {
        table = table.put(1, 1);
        assertThat(table.remove(2)).isSameAs(table);
        assertThatThrownBy(() -> Table.<Integer, Integer>empty().iterator().next())
                .isInstanceOf(NoSuchElementException.class);
    }

    private static void assertSame(Table<Integer, Integer> table, Map<Integer, Integer> map) {
        assertThat(table.size()).isEqualTo(map.size());
        assertThat(table.keys()).isEqualTo(new ArrayList<>(map.keySet()));
        assertThat(table.values()).isEqualTo(new ArrayList<>(map.values()));
        assertThat(keys(table)).isEqualTo(table.keys());
    }

    private static List<Integer> keys(Iterable<Table.Row<Integer, Integer>> rows) {
        List<Integer> keys = new ArrayList<>();
        rows.forEach(row -> keys.add(row.key()));
        return keys;
    }
}
