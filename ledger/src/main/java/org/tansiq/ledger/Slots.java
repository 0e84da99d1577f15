package org.tansiq.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tansiq.core.Bytes;
import org.tansiq.core.Hash;
import org.tansiq.core.Malformed;

/**
 * The sparse tree of one entry: its outcome and its deliveries in slots drawn from chance.
 *
 * <p>A path is always {@link #DEPTH} hashes, and an empty subtree looks like any other hash: whoever is given
 * a path learns nothing of how many others were told. Laws: {@code everyPathLeadsToTheRoot}, {@code
 * slotsDiffer}, {@code anotherContentHasAnotherRoot}.
 */
public final class Slots {
    public static final int DEPTH = 10;
    public static final int SLOTS = 1 << DEPTH;

    /** Contents of one entry, the outcome included: half the slots, so that half of all draws are good. */
    public static final int CONTENTS_MAX = SLOTS / 2;

    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    private final Hash chance;
    private final int[] slots;
    private final Node top;

    private Slots(Hash chance, int[] slots, Node top) {
        this.chance = chance;
        this.slots = slots;
        this.top = top;
    }

    /** Where a content lies, and the siblings from its leaf upward: with it, all that leads to the root. */
    public record Path(int slot, Hash salt, List<Hash> siblings) {
        public Path {
            if (slot < 0 || slot >= SLOTS) throw new Malformed("slot", Integer.toString(slot), "0 to " + (SLOTS - 1));
            siblings = List.copyOf(siblings);
            if (siblings.size() != DEPTH) throw new Malformed("path", siblings.size() + " hashes", DEPTH + " hashes");
        }

        public Hash root(Bytes content) {
            Hash hash = leaf(salt, content);
            for (int level = 0; level < DEPTH; level++) {
                Hash sibling = siblings.get(level);
                hash = (slot >>> level & 1) == 0 ? node(hash, sibling) : node(sibling, hash);
            }
            return hash;
        }
    }

    private sealed interface Node {
        Hash hash();
    }

    private record End(Hash hash) implements Node {}

    private record Fork(Hash hash, Node left, Node right) implements Node {}

    /** The tree of an entry; the outcome comes first, then the deliveries. */
    public static Slots of(Hash chance, List<Bytes> contents) {
        if (contents.isEmpty() || contents.size() > CONTENTS_MAX)
            throw new IllegalArgumentException(contents.size() + " contents, not 1 to " + CONTENTS_MAX);
        Hmac keyed = new Hmac(chance);
        int[] slots = draw(keyed, contents.size());
        int[] taken = slots.clone();
        Arrays.sort(taken);
        Hash[] leaves = new Hash[taken.length];
        for (int i = 0; i < slots.length; i++)
            leaves[Arrays.binarySearch(taken, slots[i])] = leaf(salt(keyed, slots[i]), contents.get(i));
        return new Slots(chance, slots, new Growth(keyed, leaves, taken).at(DEPTH, 0, 0, taken.length));
    }

    private static int[] draw(Hmac chance, int count) {
        int[] slots = new int[count];
        boolean[] taken = new boolean[SLOTS];
        for (int drawn = 0, counter = 0; drawn < count; counter++) {
            int slot = (int) (chance.of("slot", counter).first() >>> (Long.SIZE - DEPTH));
            if (!taken[slot]) slots[drawn++] = slot;
            taken[slot] = true;
        }
        return slots;
    }

    /** Grows a tree over leaves; {@code taken} are their slots, rising. */
    private static final class Growth {
        private final Hmac chance;
        private final Hash[] leaves;
        private final int[] taken;

        Growth(Hmac chance, Hash[] leaves, int[] taken) {
            this.chance = chance;
            this.leaves = leaves;
            this.taken = taken;
        }

        // The subtree at a level (0 is a leaf) and position, counted from the left; its own slots lie from
        // one place in those taken until another.
        Node at(int level, int position, int from, int until) {
            if (from == until) return new End(chance.of("empty", level, position));
            if (level == 0) return new End(leaves[from]);
            int middle = from;
            while (middle < until && taken[middle] >>> (level - 1) == 2 * position) middle++;
            Node left = at(level - 1, 2 * position, from, middle);
            Node right = at(level - 1, 2 * position + 1, middle, until);
            return new Fork(node(left.hash(), right.hash()), left, right);
        }
    }

    public Hash root() {
        return top.hash();
    }

    /** The slot of the content so many places after the outcome. */
    public int slot(int i) {
        return slots[i];
    }

    public Hash salt(int i) {
        return salt(new Hmac(chance), slots[i]);
    }

    public Path path(int i) {
        List<Hash> down = new ArrayList<>(DEPTH);
        Node at = top;
        for (int level = DEPTH - 1; at instanceof Fork fork; level--) {
            boolean right = (slots[i] >>> level & 1) == 1;
            down.add((right ? fork.left() : fork.right()).hash());
            at = right ? fork.right() : fork.left();
        }
        return new Path(slots[i], salt(i), down.reversed());
    }

    /** The root that a content under a path leads to. */
    public static Hash rootOf(int slot, Hash salt, Bytes content, List<Hash> path) {
        return new Path(slot, salt, path).root(content);
    }

    /** The salt of an entry's commitment to its cause. */
    public static Hash causeSalt(Hash chance) {
        return new Hmac(chance).of("cause");
    }

    private static Hash salt(Hmac chance, int slot) {
        return chance.of("salt", slot);
    }

    private static Hash leaf(Hash salt, Bytes content) {
        return Sha256.of(LEAF, salt, content);
    }

    private static Hash node(Hash left, Hash right) {
        return Sha256.of(NODE, left.bytes(), right.bytes());
    }
}
