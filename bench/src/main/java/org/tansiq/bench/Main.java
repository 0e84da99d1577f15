package org.tansiq.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.tansiq.bench.http.HttpBench;
import org.tansiq.bench.record.DeclareBench;
import org.tansiq.bench.record.RecordBench;
import org.tansiq.bench.record.WaysBench;

/** The measurements: {@code full}, {@code quick}, {@code micro}, {@code record}, {@code declare},
 * {@code http}, {@code places}, {@code ways}, {@code declarations N}. */
public final class Main {
    private static final int QUICK = 100_000;
    private static final int NOTES_EACH = 1000;
    private static final long ENTRIES = 1_000_000;
    private static final int ACTIVE = 100_000;
    private static final int HTTP_EACH = 140;

    /** Where in RESULTS.md the part on the record begins. */
    private static final String RECORD = "# The record\n";

    /** And where that on declarations does, behind it. */
    private static final String DECLARED = "# Declarations\n";

    /** And where that on the server does. */
    private static final String SERVED = "# Over HTTP\n";

    /** And where that on places does. */
    private static final String PLACES = "# Places\n";

    /** And where that on ways out does, behind it. */
    private static final String WAYS = "# Ways out\n";

    private Main() {}

    public static void main(String[] args) {
        String what = args.length == 0 ? "full" : args[0];
        switch (what) {
            case "full" -> full();
            case "quick" -> new Session(new Results(), postgis()).quick(QUICK);
            case "micro" -> new Micro(new Results()).run();
            case "record" -> record(NOTES_EACH, ENTRIES, /* kept= */ true);
            case "record-quick" -> record(NOTES_EACH / 10, ENTRIES / 20, /* kept= */ false);
            case "declare" -> declare(ACTIVE, NOTES_EACH / 4, /* kept= */ true);
            case "declare-quick" -> declare(ACTIVE / 10, NOTES_EACH / 20, /* kept= */ false);
            case "http" -> http(ACTIVE, HTTP_EACH, /* kept= */ true);
            case "http-quick" -> http(ACTIVE / 4, HTTP_EACH / 5, /* kept= */ false);
            case "places" -> places();
            case "ways" -> ways();
            case "declarations" -> declarations(args);
            default ->
                refuse("unknown: " + what
                        + " (full, quick, micro, record, record-quick, declare, declare-quick, http, http-quick,"
                        + " places, ways, declarations N)");
        }
    }

    private static void full() {
        Results results = new Results();
        Session session = new Session(results, postgis());
        session.full();
        write("RESULTS.md", results.page() + from(RECORD));
        write("scale.svg", session.picture());
        if (!session.met()) System.exit(1);
    }

    private static void record(int each, long entries, boolean kept) {
        Results results = new Results();
        try {
            boolean met = new RecordBench(results, each, entries).run();
            if (kept) write("RESULTS.md", before(RECORD) + results.page() + from(DECLARED));
            if (!met) System.exit(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void declare(int active, int each, boolean kept) {
        Results results = new Results();
        try {
            boolean met = new DeclareBench(results, active, each).run();
            if (kept) write("RESULTS.md", before(DECLARED) + results.page() + from(SERVED));
            if (!met) System.exit(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void http(int active, int each, boolean kept) {
        Results results = new Results();
        try {
            boolean met = new HttpBench(results, active, each).run();
            if (kept) write("RESULTS.md", before(SERVED) + results.page() + from(PLACES));
            if (!met) System.exit(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void places() {
        Results results = new Results();
        try {
            boolean met = new PlacesBench(results).run(home().resolve("data").resolve("gazetteer"));
            write("RESULTS.md", before(PLACES) + results.page() + from(WAYS));
            if (!met) System.exit(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void ways() {
        Results results = new Results();
        boolean met = new WaysBench(results, ACTIVE).run();
        write("RESULTS.md", before(WAYS) + results.page());
        if (!met) System.exit(1);
    }

    /** The page up to one of its parts. */
    private static String before(String part) {
        String page = read("RESULTS.md");
        int at = page.indexOf(part);
        return at < 0 ? page.stripTrailing() + "\n\n" : page.substring(0, at);
    }

    /** The page from one of its parts on. */
    private static String from(String part) {
        String page = read("RESULTS.md");
        int at = page.indexOf(part);
        return at < 0 ? "" : "\n" + page.substring(at);
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
    public static Path home() {
        return Path.of(System.getProperty("tansiq.home", ".."));
    }

    private static String read(String name) {
        try {
            return Files.readString(home().resolve("bench").resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(String name, String text) {
        try {
            Files.writeString(home().resolve("bench").resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
