package org.tansiq.app.replacement;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.tansiq.app.Main;
import org.tansiq.core.Disclosure;
import org.tansiq.core.Hash;
import org.tansiq.core.airspace.ConflictView;
import org.tansiq.core.party.PartyId;
import org.tansiq.ledger.VKey;

/** Commands with a key of the viewer's, on the folder and on the server of a world. */
final class Commands {
    private static final List<String> ALL = List.of(
            "list",
            "show budget",
            "show budget --json",
            "show inbox",
            "list --all --json",
            "show conflict C",
            "show declaration D",
            "list --all",
            "show inbox --proof --json",
            "show conflict C --json",
            "show terms --json",
            "show entry E",
            "list --own",
            "show declaration D --json",
            "list --json",
            "show parties --json",
            "show conflict c-aaaaaaaaaaaaaaaa",
            "show keys",
            "show terms",
            "show entry L",
            "show parties");
    private final PartyId viewer;
    private final Path key;

    Commands(Path folder, PartyId viewer) throws IOException {
        this.viewer = viewer;
        this.key = folder.resolve("planner.key");
        Author author = new Author(Cast.key(viewer + "/planner"), "");
        String seed = Author.seed(Cast.key(viewer + "/planner")).text();
        Files.createFile(key, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(key, "tansiq-key/v1\nkey " + VKey.write(author.key()) + "\nseed " + seed + "\n");
    }

    /** Another of them each time, now on the folder and now on the server. */
    void run(Side side, int turn) {
        run(side, ALL.get(turn % ALL.size()), turn / ALL.size() % 2 == turn % 2);
    }

    private void run(Side side, String command, boolean away) {
        TreeMap<String, Hash> conflicts = new TreeMap<>();
        for (ConflictView view : Disclosure.conflicts(side.stage.world(), viewer))
            conflicts.put(side.called.of(view.conflict()), view.conflict());
        String conflict = conflicts.isEmpty()
                ? "c-bbbb"
                : "c-" + conflicts.firstEntry().getValue().brief();
        var own = Disclosure.declarations(side.stage.world(), viewer);
        String declaration =
                own.isEmpty() ? "d-bbbb" : "d-" + own.getFirst().id().brief();
        long last = side.stage.world().next() - 1;
        List<String> args = new ArrayList<>(Arrays.asList(command.replace("C", conflict)
                .replace("D", declaration)
                .replace("E", "" + side.stage.told().getLast())
                .replace("L", "" + last)
                .split(" ", -1)));
        args.addAll(List.of(away ? "--at" : "--data", away ? side.stage.url() : side.stage.folder.toString()));
        args.addAll(List.of("--key", key.toString()));
        side.look.printed(command, printed(side, args).replace(args.get(args.size() - 3), "THERE"));
    }

    private static String printed(Side side, List<String> args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Instant now = Instant.EPOCH.plus(side.stage.hands.wall(), ChronoUnit.MICROS);
        int exit = Main.run(args.toArray(String[]::new), out, err, Clock.fixed(now, ZoneOffset.UTC));
        return out.toString(StandardCharsets.UTF_8) + "exit " + exit + "\n" + err.toString(StandardCharsets.UTF_8);
    }
}
