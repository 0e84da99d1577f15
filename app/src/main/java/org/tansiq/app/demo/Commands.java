package org.tansiq.app.demo;

import java.io.OutputStream;

/** The command line itself: runs one line of it, both streams into one, and gives the exit status. */
@FunctionalInterface
public interface Commands {
    int run(String[] args, OutputStream out);
}
