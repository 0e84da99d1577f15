package org.tansiq.bench.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.tansiq.bench.record.Crowd;
import org.tansiq.bench.record.Load;
import org.tansiq.bench.record.Running;
import org.tansiq.core.Bytes;
import org.tansiq.core.Hash;
import org.tansiq.engine.CodeHash;
import org.tansiq.engine.Settings;

/** Records that are made in process before they are served. */
final class Records {
    /** This program's own rules: a server takes no record under others. */
    static Hash rules() throws IOException {
        return CodeHash.own();
    }

    private Records() {}

    /** A theatre that is founded, and in which these notes are said, so many of a key unanswered at once. */
    static void make(Path folder, Crowd crowd, Supplier<List<List<Bytes>>> lines, int unanswered) throws IOException {
        try (Running running = open(folder)) {
            crowd.opening().forEach(note -> running.tell(note).join());
            new Load(running, lines.get(), unanswered).run();
        }
    }

    static Running open(Path folder) throws IOException {
        return new Running(folder, rules(), Settings.STANDARD);
    }

    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) Files.copy(file, to.resolve(from.relativize(file)));
        }
    }
}
