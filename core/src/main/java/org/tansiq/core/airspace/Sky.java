package org.tansiq.core.airspace;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
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
 * <p>The index only grows, so that worlds of different age share it, and a version that is found there need
 * not exist in the world that asks. Only the one thread that makes new worlds posts; any may ask.
 */
public final class Sky {
    private static final int POSTED_MIN = 8192;
    private static final int ROOM = 16;

    private final Volume cover;
    private final SpaceTimeIndex index;
    private volatile @Nullable Declaration[] versions; // By the number that a posting names.
    private int count;
    private int posted;
    private int full;

    private Sky(Volume cover, SpaceTimeIndex index, @Nullable Declaration[] versions, int count, int posted) {
        this.cover = cover;
        this.index = index;
        this.versions = versions;
        this.count = count;
        this.posted = posted;
        this.full = Math.max(POSTED_MIN, 2 * posted);
    }

    static Sky over(Cover cover) {
        Footprint footprint = new Footprint(Core.ring(cover.outline()), 0);
        Volume whole = new Volume(footprint, cover.band(), Window.ALWAYS);
        return new Sky(whole, new SpaceTimeIndex(), new Declaration[ROOM], 0, 0);
    }

    /** Whether the theatre surely holds all of a volume. */
    boolean covers(DeclaredVolume volume) {
        return Meeting.holds(cover, volume.always());
    }

    /** Volumes of versions that some condition holds for, and that may meet the asked one from a time on. */
    List<Posting> meeting(Volume asked, Predicate<Declaration> wanted, long at) {
        return index.meeting(asked, alive(wanted, at));
    }

    private Alive alive(Predicate<Declaration> wanted, long at) {
        return posting -> {
            Declaration version = version(posting);
            return wanted.test(version) ? version.held(posting.volume(), at) : List.of();
        };
    }

    /** The version that a posting names, as it was posted. */
    Declaration version(Posting posting) {
        Declaration version = versions[(int) posting.declaration()];
        if (version == null) throw new IllegalStateException("nothing is posted as " + posting);
        return version;
    }

    /** Posts a version, once however often the same is asked; its windows that are over are not. */
    @SuppressWarnings("ReferenceEquality") // Deciding and applying post one and the same.
    void post(Declaration declared, List<DeclaredWindow> standing) {
        if (count > 0 && versions[count - 1] == declared) return;
        @Nullable Declaration[] room = count < versions.length ? versions : Arrays.copyOf(versions, 2 * count);
        room[count] = declared;
        versions = room; // Whoever finds a posting finds what it names.
        for (int i = 0; i < declared.plan().volumes().size() && !standing.isEmpty(); i++) {
            index.insert(new Posting(count, declared.version(), i), declared.hull(i, standing));
            posted++;
        }
        count++;
    }

    /** Whether twice as much was posted as when it was made: then it is looked at what of it exists. */
    boolean full() {
        return posted > full;
    }

    /**
     * The sky of so many volumes that exist: a new one where most of what was posted does not, and else this.
     * Worlds that were made before keep this one, so that nothing is ever posted to a part of it alone.
     */
    Sky renewed(int existing, Predicate<Declaration> exists, long at) {
        if (2 * existing > posted) {
            full = 2 * posted;
            return this;
        }
        @Nullable Declaration[] left = versions.clone();
        SpaceTimeIndex fresh = index.rebuilt(alive(exists, at));
        for (int i = 0; i < count; i++) if (left[i] != null && !exists.test(left[i])) left[i] = null;
        return new Sky(cover, fresh, left, count, existing);
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
