package org.tansiq.sim;

import org.tansiq.engine.FileJournal;

/** Makes trouble: for the disk, for the clock, for the process. */
final class Weather {
    private static final int MICROS = 1_000_000;

    private final Dice dice;
    private final Counts counts;
    private final SimClock clock;
    private final SimDisk disk;

    Weather(Dice dice, Counts counts, SimClock clock, SimDisk disk) {
        this.dice = dice;
        this.counts = counts;
        this.clock = clock;
        this.disk = disk;
    }

    /** Something happens; ends the process by {@link PowerCut} where that is what happens. */
    void strike() {
        switch (dice.below(12)) {
            case 0, 1 -> jump("clock: back a little", -1 - dice.below(MICROS / 2));
            case 2 -> jump("clock: ahead a little", 1 + dice.below(4 * MICROS));
            case 3 -> jump("clock: far ahead", 6 * MICROS + dice.below(600 * MICROS));
            case 4 -> jump("clock: far back", -2 * MICROS - dice.below(600 * MICROS));
            case 5, 6 -> disk.cutAfter(1 + dice.below(12));
            case 7 -> throw new PowerCut("idle");
            case 8 -> disk.failNextSync(dice.oneIn(2) ? FileJournal.NAME : "snapshot-");
            case 9 -> disk.slow(true);
            case 10 -> {
                counts.add("disk: nearly full");
                disk.nearlyFull(true);
            }
            default -> disk.full(true);
        }
    }

    private void jump(String what, long micros) {
        counts.add(what);
        clock.set(clock.now() + micros);
    }

    /** What a process that ended leaves behind: all of it, or what the power left. */
    void leave() {
        if (dice.oneIn(2)) {
            counts.add("crash: killed");
        } else {
            counts.add("crash: power gone" + (disk.settled(FileJournal.NAME) ? "" : " in the middle of a frame"));
            disk.powerGone();
        }
        disk.mend();
        if (dice.oneIn(4)) disk.cutAfter(1 + dice.below(6));
    }
}
