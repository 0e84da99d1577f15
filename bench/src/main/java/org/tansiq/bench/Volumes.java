package org.tansiq.bench;

import java.util.List;
import org.tansiq.geometry.Volume;
import org.tansiq.geometry.Window;

/** The volumes of the workload TSQ-W, for those who declare them. */
public final class Volumes {
    /** When the workload's week begins, in microseconds since 1970. */
    public static final long START = Window.micros(Workload.START);

    private Volumes() {}

    /** So many volumes over a week, as dense as a million in the whole region. */
    public static List<Volume> week(int count) {
        return List.of(Workload.volumes(count, Workload.WEEK));
    }
}
