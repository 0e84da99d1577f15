package org.tansiq.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The measurements: {@code full}, {@code quick}, {@code micro}, {@code declarations N}. */
public final class Main {
    private static final int QUICK = 100_000;

    private Main() {}

    public static void main(String[] args) {
        String what = args.length == 0 ? "full" : args[0];
        switch (what) {
            case "full" -> full();
            case "quick" -> new Session(new Results(), postgis()).quick(QUICK);
            case "micro" -> new Micro(new Results()).run();
            case "declarations" -> declarations(args);
            default -> refuse("unknown: " + what + " (full, quick, micro, declarations N)");
        }
    }

    private static void full() {
        Results results = new Results();
        Session session = new Session(results, postgis());
        session.full();
        write("RESULTS.md", results.page());
        write("scale.svg", session.picture());
        if (!session.met()) System.exit(1);
    }

    private static void declarations(String[] args) {
        int count = args.length == 2 && args[1].matches("[1-9]\\d{0,6}") ? Integer.parseInt(args[1]) : 0;
        if (count == 0) refuse("declarations takes how many, 1 to 9999999");
        PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
        Declarations.write(Workload.volumes(count, Workload.WEEK), out);
        out.flush();
    }

    private static void refuse(String why) {
        System.err.println("bench: " + why);
        System.exit(2);
    }

    private static Optional<String> postgis() {
        return Optional.ofNullable(System.getenv("TANSIQ_POSTGIS")).filter(url -> !url.isEmpty());
    }

    /** The root of the project. */
    static Path home() {
        return Path.of(System.getProperty("tansiq.home", ".."));
    }

    private static void write(String name, String text) {
        try {
            Files.writeString(home().resolve("bench").resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
