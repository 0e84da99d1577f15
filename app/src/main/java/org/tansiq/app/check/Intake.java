package org.tansiq.app.check;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tansiq.app.declaration.Declaration;
import org.tansiq.app.declaration.DeclarationFile;
import org.tansiq.app.declaration.Part;
import org.tansiq.app.declaration.Reading;
import org.tansiq.app.declaration.Refused;
import org.tansiq.app.words.Messages;
import org.tansiq.geometry.Volume;
import org.tansiq.geometry.Window;

/**
 * What the files hold, and what of it is compared.
 *
 * <p>Law: read = mine + others + refused + skipped, counted in features and lines.
 */
record Intake(
        List<Declaration> mine,
        List<Declaration> others,
        List<Refused> refused,
        SortedMap<String, Long> skipped,
        long read,
        long horizon) {
    /** What begins after the horizon. */
    static final String LATER = "later-than-horizon";

    /** Reads all files; stops after the first that holds something refused, unless told to keep going. */
    static Intake of(Choices choices, Console console) {
        checkNamedOnce(choices);
        List<Path> against = choices.against().orElse(List.of());
        Heap heap = new Heap();
        List<Declaration> mine;
        List<Declaration> others;
        int files = choices.files().size() + against.size();
        try (Progress bar = console.progress(Messages.in(choices.language()), "progress.read", files)) {
            mine = heap.read(choices.files(), choices, bar);
            others = heap.read(against, choices, bar);
        }
        long horizon = horizon(choices, mine, others);
        return new Intake(
                heap.near(mine, horizon), heap.near(others, horizon), heap.refused, heap.skipped, heap.read, horizon);
    }

    long checked() {
        return (long) mine.size() + others.size();
    }

    private static final class Heap {
        private final List<Refused> refused = new ArrayList<>();
        private final SortedMap<String, Long> skipped = new TreeMap<>();
        private long read;

        List<Declaration> read(List<Path> files, Choices choices, Progress progress) {
            List<Declaration> declarations = new ArrayList<>();
            for (Path file : files) {
                if (!refused.isEmpty() && !choices.keepGoing()) break;
                Reading reading = DeclarationFile.read(file, choices.terms());
                declarations.addAll(reading.declarations());
                refused.addAll(reading.refused());
                reading.skipped().forEach((kind, n) -> skipped.merge(kind, n, Long::sum));
                read += reading.read();
                progress.step();
            }
            return declarations;
        }

        List<Declaration> near(List<Declaration> declarations, long horizon) {
            List<Declaration> near =
                    declarations.stream().filter(d -> from(d) <= horizon).toList();
            if (near.size() < declarations.size())
                skipped.merge(LATER, (long) declarations.size() - near.size(), Long::sum);
            return near;
        }
    }

    // Without --within there is no horizon but that of the flights, which their reader keeps.
    private static long horizon(Choices choices, List<Declaration> mine, List<Declaration> others) {
        if (choices.within().isEmpty()) return Long.MAX_VALUE;
        long first = Long.MAX_VALUE;
        for (List<Declaration> declarations : List.of(mine, others))
            for (Declaration d : declarations)
                for (Part part : d.parts()) for (Volume v : part.volumes()) first = Math.min(first, named(v.window()));
        if (first == Long.MAX_VALUE) return first;
        return first + choices.within().get().toMillis() * 1000;
    }

    // The first moment that a window names: of one without a start its end.
    private static long named(Window window) {
        return window.from() == Window.OPEN_FROM ? window.until() : window.from();
    }

    private static long from(Declaration declaration) {
        return declaration.parts().stream()
                .flatMap(part -> part.volumes().stream())
                .mapToLong(volume -> volume.window().from())
                .min()
                .orElse(Long.MIN_VALUE);
    }

    private static void checkNamedOnce(Choices choices) {
        Set<Path> named = new HashSet<>();
        for (List<Path> files : List.of(choices.files(), choices.against().orElse(List.of())))
            for (Path file : files)
                if (!named.add(real(file))) throw new Complaint("option.file-twice", "file", file.toString());
    }

    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException _) {
            return file.toAbsolutePath().normalize();
        }
    }

    /** The first thing refused, if it stops everything. */
    Optional<Refused> stop(Choices choices) {
        return choices.keepGoing() ? Optional.empty() : refused.stream().findFirst();
    }
}
