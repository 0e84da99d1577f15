package org.tansiq.app.record;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tansiq.app.check.Complaint;
import org.tansiq.app.check.Console;
import org.tansiq.app.check.Exit;
import org.tansiq.core.VerifierKey;
import org.tansiq.core.World;
import org.tansiq.core.party.PartyId;
import org.tansiq.engine.RecordView;
import org.tansiq.wire.View;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what the key's party may see of a record; all of it only to the host. */
@Command(name = "show")
public final class ShowCommand implements Callable<Integer> {
    private static final List<String> NAMED = List.of("entry", "declaration", "conflict");

    @Mixin
    private final Common common = new Common();

    @Parameters(index = "0..*", arity = "1..2", paramLabel = "WHAT", descriptionKey = "help.what")
    private List<String> what = List.of();

    @Mixin
    private final Where where = new Where();

    @Option(names = "--key", paramLabel = "FILE", descriptionKey = "help.key")
    private Optional<Path> key = Optional.empty();

    @Option(names = "--passphrase-file", paramLabel = "FILE", descriptionKey = "help.passphrase-file")
    private Optional<Path> passphrase = Optional.empty();

    @Option(names = "--as-host", descriptionKey = "help.as-host")
    private boolean host;

    @Option(names = "--proof", descriptionKey = "help.proof")
    private boolean proof;

    @Option(names = "--svg", paramLabel = "FILE", descriptionKey = "help.svg")
    private Optional<Path> svg = Optional.empty();

    @Option(names = "--from", descriptionKey = "help.from")
    private long from = 1;

    private final Console console;

    public ShowCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (host == key.isPresent()) throw new Complaint("show.whose");
        if (what.size() > 1 && !NAMED.contains(what.getFirst()))
            throw new Complaint("option.unknown", "value", what.get(1));
        if (!where.away())
            try (Viewing viewing = Viewing.open(where.folder(), console, common.messages())) {
                return host ? all(viewing.record()) : here(viewing.record());
            }
        if (host) throw new Complaint("show.host-folder");
        try (Away away = new Away(where, common, keyring())) {
            View view = away.ask(session -> session.view(/* all= */ true));
            return seen(Sight.of(view), new Read(new Told.There(away), new Notes.There(away)), view.inbox());
        }
    }

    private int here(RecordView record) throws IOException {
        VerifierKey own = Keyring.read(key.orElseThrow()).key();
        Sight sight =
                Sight.of(record.world(), own).orElseThrow(() -> new Complaint("show.not-party", "key", own.name()));
        return seen(
                sight,
                new Read(new Told.Here(record), new Notes.Here(record)),
                record.world().inbox(sight.party()).count());
    }

    /** Where it is read from. */
    private record Read(Told told, Notes notes) {}

    /** What one party may see. */
    private int seen(Sight sight, Read from, long inbox) throws IOException {
        Activities activities = new Activities(common, console, sight, from.notes);
        Inboxes inboxes = new Inboxes(common, console, from.told, sight.world().parties(), /* named= */ false);
        switch (what.getFirst()) {
            case "inbox" -> inboxes.show(sight.party(), inbox, number(this.from), proof);
            case "budget" -> new Spending(common, console, sight, now()).show();
            case "entry" -> inboxes.entry(sight.party(), entry(), proof);
            case "declaration" -> activities.declaration(named(), now());
            case "conflict" -> activities.conflict(named(), svg);
            default -> state(new Showing(common, console, sight.world(), Optional.of(sight.party())));
        }
        return Exit.NONE;
    }

    /** What the host may see of a folder, which is all; what is declared belongs to its party. */
    private int all(RecordView record) throws IOException {
        World world = record.world();
        switch (what.getFirst()) {
            case "inbox" -> {
                Inboxes inboxes =
                        new Inboxes(common, console, new Told.Here(record), world.parties(), /* named= */ true);
                for (PartyId party : world.parties().all().keys())
                    inboxes.show(party, world.inbox(party).count(), number(from), proof);
            }
            case "entry" -> whole(record, entry());
            case "declaration", "conflict", "budget" -> throw new Complaint("show.whose");
            default -> state(new Showing(common, console, world, Optional.empty()));
        }
        return Exit.NONE;
    }

    private void whole(RecordView record, long index) {
        if (index >= record.world().next()) throw new Complaint("show.no-entry", "n", index);
        String entry = record.entry(index).write().text();
        console.line(common.json() ? Printed.field("entry", entry) : entry);
    }

    private void state(Showing showing) {
        switch (what.getFirst()) {
            case "parties" -> showing.parties();
            case "keys" -> showing.keys();
            case "terms" -> showing.terms();
            default ->
                throw new Complaint(
                        "option.one-of",
                        "option",
                        "show",
                        "value",
                        what.getFirst(),
                        "of",
                        "parties, keys, terms, budget, inbox, entry N, declaration ID, conflict ID");
        }
    }

    private Keyring keyring() {
        Keyring keyring = new Keyring();
        keyring.key = key.orElseThrow();
        keyring.passphrase = passphrase;
        return keyring;
    }

    private String named() {
        if (what.size() < 2) throw new Complaint("option.missing", "value", what.getFirst() + " ID");
        return what.get(1);
    }

    private long now() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, console.clock().instant());
    }

    private long entry() {
        if (what.size() < 2 || !what.get(1).matches("0|[1-9][0-9]{0,17}"))
            throw new Complaint("option.missing", "value", "entry N");
        return Long.parseLong(what.get(1));
    }

    static long number(long from) {
        if (from < 1)
            throw new Complaint(
                    "option.number", "option", "--from", "value", from, "least", 1, "limit", Long.MAX_VALUE);
        return from;
    }
}
