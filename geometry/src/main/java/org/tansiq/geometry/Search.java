package org.tansiq.geometry;

import java.util.ArrayList;
import java.util.List;

/** One question to an index, by one thread: which volumes that exist may meet the asked one. */
final class Search {
    // Beyond so many cells, wider ones are looked at first: most of them are empty.
    private static final int CELLS_MAX = 24;

    private final Volume asked;
    private final Alive alive;
    private final Entries entries;
    private final Postings postings;
    private final List<Posting> found = new ArrayList<>();

    Search(Volume asked, Alive alive, Entries entries, Postings postings) {
        this.asked = asked;
        this.alive = alive;
        this.entries = entries;
        this.postings = postings;
    }

    /** What was found, sorted, each once. */
    List<Posting> found() {
        if (found.size() < 2) return List.copyOf(found);
        return found.stream().sorted().distinct().toList();
    }

    /** Looks in one grid for all that meets a block of the asked volume on the same face. */
    void in(Grid grid, Block block) {
        Block held = grid.held();
        if (held.lowest() > block.highest() || held.highest() < block.lowest()) return;
        Cells cells = grid.cells(block).and(grid.cells(held));
        if (!cells.empty()) new InGrid(grid, block).look(cells);
    }

    private final class InGrid {
        private final Grid grid;
        private final int code;
        private final int space;
        private final int time;
        private final Block block;
        private final int left;
        private final int right;
        private final int bottom;
        private final int top;
        private final long from;
        private final long until;

        InGrid(Grid grid, Block block) {
            this.grid = grid;
            this.code = grid.code();
            this.space = grid.space();
            this.time = grid.time();
            this.block = block;
            this.left = block.patch().left();
            this.right = block.patch().right();
            this.bottom = block.patch().bottom();
            this.top = block.patch().top();
            this.from = block.window().from();
            this.until = block.window().until();
        }

        // The fewest steps: the cells, or wider cells that hold something and then theirs, or all that the
        // grid holds.
        void look(Cells cells) {
            int tier = 0;
            while (tier < Occupancy.TIERS
                    && cells.coarser(tier * Occupancy.TIER_BITS).count() > CELLS_MAX) tier++;
            if (grid.count() <= cells.coarser(tier * Occupancy.TIER_BITS).count()) all();
            else descend(cells, tier);
        }

        private void all() {
            for (int entry = grid.latest(); entry != Entries.NONE; entry = entries.earlier(entry))
                if (meets(entries.words(entry), Entries.at(entry))) take(entry);
        }

        private void descend(Cells cells, int tier) {
            int bits = tier * Occupancy.TIER_BITS;
            Cells wide = cells.coarser(bits);
            for (int x = wide.left(); x <= wide.right(); x++)
                for (int y = wide.bottom(); y <= wide.top(); y++)
                    for (long t = wide.from(); t <= wide.until(); t++)
                        if (tier == 0) chain(x, y, t);
                        else if (postings.occupancy().holds(tier, code, x, y, t))
                            descend(cells.within(x, y, t, bits), tier - 1);
        }

        private void chain(int x, int y, long t) {
            for (int link = postings.head(code, x, y, t); link != 0; link = postings.next(link)) {
                int entry = Postings.entry(link);
                long[] words = entries.words(entry);
                int at = Entries.at(entry);
                if (meets(words, at) && first(words, at, x, y, t)) take(entry);
            }
        }

        private boolean meets(long[] words, int at) {
            long across = words[at + Entries.ACROSS];
            long upward = words[at + Entries.UPWARD];
            long heights = words[at + Entries.HEIGHTS];
            return words[at + Entries.FROM] <= until
                    && words[at + Entries.UNTIL] >= from
                    && Entries.high(across) <= right
                    && Entries.low(across) >= left
                    && Entries.high(upward) <= top
                    && Entries.low(upward) >= bottom
                    && Entries.high(heights) <= block.highest()
                    && Entries.low(heights) >= block.lowest()
                    && Entries.high(words[at + Entries.GRID]) == code;
        }

        // A pair that shares several cells is taken in the first: the one with the corner where both have
        // begun.
        private boolean first(long[] words, int at, int x, int y, long t) {
            return Math.max(left, Entries.high(words[at + Entries.ACROSS])) >> space == x
                    && Math.max(bottom, Entries.high(words[at + Entries.UPWARD])) >> space == y
                    && Math.max(from, words[at + Entries.FROM]) >> time == t;
        }
    }

    private void take(int entry) {
        Volume volume = entries.volume(entry);
        if (volume.band().meets(asked.band()) == Verdict.CLEAR) return;
        Posting posting = entries.posting(entry);
        Window both = volume.window().shared(asked.window()); // The box filter has compared them.
        if (alive.during(both, posting) && Meeting.possible(asked, volume)) found.add(posting);
    }
}
