package org.tansiq.app.airspace;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.tansiq.app.check.Console;
import org.tansiq.app.check.Exit;
import org.tansiq.app.record.Activities;
import org.tansiq.app.record.Common;
import org.tansiq.app.record.Keyring;
import org.tansiq.app.record.Looking;
import org.tansiq.app.record.Sight;
import org.tansiq.app.record.Where;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the key's party has declared, and its conflicts as it was told them, soonest first. */
@Command(name = "list")
public final class ListCommand implements Callable<Integer> {
    @Mixin
    private final Common common = new Common();

    @Mixin
    private final Keyring keyring = new Keyring();

    @Mixin
    private final Where where = new Where();

    @Option(names = "--all", descriptionKey = "help.all")
    private boolean all;

    @Option(names = "--own", descriptionKey = "help.own")
    private boolean own;

    private final Console console;

    public ListCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Sight sight = Looking.sight(where, common, console, keyring, all);
        Activities activities = new Activities(common, console, sight);
        long now = Asking.now(console);
        if (own) activities.own(now);
        else activities.list(now, all);
        return Exit.NONE;
    }
}
