package org.tansiq.engine;

import java.util.List;
import java.util.function.Consumer;
import org.tansiq.core.Bytes;
import org.tansiq.ledger.DeliveryText;
import org.tansiq.wire.EntryText;

/** Reads what is shown, from its own place on, a frame at a step. It is never waited for. */
public final class Follower {
    private final Engine engine;
    private final Consumer<Bytes> each;
    private long cursor;

    /** {@code from}: the index of the first entry that {@code each} gets. */
    public Follower(Engine engine, long from, Consumer<EntryText> each) {
        this(from, engine, body -> each.accept(EntryText.parse(body)));
    }

    private Follower(long from, Engine engine, Consumer<Bytes> each) {
        this.engine = engine;
        this.cursor = from;
        this.each = each;
    }

    /** One that reads of each entry only what the parties are told. */
    public static Follower ofDeliveries(Engine engine, long from, Consumer<List<DeliveryText>> each) {
        return new Follower(from, engine, body -> each.accept(EntryText.deliveries(body)));
    }

    /** The index of the entry that comes next. */
    public long cursor() {
        return cursor;
    }

    /** Leaves out all that is shown by now. */
    public void skip() {
        cursor = engine.world().next();
    }

    /** Gives what is shown of the next frame; whether there was any. */
    public boolean step() {
        long until = engine.world().next();
        if (cursor >= until) return false;
        Frame frame = engine.frame(cursor);
        for (Written written : frame.entries()
                .subList((int) (cursor - frame.first()), frame.entries().size())) {
            if (cursor >= until) break;
            each.accept(written.body());
            cursor++;
        }
        return true;
    }
}
