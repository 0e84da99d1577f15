package org.tansiq.app.check;

import java.util.List;
import java.util.stream.Stream;
import org.tansiq.geometry.Alive;
import org.tansiq.geometry.Posting;
import org.tansiq.geometry.SpaceTimeIndex;
import org.tansiq.geometry.Window;

/** Finds the items that meet one, by the space-time index. Any thread may ask. */
final class Neighbours {
    private final Roll roll;
    private final SpaceTimeIndex index = new SpaceTimeIndex();

    Neighbours(Roll roll) {
        this.roll = roll;
        List<Roll.Item> items = roll.items();
        for (int i = 0; i < items.size(); i++)
            index.insert(posting(items.get(i), i), items.get(i).volume());
    }

    /** The items after this one that it is compared with, and meets; so that each pair is found once. */
    Stream<Roll.Item> of(int asked) {
        Roll.Item item = roll.items().get(asked);
        Alive later = posting -> windows(posting.volume() > asked && roll.compared(item, item(posting)));
        return index.meeting(item.volume(), later).stream().map(this::item);
    }

    private Roll.Item item(Posting posting) {
        return roll.items().get(posting.volume());
    }

    private static List<Window> windows(boolean asked) {
        return asked ? Alive.AS_POSTED : List.of();
    }

    private static Posting posting(Roll.Item item, int place) {
        return new Posting(item.declaration(), 0, place);
    }
}
