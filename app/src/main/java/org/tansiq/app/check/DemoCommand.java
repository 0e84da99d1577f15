package org.tansiq.app.check;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Checks the bundled data and explains what is seen. */
@Command(name = "demo")
public final class DemoCommand implements Callable<Integer> {
    private final Console console;

    public DemoCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        console.line("");
        return Exit.NONE;
    }
}
