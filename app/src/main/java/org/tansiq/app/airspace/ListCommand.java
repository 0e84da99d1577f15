package org.tansiq.app.airspace;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.tansiq.app.check.Console;
import org.tansiq.app.check.Exit;
import org.tansiq.app.record.Activities;
import org.tansiq.app.record.Looking;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the key's party has declared, and its conflicts as it was told them, soonest first. */
@Command(name = "list")
public final class ListCommand implements Callable<Integer> {
    @Mixin
    private final Asking asking = new Asking();

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
        Looking.at(asking.where, asking.common, console, asking.keyring, all, this::tell);
        return Exit.NONE;
    }

    private void tell(Activities activities) throws IOException {
        long now = Asking.now(console);
        if (own) activities.own(now);
        else activities.list(now, all);
    }
}
