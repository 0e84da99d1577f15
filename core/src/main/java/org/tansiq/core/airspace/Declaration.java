package org.tansiq.core.airspace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tansiq.core.Hash;
import org.tansiq.core.Status;
import org.tansiq.core.Table;
import org.tansiq.core.party.PartyId;
import org.tansiq.geometry.Volume;
import org.tansiq.geometry.Window;

/**
 * What a party has declared, in its latest version. It is named by the hash of the note that first declared
 * it.
 *
 * <p>{@code windows} holds every window there ever was, by its number. {@code beyond} counts from 1 the
 * volumes that leave the theatre: what is outside is not checked. {@code reach} says who is told more of it
 * than where it meets theirs, {@code charge} what this version cost, {@code misplaced} that it names a place
 * which is elsewhere.
 */
public record Declaration(
        Hash id,
        PartyId party,
        Status status,
        int version,
        Plan plan,
        Details details,
        Table<Integer, DeclaredWindow> windows,
        List<Integer> beyond,
        Reach reach,
        Charge charge,
        Optional<Misplaced> misplaced) {
    public Declaration {
        beyond = List.copyOf(beyond);
    }

    /** The windows that still count. */
    public List<DeclaredWindow> standing(long at) {
        List<DeclaredWindow> standing = new ArrayList<>(windows.size());
        for (Table.Row<Integer, DeclaredWindow> row : windows) if (row.value().standing(at)) standing.add(row.value());
        return standing;
    }

    /** When the first window that still counts begins, in microseconds; the largest number if none does. */
    public long begins(long at) {
        return standing(at).stream()
                .mapToLong(window -> window.window().from())
                .min()
                .orElse(Long.MAX_VALUE);
    }

    /** When one of its volumes is held. */
    List<Window> held(int volume, long at) {
        DeclaredVolume declared = plan.volumes().get(volume);
        List<Window> held = new ArrayList<>(windows.size());
        for (Table.Row<Integer, DeclaredWindow> row : windows)
            if (row.value().standing(at)) held.add(declared.part(row.value().window()));
        return held;
    }

    /** One of its volumes from the beginning of its first window that counts to the end of the last. */
    Volume hull(int volume, List<DeclaredWindow> standing) {
        DeclaredVolume declared = plan.volumes().get(volume);
        Window hull = declared.part(standing.getFirst().window());
        for (DeclaredWindow window : standing) hull = hull.joined(declared.part(window.window()));
        return new Volume(declared.outline().footprint(), declared.band(), hull);
    }

    Declaration with(List<Integer> numbers, WindowState to, long at) {
        Table<Integer, DeclaredWindow> after = windows;
        for (int number : numbers)
            after = after.put(number, after.get(number).orElseThrow().moved(to, at));
        return new Declaration(id, party, status, version, plan, details, after, beyond, reach, charge, misplaced);
    }

    Declaration widened(PartyId to, Level level) {
        Reach wider = reach.widened(to, level);
        return new Declaration(id, party, status, version, plan, details, windows, beyond, wider, charge, misplaced);
    }

    /** With what its author may be told again. */
    Declaration paid() {
        return with(charge.paid());
    }

    Declaration with(Charge other) {
        return new Declaration(id, party, status, version, plan, details, windows, beyond, reach, other, misplaced);
    }

    /** As if it had no other windows. */
    Declaration only(List<Integer> numbers) {
        Table<Integer, DeclaredWindow> some = Table.empty();
        for (int number : numbers) some = some.put(number, windows.get(number).orElseThrow());
        return new Declaration(id, party, status, version, plan, details, some, beyond, reach, charge, misplaced);
    }

    /** What it says others may have to know, as it stands. */
    Envelope envelope(long at) {
        List<WindowDraft> drafts = standing(at).stream()
                .map(window -> new WindowDraft(Optional.of(window.number()), window.window()))
                .toList();
        return new Envelope(plan, drafts);
    }

    /** Whose budget it is charged to. */
    public Holder holder() {
        return new Holder(party, status);
    }
}
