package org.tansiq.app;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** What one command line printed, and how it ended. */
public record Ran(int exit, String out, String err) {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);

    public static Ran tansiq(String... args) {
        return tansiq(NOON, args);
    }

    /** By the clock of this machine, as the engine has it. */
    public static Ran now(String... args) {
        return tansiq(Clock.systemUTC(), args);
    }

    private static Ran tansiq(Clock clock, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exit = Main.run(args, out, err, clock);
        return new Ran(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    public List<String> lines() {
        return out.lines().toList();
    }

    public String last() {
        return lines().getLast();
    }
}
