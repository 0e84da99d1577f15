package org.tansiq.core.airspace;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tansiq.core.party.Cover;
import org.tansiq.geometry.Alive;
import org.tansiq.geometry.Core;
import org.tansiq.geometry.Footprint;
import org.tansiq.geometry.Meeting;
import org.tansiq.geometry.Posting;
import org.tansiq.geometry.SpaceTimeIndex;
import org.tansiq.geometry.Volume;
import org.tansiq.geometry.Window;

/**
 * Where all that was declared is posted, and what the theatre covers. Neither is part of what is so: any two
 * skies are equal.
 *
 * <p>The index only grows, so that worlds of different age share it. Only the one thread that makes new worlds
 * posts; any may ask.
 */
public final class Sky {
    private static final int POSTED_MIN = 8192;

    private final Volume cover;
    private final SpaceTimeIndex index;
    private final int full;
    private int posted;
    private @Nullable Declaration latest;

    private Sky(Volume cover, SpaceTimeIndex index, int posted) {
        this.cover = cover;
        this.index = index;
        this.posted = posted;
        this.full = Math.max(POSTED_MIN, 2 * posted);
    }

    static Sky over(Cover cover) {
        Footprint footprint = new Footprint(Core.ring(cover.outline()), 0);
        return new Sky(new Volume(footprint, cover.band(), Window.ALWAYS), new SpaceTimeIndex(), 0);
    }

    /** Whether the theatre surely holds all of a volume. */
    boolean covers(DeclaredVolume volume) {
        return Meeting.holds(cover, new Volume(volume.outline().footprint(), volume.band(), Window.ALWAYS));
    }

    List<Posting> meeting(Volume asked, Alive alive) {
        return index.meeting(asked, alive);
    }

    /** Posts a version, once however often the same is asked; its windows that are over are not. */
    @SuppressWarnings("ReferenceEquality") // Deciding and applying post one and the same.
    void post(Declaration declared, List<DeclaredWindow> standing) {
        if (declared == latest) return;
        latest = declared;
        if (standing.isEmpty()) return;
        for (int i = 0; i < declared.plan().volumes().size(); i++) {
            index.insert(new Posting(declared.number(), declared.version(), i), declared.hull(i, standing));
            posted++;
        }
    }

    /** Whether twice as much was posted as when it was made: then it is looked at what of it exists. */
    boolean full() {
        return posted > full;
    }

    /**
     * The sky of so many volumes that exist: in new arrays where most of what was posted does not. Worlds that
     * were made before keep this one.
     */
    Sky renewed(int existing, Alive alive) {
        return 2 * existing > posted ? new Sky(cover, index, posted) : new Sky(cover, index.rebuilt(alive), existing);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sky;
    }

    @Override
    public int hashCode() {
        return 0;
    }
}
