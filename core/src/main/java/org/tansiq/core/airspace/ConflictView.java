package org.tansiq.core.airspace;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.tansiq.core.Hash;

/**
 * A conflict as one side is told it, all that it may know: its own declaration, where and when it meets
 * something of another party, and which desk to call. Nothing of it names the other declaration, unless its
 * author shows more of it: then {@code other} does.
 *
 * <p>{@code version} counts from 1 and moves only when the picture does: overlaps, desk or terms. {@code
 * more}: not all overlaps are listed. {@code seen} and {@code seenByOther}: in the version that each has now.
 */
public record ConflictView(
        Hash conflict,
        Hash declaration,
        int version,
        Answering desk,
        Margins margins,
        List<Overlap> overlaps,
        boolean more,
        Optional<Revealed> other,
        Standing standing) {
    /**
     * What moves without the picture: who has seen it, and whether something is in use that not both have
     * seen.
     */
    public record Standing(boolean seen, boolean seenByOther, boolean unacknowledged) {
        static final Standing NEW = new Standing(false, false, false);
    }

    public ConflictView {
        overlaps = List.copyOf(overlaps);
    }

    /** Nothing meets any more. */
    public boolean cleared() {
        return overlaps.isEmpty() && !more;
    }

    /** Something still meets at a time, in microseconds since 1970, or after it. */
    public boolean open(long at) {
        return more || overlaps.stream().anyMatch(o -> !o.over(at));
    }

    /** Something meets, and not where: the desk alone. */
    boolean nowhere() {
        return more && overlaps.isEmpty();
    }

    /** When the first overlap begins, in microseconds; the largest number if nothing is listed. */
    public long begins() {
        return overlaps.isEmpty()
                ? Long.MAX_VALUE
                : overlaps.getFirst().window().from();
    }

    ConflictView as(int number, Standing now) {
        return new ConflictView(conflict, declaration, number, desk, margins, overlaps, more, other, now);
    }

    /**
     * This view with what is in use of another, where both have one picture at a time: then what is over
     * stays as it was told. Of a list with more than it shows the first are the picture: a place that has
     * come free is taken only when its reader acts, or it would tell of another's act.
     */
    Optional<ConflictView> still(ConflictView now, long at, boolean reader) {
        ConflictView before = picture(at);
        boolean longer = more && now.overlaps.size() > before.overlaps.size();
        ConflictView after = longer && !reader ? now.first(before.overlaps.size()) : now;
        if (!before.equals(after.picture(at))) return Optional.empty();
        List<Overlap> still = new ArrayList<>(overlaps.size());
        Iterator<Overlap> next = now.overlaps.iterator();
        for (Overlap told : overlaps)
            still.add(told.over(at) ? told : next.next().numbered(told.number()));
        return Optional.of(
                new ConflictView(conflict, declaration, version, desk, margins, still, more, other, Standing.NEW));
    }

    private ConflictView first(int count) {
        List<Overlap> some = overlaps.subList(0, count);
        return new ConflictView(conflict, declaration, version, desk, margins, some, true, other, standing);
    }

    private ConflictView picture(long at) {
        List<Overlap> ahead = overlaps.stream()
                .filter(overlap -> !overlap.over(at))
                .map(Overlap::still)
                .toList();
        Optional<Revealed> shown = ahead.isEmpty() ? Optional.empty() : other;
        return new ConflictView(conflict, declaration, 0, desk, margins, ahead, more, shown, Standing.NEW);
    }
}
