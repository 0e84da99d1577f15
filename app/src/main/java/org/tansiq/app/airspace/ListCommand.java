package org.tansiq.app.airspace;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.tansiq.app.check.Complaint;
import org.tansiq.app.check.Console;
import org.tansiq.app.check.Exit;
import org.tansiq.app.record.Activities;
import org.tansiq.app.record.Common;
import org.tansiq.app.record.Keyring;
import org.tansiq.app.record.Viewing;
import org.tansiq.core.VerifierKey;
import org.tansiq.core.World;
import org.tansiq.core.party.Key;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the key's party has declared, and its conflicts as it was told them, soonest first. */
@Command(name = "list")
public final class ListCommand implements Callable<Integer> {
    @Mixin
    private final Common common = new Common();

    @Option(names = "--key", paramLabel = "FILE", required = true, descriptionKey = "help.key")
    private Path key = Path.of("");

    @Option(names = "--data", required = true, paramLabel = "DIR", descriptionKey = "help.data")
    private Path data = Path.of("");

    @Option(names = "--all", descriptionKey = "help.all")
    private boolean all;

    @Option(names = "--own", descriptionKey = "help.own")
    private boolean own;

    private final Console console;

    public ListCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        World world = Viewing.world(data, console, common.messages());
        VerifierKey verifier = Keyring.read(key).key();
        Key known = world.parties()
                .key(verifier)
                .orElseThrow(() -> new Complaint("show.not-party", "key", verifier.name()));
        Activities activities = new Activities(common, console, world, known.party());
        long now = Asking.now(console);
        if (own) activities.own(now);
        else activities.list(now, all);
        return Exit.NONE;
    }
}
