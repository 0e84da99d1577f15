package org.tansiq.geometry;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds, among all volumes posted, those that may meet a given one.
 *
 * <p>It is a superset that only grows: what is no longer true is not removed, but left out by the {@link
 * Alive} of the world that is asked. So worlds of different age share one index, and {@link #rebuilt} makes a
 * new one, without what is over, for worlds decided after it.
 *
 * <p>Laws: answersEqualBruteForce; orderOfPostingDoesNotMatter; postingTwiceIsHarmless;
 * rebuiltAnswersTheSame.
 *
 * <p>ONE thread posts; any number may ask meanwhile. Who asks sees all that was posted before the question in
 * the sense of the Java memory model (before the world asked was published, say), and of what is posted
 * meanwhile each volume wholly, partly (on some faces) or not.
 *
 * <pre>
 *   Volume -> Cover: a Patch on each Face -> Block -> Grid (cells of its size) -> Postings (cell -> entries)
 * </pre>
 */
public final class SpaceTimeIndex {
    /** The most blocks that an index holds: as many volumes, where none crosses the rim of a face. */
    public static final int BLOCKS_MAX = 1 << 27;

    private static final int CAPACITY_MIN = 256;

    private final Entries entries = new Entries();
    private final Grids grids = new Grids();
    private final Published<Postings> postings = new Published<>(new Postings(CAPACITY_MIN));

    /** An index that holds nothing. */
    public SpaceTimeIndex() {}

    /** Adds a volume under a name that is its own. Only the one writer may. */
    public void insert(Posting posting, Volume volume) {
        for (Block block : Block.of(volume)) insert(posting, volume, block);
    }

    /** The volumes that exist and meet the asked one, certainly or possibly, sorted. */
    public List<Posting> meeting(Volume asked, Alive alive) {
        Search search = new Search(asked, alive, entries, postings.get());
        for (Block block : Block.of(asked))
            for (Grid grid : grids.occupied()) if (grid.face() == block.patch().face()) search.in(grid, block);
        return search.found();
    }

    /**
     * A new index of what exists, in new arrays; this one stays as it is. Only the one writer may ask. The
     * result does not depend on the order in which this one was filled.
     */
    public SpaceTimeIndex rebuilt(Alive alive) {
        SpaceTimeIndex fresh = new SpaceTimeIndex();
        IntStream.range(0, entries.size())
                .mapToObj(entry -> new Posted(entries.posting(entry), entries.volume(entry)))
                .filter(posted -> alive.during(posted.volume.window(), posted.posting))
                .sorted((a, b) -> a.posting.compareTo(b.posting))
                .forEachOrdered(fresh::insertOnce);
        return fresh;
    }

    private record Posted(Posting posting, Volume volume) {}

    // What comes sorted, comes again at once if at all.
    private void insertOnce(Posted posted) {
        boolean again =
                entries.size() > 0 && entries.posting(entries.size() - 1).equals(posted.posting);
        if (!again) insert(posted.posting, posted.volume);
    }

    private void insert(Posting posting, Volume volume, Block block) {
        if (entries.size() == BLOCKS_MAX) throw new IllegalStateException("more than " + BLOCKS_MAX + " blocks");
        Grid grid = grids.of(block);
        int entry = entries.add(posting, volume, block, grid);
        if (entry == postings.own().capacity()) grow();
        postings.own().post(entry, grid, block);
        grid.include(entry, block);
    }

    // Who still reads the smaller table finds there all that was posted before its question.
    private void grow() {
        int full = postings.own().capacity();
        Postings larger = new Postings(2 * full);
        for (int entry = 0; entry < full; entry++)
            larger.post(entry, grids.at(entries.code(entry)), entries.block(entry));
        postings.put(larger);
    }
}
