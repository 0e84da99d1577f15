package org.tansiq.geometry;

import java.util.Arrays;

/**
 * What is known of each block posted: eight words, and the volume it is a part of. Nothing is ever changed or
 * removed.
 *
 * <p>One writer. A reader may read an entry whose number it got from something published after the entry was
 * written. Entries lie in chunks that never move; only the short list of chunks is replaced as it grows.
 */
final class Entries {
    /** No entry. */
    static final int NONE = -1;

    static final int FROM = 0;
    static final int UNTIL = 1;
    static final int ACROSS = 2; // Left, right: 32 bits each, as in the next three.
    static final int UPWARD = 3; // Bottom, top.
    static final int HEIGHTS = 4; // Lowest, highest.
    static final int GRID = 5; // The code of the grid, and the entry in it that came before.
    private static final int DECLARATION = 6;
    private static final int VERSION = 7; // Version, volume.

    private static final int WORD_BITS = 3;
    private static final int CHUNK_BITS = 10;
    private static final int CHUNK = 1 << CHUNK_BITS;

    private static final class Chunk {
        final long[] words = new long[CHUNK << WORD_BITS];
        final Volume[] volumes = new Volume[CHUNK];
    }

    private final Published<Chunk[]> chunks = new Published<>(new Chunk[0]);
    private int size; // The writer's own.

    int size() {
        return size;
    }

    /** The words of an entry and its neighbours; its own begin at {@link #at}. */
    long[] words(int entry) {
        return chunk(entry).words;
    }

    /** Where an entry's first word is. */
    static int at(int entry) {
        return (entry & (CHUNK - 1)) << WORD_BITS;
    }

    Volume volume(int entry) {
        return chunk(entry).volumes[entry & (CHUNK - 1)];
    }

    Posting posting(int entry) {
        long[] words = words(entry);
        int at = at(entry);
        return new Posting(words[at + DECLARATION], high(words[at + VERSION]), low(words[at + VERSION]));
    }

    Block block(int entry) {
        long[] words = words(entry);
        int at = at(entry);
        Face face = Face.ALL.get(code(entry) / (Grid.SPACES * Grid.TIMES));
        long across = words[at + ACROSS];
        long upward = words[at + UPWARD];
        long heights = words[at + HEIGHTS];
        Patch patch = new Patch(face, high(across), low(across), high(upward), low(upward));
        return new Block(patch, new Window(words[at + FROM], words[at + UNTIL]), high(heights), low(heights));
    }

    /** The code of the grid that an entry lies in. */
    int code(int entry) {
        return high(words(entry)[at(entry) + GRID]);
    }

    /** The entry that came before in the same grid, or {@link #NONE}. */
    int earlier(int entry) {
        return low(words(entry)[at(entry) + GRID]);
    }

    static int high(long word) {
        return (int) (word >> Integer.SIZE);
    }

    static int low(long word) {
        return (int) word;
    }

    /** The number of a new entry. The caller publishes it. */
    int add(Posting posting, Volume volume, Block block, Grid grid) {
        int entry = size++;
        if (entry >> CHUNK_BITS == chunks.own().length) grow();
        Chunk chunk = chunks.own()[entry >> CHUNK_BITS];
        chunk.volumes[entry & (CHUNK - 1)] = volume;
        long[] words = chunk.words;
        int at = at(entry);
        words[at + FROM] = block.window().from();
        words[at + UNTIL] = block.window().until();
        words[at + ACROSS] = pair(block.patch().left(), block.patch().right());
        words[at + UPWARD] = pair(block.patch().bottom(), block.patch().top());
        words[at + HEIGHTS] = pair(block.lowest(), block.highest());
        words[at + GRID] = pair(grid.code(), grid.latest());
        words[at + DECLARATION] = posting.declaration();
        words[at + VERSION] = pair(posting.version(), posting.volume());
        return entry;
    }

    private Chunk chunk(int entry) {
        return chunks.get()[entry >> CHUNK_BITS];
    }

    private void grow() {
        Chunk[] before = chunks.own();
        Chunk[] more = Arrays.copyOf(before, before.length + 1);
        more[before.length] = new Chunk();
        chunks.put(more);
    }

    private static long pair(int high, int low) {
        return (long) high << Integer.SIZE | (low & 0xFFFF_FFFFL);
    }
}
