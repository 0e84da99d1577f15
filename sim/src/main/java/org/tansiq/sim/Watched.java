package org.tansiq.sim;

import java.util.List;
import java.util.function.LongConsumer;
import org.tansiq.core.Hash;
import org.tansiq.engine.Frame;
import org.tansiq.engine.Journal;
import org.tansiq.engine.Written;

/** A journal in front of which somebody looks each time before a batch is written: at its first index. */
record Watched(Journal journal, LongConsumer before) implements Journal {
    @Override
    public long next() {
        return journal.next();
    }

    @Override
    public void append(List<Written> batch, Hash root) {
        before.accept(next());
        journal.append(batch, root);
    }

    @Override
    public Written read(long index) {
        return journal.read(index);
    }

    @Override
    public Frame frame(long index) {
        return journal.frame(index);
    }

    @Override
    public boolean room() {
        return journal.room();
    }

    @Override
    public void close() {
        journal.close();
    }
}
