package org.tansiq.engine;

import java.io.IOException;
import java.nio.file.Path;

/** Another process, or this one, holds the folder already. */
public final class FolderInUse extends IOException {
    private static final long serialVersionUID = 1;

    private final String folder;

    FolderInUse(Path folder) {
        super("in use: " + folder);
        this.folder = folder.toString();
    }

    public String folder() {
        return folder;
    }
}
