package org.tansiq.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.tansiq.core.Entry;
import org.tansiq.core.Event;
import org.tansiq.core.Hash;
import org.tansiq.core.Rules;
import org.tansiq.core.Stamped;
import org.tansiq.core.World;
import org.tansiq.core.airspace.AirspaceEvent;
import org.tansiq.engine.Clock;
import org.tansiq.engine.Disk;
import org.tansiq.engine.DiskFile;
import org.tansiq.engine.Frame;
import org.tansiq.engine.Journal;
import org.tansiq.engine.Ruling;
import org.tansiq.engine.Written;
import org.tansiq.wire.Places;

/** Four faults of the kind that tests by hand do not find; each has to be found within the usual seeds. */
final class FaultsFoundTest {
    private static final int SEEDS = 200;

    @Test
    void aDiskThatSkipsASync() {
        assertThat(found(new KeyedHash() {
                    @Override
                    public UnaryOperator<Disk> disk() {
                        return SkippedSync::new;
                    }
                }))
                .hasValueSatisfying(broken -> assertThat(broken).hasMessageContaining("before it was durable"));
    }

    @Test
    void rulesThatReadAClock() {
        assertThat(found(new KeyedHash() {
                    @Override
                    public Ruling rules(Clock clock) {
                        return new ReadsClock(clock);
                    }
                }))
                .hasValueSatisfying(broken -> assertThat(broken).hasMessageContaining("again: ./tansiq test"));
    }

    @Test
    void aJournalThatAnswersBeforeItAppends() {
        assertThat(found(new KeyedHash() {
                    @Override
                    public UnaryOperator<Journal> journal() {
                        return Early::new;
                    }
                }))
                .hasValueSatisfying(broken -> assertThat(broken).hasMessageContaining("are left"));
    }

    @Test
    void rulesThatOverlookAMeeting() {
        assertThat(found(new KeyedHash() {
                    @Override
                    public Ruling rules(Clock clock) {
                        return new Overlooks();
                    }
                }))
                .hasValueSatisfying(broken -> assertThat(broken).hasMessageContaining("not listed are some of"));
    }

    private static Optional<Broken> found(Ways ways) {
        return LongStream.rangeClosed(1, SEEDS)
                .mapToObj(seed -> broken(seed, ways))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Broken> broken(long seed, Ways ways) {
        try {
            Simulation.run(seed, ways);
            return Optional.empty();
        } catch (Broken broken) {
            return Optional.of(broken);
        }
    }

    /** Late in the evening these rules answer other than in the morning, whatever time they were given. */
    private record ReadsClock(Clock clock) implements Ruling {
        @Override
        public Hash hash() {
            return Ways.RULES;
        }

        @Override
        public Entry decide(World world, Stamped asked) {
            Entry entry = Rules.decide(world, asked, Places.all());
            boolean late = clock.steady() % 97 == 0;
            return late && world.next() > 0
                    ? new Entry(entry.index(), asked, List.of(), List.copyOf(entry.deliveries()))
                    : entry;
        }
    }

    /** These rules take in what is declared, and never say where it meets. */
    private record Overlooks() implements Ruling {
        @Override
        public Hash hash() {
            return Ways.RULES;
        }

        @Override
        public Entry decide(World world, Stamped asked) {
            Entry entry = Rules.decide(world, asked, Places.all());
            List<Event> events = entry.events().stream()
                    .filter(event -> !(event instanceof AirspaceEvent.Met || event instanceof AirspaceEvent.Told))
                    .toList();
            return new Entry(entry.index(), asked, events, entry.deliveries());
        }
    }

    /** Now and then says that a file is durable when it is not. */
    private static final class SkippedSync implements Disk {
        private final Disk disk;
        private int syncs;

        SkippedSync(Disk disk) {
            this.disk = disk;
        }

        @Override
        public List<String> names() throws IOException {
            return disk.names();
        }

        @Override
        public DiskFile open(String name) throws IOException {
            DiskFile file = disk.open(name);
            return new DiskFile() {
                @Override
                public long size() throws IOException {
                    return file.size();
                }

                @Override
                public int read(long at, ByteBuffer into) throws IOException {
                    return file.read(at, into);
                }

                @Override
                public void write(long at, ByteBuffer from) throws IOException {
                    file.write(at, from);
                }

                @Override
                public void sync() throws IOException {
                    if (++syncs % 50 != 0) file.sync();
                }

                @Override
                public void truncate(long size) throws IOException {
                    file.truncate(size);
                }

                @Override
                public void close() throws IOException {
                    file.close();
                }
            };
        }

        @Override
        public void move(String from, String to) throws IOException {
            disk.move(from, to);
        }

        @Override
        public void delete(String name) throws IOException {
            disk.delete(name);
        }

        @Override
        public boolean writable() {
            return disk.writable();
        }

        @Override
        public long free() throws IOException {
            return disk.free();
        }

        @Override
        public long total() throws IOException {
            return disk.total();
        }

        @Override
        public void close() throws IOException {
            disk.close();
        }
    }

    /** Returns from one append while its batch still waits, in memory, for the next. */
    private static final class Early implements Journal {
        private final Journal journal;
        private List<Written> held = new ArrayList<>();
        private Hash root = Hash.NONE;

        Early(Journal journal) {
            this.journal = journal;
        }

        @Override
        public long next() {
            return journal.next() + held.size();
        }

        @Override
        public void append(List<Written> batch, Hash after) {
            if (!held.isEmpty()) journal.append(held, root);
            held = List.copyOf(batch);
            root = after;
        }

        @Override
        public Written read(long index) {
            return index < journal.next() ? journal.read(index) : held.get((int) (index - journal.next()));
        }

        @Override
        public Frame frame(long index) {
            return index < journal.next() ? journal.frame(index) : new Frame(journal.next(), held, root);
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
}
