package org.tansiq.app.tidy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files of this project as they lie on disk, found from wherever a test runs. */
final class Checkout {

    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");
    private static final Pattern TEXT = Pattern.compile(".*\\.(java|xml|md|properties|txt|yml)");

    private final Path root;

    private Checkout(Path root) {
        this.root = root;
    }

    /** The folder above the running test whose pom names modules. */
    static Checkout here() {
        Path at = Path.of("").toAbsolutePath();
        while (!namesModules(at.resolve("pom.xml"))) {
            Path above = at.getParent();
            if (above == null) throw new IllegalStateException("no pom.xml with modules above the working directory");
            at = above;
        }
        return new Checkout(at);
    }

    private static boolean namesModules(Path pom) {
        return Files.isRegularFile(pom) && MODULE.matcher(read(pom)).find();
    }

    List<String> modules() {
        return MODULE.matcher(read(root.resolve("pom.xml")))
                .results()
                .map(m -> m.group(1))
                .toList();
    }

    /** The rooms of core: a folder each. */
    List<String> rooms() {
        Path core = root.resolve("core/src/main/java/org/tansiq/core");
        return under(core)
                .map(file -> core.relativize(file))
                .filter(file -> file.getNameCount() > 1)
                .map(file -> file.getName(0).toString())
                .distinct()
                .toList();
    }

    String pom(String module) {
        return read(root.resolve(module).resolve("pom.xml"));
    }

    /** Every Java source, tests included. */
    List<Source> java() {
        return texts().stream().filter(s -> s.path().endsWith(".java")).toList();
    }

    /** Every text that a person wrote: sources, poms, pages. */
    List<Source> texts() {
        Stream<Path> sources =
                modules().stream().flatMap(m -> under(root.resolve(m).resolve("src")));
        Stream<Path> poms = modules().stream().map(m -> root.resolve(m).resolve("pom.xml"));
        Stream<Path> pages = Stream.concat(children(root), under(root.resolve("docs")));
        return Stream.of(sources, poms, pages)
                .flatMap(s -> s)
                .filter(p -> TEXT.matcher(p.toString()).matches())
                .sorted()
                .map(this::source)
                .toList();
    }

    private Source source(Path file) {
        return new Source(root.relativize(file).toString().replace('\\', '/'), read(file));
    }

    private static Stream<Path> under(Path folder) {
        if (!Files.isDirectory(folder)) return Stream.of();
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> children(Path folder) {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
