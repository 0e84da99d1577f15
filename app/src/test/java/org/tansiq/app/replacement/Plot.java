package org.tansiq.app.replacement;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.tansiq.core.Status;
import org.tansiq.core.party.PartyId;

/**
 * What a viewer may learn of somebody else's declaration, and no more: the sites that it holds, heights in
 * cells of 100 m, times in cells of five minutes. Each of two worlds has it in another form.
 */
final class Plot {
    /** From the one cell to the other, both included; or for ever. */
    record Slot(long from, long until) {
        static final long OPEN = Long.MAX_VALUE;
    }

    final int number;
    final PartyId party;
    final Status status;
    /** What its discs measure where the volume-time is given, in metres; else 0. */
    final int radius;

    final TreeMap<Integer, Slot> slots = new TreeMap<>();
    List<Sites.Cover> covers = List.of();
    int floor;
    int ceiling;
    private int next;

    Plot(int number, PartyId party, Status status, int radius) {
        this.number = number;
        this.party = party;
        this.status = status;
        this.radius = radius;
    }

    /** Mostly where some sites are. */
    void anyPlace(Random chance, List<Integer> sites) {
        List<Sites.Cover> any = new ArrayList<>();
        for (int i = radius > 0 ? 1 : chance.nextInt(1, 4); i > 0; i--) {
            boolean there = !sites.isEmpty() && chance.nextInt(4) > 0;
            any.add(cover(chance, there ? sites.get(chance.nextInt(sites.size())) : chance.nextInt(Sites.COUNT)));
        }
        covers = any;
        floor = chance.nextInt(20);
        ceiling = floor + chance.nextInt(10, 50);
    }

    private static Sites.Cover cover(Random chance, int site) {
        Sites.Kind kind = switch (chance.nextInt(8)) {
            case 0 -> Sites.Kind.NONE;
            case 1, 2 -> Sites.Kind.TWO;
            default -> Sites.Kind.WHOLE;
        };
        return new Sites.Cover(kind, site);
    }

    /** A place of its own, far from all sites. */
    void farOff() {
        covers = List.of(new Sites.Cover(Sites.Kind.NONE, 0));
        floor = 10;
        ceiling = 30;
    }

    boolean touches(int site) {
        return covers.stream()
                .anyMatch(cover -> cover.kind() != Sites.Kind.NONE
                        && (site == cover.site()
                                || (cover.kind() == Sites.Kind.TWO && (cover.site() + 1) % Sites.COUNT == site)));
    }

    /** How it is, or would be with an offer. */
    record Form(TreeMap<Integer, Slot> slots, List<Sites.Cover> covers, int floor, int ceiling) {}

    Form form() {
        return new Form(new TreeMap<>(slots), covers, floor, ceiling);
    }

    void become(Form form) {
        slots.clear();
        slots.putAll(form.slots);
        covers = form.covers;
        floor = form.floor;
        ceiling = form.ceiling;
    }

    void slot(long from, long until) {
        slots.put(next++, new Slot(from, until));
    }

    /** Some slots from a cell on, one after the other; so long that none counts as small. */
    void anySlots(Random chance, long cell, int count, int times) {
        long from = cell + chance.nextInt(12);
        for (int i = 0; i < count; i++) {
            long until = from + (long) times * chance.nextInt(8, 24);
            boolean open = radius == 0 && i == count - 1 && chance.nextInt(8) == 0;
            slot(from, open ? Slot.OPEN : until);
            from = until + 1 + chance.nextInt(3);
        }
    }
}
