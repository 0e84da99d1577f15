package org.tansiq.app.record;

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
import org.tansiq.core.party.Key;
import org.tansiq.core.party.PartyId;
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

    @Option(names = "--data", required = true, paramLabel = "DIR", descriptionKey = "help.data")
    private Path data = Path.of("");

    @Option(names = "--key", paramLabel = "FILE", descriptionKey = "help.key")
    private Optional<Path> key = Optional.empty();

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
    public Integer call() {
        if (!host && key.isEmpty()) throw new Complaint("show.whose");
        if (what.size() > 1 && !NAMED.contains(what.getFirst()))
            throw new Complaint("option.unknown", "value", what.get(1));
        try (Viewing viewing = Viewing.open(data, console, common.messages())) {
            Optional<PartyId> viewer =
                    host ? Optional.empty() : Optional.of(party(viewing.record().world()));
            Showing showing = new Showing(common, console, viewing.record(), viewer);
            switch (what.getFirst()) {
                case "parties" -> showing.parties();
                case "keys" -> showing.keys();
                case "terms" -> showing.terms();
                case "inbox" -> new Inboxes(common, console, viewing.record(), viewer).show(number(from), proof);
                case "declaration" -> activities(viewing, viewer).declaration(named(), now());
                case "conflict" -> activities(viewing, viewer).conflict(named(), svg);
                case "entry" -> new Inboxes(common, console, viewing.record(), viewer).entry(entry(), proof);
                default ->
                    throw new Complaint(
                            "option.one-of",
                            "option",
                            "show",
                            "value",
                            what.getFirst(),
                            "of",
                            "parties, keys, terms, inbox, entry N, declaration ID, conflict ID");
            }
            return Exit.NONE;
        }
    }

    // The host reads whole entries: what is declared belongs to its party.
    private Activities activities(Viewing viewing, Optional<PartyId> viewer) {
        PartyId own = viewer.orElseThrow(() -> new Complaint("show.whose"));
        return new Activities(common, console, viewing.record().world(), own);
    }

    private String named() {
        if (what.size() < 2) throw new Complaint("option.missing", "value", what.getFirst() + " ID");
        return what.get(1);
    }

    private long now() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, console.clock().instant());
    }

    private PartyId party(World world) {
        VerifierKey own = Keyring.read(key.orElseThrow()).key();
        return world.parties()
                .key(own)
                .map(Key::party)
                .orElseThrow(() -> new Complaint("show.not-party", "key", own.name()));
    }

    private long entry() {
        if (what.size() < 2 || !what.get(1).matches("0|[1-9][0-9]{0,17}"))
            throw new Complaint("option.missing", "value", "entry N");
        return Long.parseLong(what.get(1));
    }

    private static long number(long from) {
        if (from < 1)
            throw new Complaint(
                    "option.number", "option", "--from", "value", from, "least", 1, "limit", Long.MAX_VALUE);
        return from;
    }
}
