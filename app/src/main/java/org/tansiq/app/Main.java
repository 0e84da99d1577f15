package org.tansiq.app;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line of Tansiq. */
@Command(
        name = "tansiq",
        mixinStandardHelpOptions = true,
        version = "tansiq 0.1.0",
        description = "Finds where declared activity in the air meets.")
public final class Main implements Runnable {

    public static void main(String[] args) {
        System.exit(new CommandLine(new Main()).execute(args));
    }

    @Override
    public void run() {
        CommandLine.usage(this, System.out);
    }
}
