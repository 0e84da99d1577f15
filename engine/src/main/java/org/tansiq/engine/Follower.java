package org.tansiq.engine;

import java.util.function.Consumer;
import org.tansiq.core.Bytes;
import org.tansiq.wire.EntryText;

/** Reads what is shown, from its own place on, a frame at a step. It is never waited for. */
public final class Follower {
    private final Engine engine;
    private final Consumer<EntryText> each;
    private long cursor;

    /** {@code from}: the index of the first entry that {@code each} gets. */
    public Follower(Engine engine, long from, Consumer<EntryText> each) {
        this.engine = engine;
        this.cursor = from;
        this.each = each;
    }

    /** The index of the entry that comes next. */
    public long cursor() {
        return cursor;
    }

    /** Gives what is shown of the next frame; whether there was any. */
    public boolean step() {
        long until = engine.world().next();
        if (cursor >= until) return false;
        Frame frame = engine.frame(cursor);
        for (Written written : frame.entries()
                .subList((int) (cursor - frame.first()), frame.entries().size())) {
            if (cursor >= until) break;
            Bytes body = written.body();
            each.accept(EntryText.parse(body));
            cursor++;
        }
        return true;
    }
}
