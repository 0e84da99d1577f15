package org.tansiq.core;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A sorted map that never changes: putting and removing give another one that shares all but a path with it.
 *
 * <p>A balanced tree (AVL): {@code get}, {@code put}, {@code remove} in O(log n), {@link #sorted} in O(n).
 * Iterates by key. Equal when the rows are equal.
 *
 * <p>Laws: aTableIsASortedMap; anOlderTableKeepsWhatItHeld; noBranchIsTwoHigherThanItsSister;
 * changesAreWhatTurnsTheOneTableIntoTheOther.
 */
public final class Table<K extends Comparable<? super K>, V> implements Iterable<Table.Row<K, V>> {
    /** A key and what stands under it. */
    public record Row<K, V>(K key, V value) {}

    /** {@code rank} is that of the key, so that most steps down a tree need not fetch the key itself. */
    private record Node<K, V>(
            long rank,
            K key,
            V value,
            @Nullable Node<K, V> left,
            @Nullable Node<K, V> right,
            int height) {
        Node<K, V> with(V other) {
            return new Node<>(rank, key, other, left, right, height);
        }

        /** The same with another subtree, which is as high as the one before. */
        Node<K, V> with(Node<K, V> subtree, boolean leftward) {
            return leftward
                    ? new Node<>(rank, key, value, subtree, right, height)
                    : new Node<>(rank, key, value, left, subtree, height);
        }
    }

    private static final Table<?, ?> EMPTY = new Table<String, String>(null, 0);

    private final @Nullable Node<K, V> root;
    private final int size;

    private Table(@Nullable Node<K, V> root, int size) {
        this.root = root;
        this.size = size;
    }

    @SuppressWarnings("unchecked") // Nothing of either type is in it.
    public static <K extends Comparable<? super K>, V> Table<K, V> empty() {
        return (Table<K, V>) EMPTY;
    }

    /** The table of rows whose keys rise. */
    public static <K extends Comparable<? super K>, V> Table<K, V> sorted(List<Row<K, V>> rows) {
        for (int i = 1; i < rows.size(); i++)
            if (rows.get(i - 1).key().compareTo(rows.get(i).key()) >= 0)
                throw new IllegalArgumentException("key " + rows.get(i).key() + " does not rise");
        return new Table<>(built(rows, 0, rows.size()), rows.size());
    }

    public int size() {
        return size;
    }

    public boolean has(K key) {
        return get(key).isPresent();
    }

    public Optional<V> get(K key) {
        long rank = rank(key);
        Node<K, V> at = root;
        while (at != null) {
            int side = side(rank, key, at);
            if (side == 0) return Optional.of(at.value);
            at = side < 0 ? at.left : at.right;
        }
        return Optional.empty();
    }

    public Table<K, V> put(K key, V value) {
        long rank = rank(key);
        Path<K, V> path = new Path<>(root, height(root));
        while (path.end != null) {
            int side = side(rank, key, path.end);
            if (side == 0) return new Table<>(path.up(path.end.with(value)), size);
            path.down(side < 0);
        }
        return new Table<>(path.up(node(key, value, null, null)), size + 1);
    }

    public Table<K, V> remove(K key) {
        return has(key) ? new Table<>(remove(root, key), size - 1) : this;
    }

    /** The first row from a key on, that key's own included. */
    public Optional<Row<K, V>> atLeast(K least) {
        long rank = rank(least);
        Node<K, V> at = root;
        Node<K, V> found = null;
        while (at != null) {
            boolean below = side(rank, least, at) > 0;
            if (!below) found = at;
            at = below ? at.right : at.left;
        }
        return found == null ? Optional.empty() : Optional.of(new Row<>(found.key, found.value));
    }

    /** The row with the lowest key. */
    public Optional<Row<K, V>> first() {
        if (root == null) return Optional.empty();
        Node<K, V> at = root;
        while (at.left != null) at = at.left;
        return Optional.of(new Row<>(at.key, at.value));
    }

    /** The row with the highest key. */
    public Optional<Row<K, V>> last() {
        if (root == null) return Optional.empty();
        Node<K, V> at = root;
        while (at.right != null) at = at.right;
        return Optional.of(new Row<>(at.key, at.value));
    }

    public List<K> keys() {
        List<K> keys = new ArrayList<>(size);
        forEach(row -> keys.add(row.key));
        return keys;
    }

    public List<V> values() {
        List<V> values = new ArrayList<>(size);
        forEach(row -> values.add(row.value));
        return values;
    }

    @Override
    public Iterator<Row<K, V>> iterator() {
        return new Walk<>(root);
    }

    /** The rows from a key on, that key's own among them. */
    public Iterable<Row<K, V>> from(K least) {
        return () -> new Walk<>(root, least);
    }

    /** What stands under a key in two tables, in at least one of them. */
    public interface Change<K, V> {
        void at(K key, Optional<V> before, Optional<V> now);
    }

    /**
     * Tells of every key under which not one and the same stands in an earlier table, in the order of the
     * keys. What both tables share is passed over: of tables that grew from one another it takes O(log n)
     * for each change.
     */
    @SuppressWarnings("ReferenceEquality") // What was not touched is shared.
    public void changes(Table<K, V> earlier, Change<K, V> each) {
        Rest<K, V> before = new Rest<>(earlier.root);
        Rest<K, V> now = new Rest<>(root);
        while (!before.empty() || !now.empty()) {
            if (before.whole() && now.whole() && before.top() == now.top()) {
                before.pass();
                now.pass();
            } else if (before.whole() && before.height() >= now.height()) before.open();
            else if (now.whole()) now.open();
            else {
                int side = before.empty() ? 1 : now.empty() ? -1 : before.key().compareTo(now.key());
                K key = side <= 0 ? before.key() : now.key();
                Optional<V> was = side <= 0 ? Optional.of(before.pass()) : Optional.empty();
                Optional<V> is = side >= 0 ? Optional.of(now.pass()) : Optional.empty();
                if (side != 0 || was.get() != is.get()) each.at(key, was, is);
            }
        }
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // One tree is equal to itself without a walk.
    public boolean equals(Object other) {
        if (!(other instanceof Table<?, ?> table) || table.size != size) return false;
        if (table.root == root) return true;
        Iterator<?> theirs = table.iterator();
        for (Row<K, V> row : this) if (!row.equals(theirs.next())) return false;
        return true;
    }

    @Override
    public int hashCode() {
        int hash = 1;
        for (Row<K, V> row : this) hash = 31 * hash + row.hashCode();
        return hash;
    }

    @Override
    public String toString() {
        return size + " rows";
    }

    private static <K, V> @Nullable Node<K, V> built(List<Row<K, V>> rows, int from, int until) {
        if (from == until) return null;
        int middle = (from + until) >>> 1;
        Row<K, V> row = rows.get(middle);
        return node(row.key, row.value, built(rows, from, middle), built(rows, middle + 1, until));
    }

    private static <K extends Comparable<? super K>, V> @Nullable Node<K, V> remove(@Nullable Node<K, V> at, K key) {
        if (at == null) return null;
        int side = key.compareTo(at.key);
        if (side < 0) return balanced(at.key, at.value, remove(at.left, key), at.right);
        if (side > 0) return balanced(at.key, at.value, at.left, remove(at.right, key));
        if (at.left == null) return at.right;
        if (at.right == null) return at.left;
        Node<K, V> next = at.right;
        while (next.left != null) next = next.left;
        return balanced(next.key, next.value, at.left, remove(at.right, next.key));
    }

    /** The way down to where a key is or belongs, and the same way up with what is new there. */
    private static final class Path<K, V> {
        private final @Nullable Node<K, V>[] nodes;
        private final boolean[] leftward;
        private int depth;
        private @Nullable Node<K, V> end;

        @SuppressWarnings("unchecked") // Only such nodes are put in.
        Path(@Nullable Node<K, V> root, int height) {
            this.nodes = (Node<K, V>[]) new Node<?, ?>[height];
            this.leftward = new boolean[height];
            this.end = root;
        }

        void down(boolean left) {
            Node<K, V> at = requireNonNull(end);
            nodes[depth] = at;
            leftward[depth++] = left;
            end = left ? at.left : at.right;
        }

        // Where a subtree is as high as before, nobody need look at its sister.
        Node<K, V> up(Node<K, V> made) {
            Node<K, V> after = made;
            int before = height(end);
            for (int i = depth - 1; i >= 0; i--) {
                Node<K, V> at = requireNonNull(nodes[i]);
                if (after.height == before) after = at.with(after, leftward[i]);
                else if (leftward[i]) after = balanced(at.key, at.value, after, at.right);
                else after = balanced(at.key, at.value, at.left, after);
                before = at.height;
            }
            return after;
        }
    }

    private static <K, V> Node<K, V> balanced(K key, V value, @Nullable Node<K, V> left, @Nullable Node<K, V> right) {
        if (left != null && height(left) > height(right) + 1) return leftHeavy(key, value, left, right);
        if (right != null && height(right) > height(left) + 1) return rightHeavy(key, value, left, right);
        return node(key, value, left, right);
    }

    private static <K, V> Node<K, V> leftHeavy(K key, V value, Node<K, V> left, @Nullable Node<K, V> right) {
        Node<K, V> inner = left.right;
        if (inner == null || height(left.left) >= height(inner))
            return node(left.key, left.value, left.left, node(key, value, inner, right));
        return node(
                inner.key,
                inner.value,
                node(left.key, left.value, left.left, inner.left),
                node(key, value, inner.right, right));
    }

    private static <K, V> Node<K, V> rightHeavy(K key, V value, @Nullable Node<K, V> left, Node<K, V> right) {
        Node<K, V> inner = right.left;
        if (inner == null || height(right.right) >= height(inner))
            return node(right.key, right.value, node(key, value, left, inner), right.right);
        return node(
                inner.key,
                inner.value,
                node(key, value, left, inner.left),
                node(right.key, right.value, inner.right, right.right));
    }

    private static <K, V> Node<K, V> node(K key, V value, @Nullable Node<K, V> left, @Nullable Node<K, V> right) {
        return new Node<>(rank(key), key, value, left, right, 1 + Math.max(height(left), height(right)));
    }

    // Never against the order of the keys: equal where their order is for them to say.
    private static long rank(Object key) {
        return key instanceof Hash hash ? hash.first() ^ Long.MIN_VALUE : 0;
    }

    private static <K extends Comparable<? super K>> int side(long rank, K key, Node<K, ?> at) {
        return rank == at.rank ? key.compareTo(at.key) : Long.compare(rank, at.rank);
    }

    private static int height(@Nullable Node<?, ?> node) {
        return node == null ? 0 : node.height;
    }

    /** For the law of balance alone: the height of the tree. */
    int height() {
        return height(root);
    }

    /** What of a tree is still to be looked at: whole subtrees, and rows alone, the first one last. */
    private static final class Rest<K, V> {
        private record Part<K, V>(Node<K, V> node, boolean whole) {}

        private final List<Part<K, V>> parts = new ArrayList<>();

        Rest(@Nullable Node<K, V> root) {
            add(root, true);
        }

        private void add(@Nullable Node<K, V> node, boolean whole) {
            if (node != null) parts.add(new Part<>(node, whole));
        }

        boolean empty() {
            return parts.isEmpty();
        }

        boolean whole() {
            return !empty() && parts.getLast().whole;
        }

        /** Of a whole subtree; 0 for a row. */
        int height() {
            return whole() ? top().height : 0;
        }

        Node<K, V> top() {
            return parts.getLast().node;
        }

        K key() {
            return top().key;
        }

        V pass() {
            return parts.removeLast().node.value;
        }

        void open() {
            Node<K, V> node = parts.removeLast().node;
            add(node.right, true);
            add(node, false);
            add(node.left, true);
        }
    }

    /** By key; holds the nodes still to be given, the next one last. */
    private static final class Walk<K extends Comparable<? super K>, V> implements Iterator<Row<K, V>> {
        private final List<Node<K, V>> waiting = new ArrayList<>();

        Walk(@Nullable Node<K, V> root) {
            descend(root);
        }

        Walk(@Nullable Node<K, V> root, K least) {
            long rank = rank(least);
            Node<K, V> at = root;
            while (at != null) {
                boolean below = side(rank, least, at) > 0;
                if (!below) waiting.add(at);
                at = below ? at.right : at.left;
            }
        }

        private void descend(@Nullable Node<K, V> from) {
            for (Node<K, V> at = from; at != null; at = at.left) waiting.add(at);
        }

        @Override
        public boolean hasNext() {
            return !waiting.isEmpty();
        }

        @Override
        public Row<K, V> next() {
            if (waiting.isEmpty()) throw new NoSuchElementException();
            Node<K, V> at = waiting.removeLast();
            descend(at.right);
            return new Row<>(at.key, at.value);
        }
    }
}
