package org.tansiq.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.tansiq.core.airspace.Level;
import org.tansiq.core.party.PartyId;

/**
 * What a viewer may learn of somebody else's declaration, and no more: the sites that it holds, heights in
 * cells of 100 m, times in cells of five minutes. Each of two worlds has it in another form.
 */
final class Plot {
    /** From the one cell to the other, both included; or for ever. */
    record Slot(long from, long until) {
        static final long OPEN = Long.MAX_VALUE;

        boolean over(long cell) {
            return until < cell;
        }
    }

    final int number;
    final PartyId party;
    final Status status;
    /** Its author shows the viewer more than the overlap, or may come to: both worlds have one envelope. */
    final boolean open;
    /** How much the viewer is told of it. */
    Level level = Level.OVERLAP;

    final TreeMap<Integer, Slot> slots = new TreeMap<>();
    List<Sites.Cover> covers = List.of();
    int floor;
    int ceiling;
    private int next;

    Plot(int number, PartyId party, Status status, boolean open) {
        this.open = open;
        this.number = number;
        this.party = party;
        this.status = status;
    }

    /** Mostly where some sites are. */
    void anyPlace(Random chance, List<Integer> sites) {
        List<Sites.Cover> any = new ArrayList<>();
        for (int i = chance.nextInt(1, 4); i > 0; i--) {
            boolean there = !sites.isEmpty() && chance.nextInt(4) > 0;
            any.add(cover(chance, there ? sites.get(chance.nextInt(sites.size())) : chance.nextInt(Sites.COUNT)));
        }
        covers = any;
        floor = chance.nextInt(20);
        ceiling = floor + chance.nextInt(10, 50);
    }

    /** All of a site, at all heights of a viewer's. */
    void place(int site) {
        covers = List.of(new Sites.Cover(Sites.Kind.WHOLE, site, 0));
        floor = 0;
        ceiling = 90;
    }

    /** Little more than a site, at some of the heights of a viewer's. */
    void near(int site) {
        covers = List.of(new Sites.Cover(Sites.Kind.NEAR, site, 0));
        floor = 12;
        ceiling = 13;
    }

    private static Sites.Cover cover(Random chance, int site) {
        Sites.Kind kind = switch (chance.nextInt(8)) {
            case 0 -> Sites.Kind.NONE;
            case 1 -> Sites.Kind.EAST;
            case 2, 3 -> Sites.Kind.TWO;
            default -> Sites.Kind.WHOLE;
        };
        return new Sites.Cover(kind, site, chance.nextInt(8000) - 4000);
    }

    boolean touches(int site) {
        return covers.stream().anyMatch(cover -> cover.touches(site));
    }

    boolean ends(int site) {
        return covers.stream().anyMatch(cover -> cover.kind() == Sites.Kind.EAST && cover.touches(site));
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

    /** Some slots from a cell on, one after the other. */
    void anySlots(Random chance, long cell, int count) {
        long from = cell + chance.nextInt(12);
        for (int i = 0; i < count; i++) {
            long until = from + chance.nextInt(2, 15);
            boolean open = i == count - 1 && chance.nextInt(8) == 0;
            slot(from, open ? Slot.OPEN : until);
            from = until + 1 + chance.nextInt(3);
        }
    }
}
