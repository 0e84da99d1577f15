package org.tansiq.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Rights of what only its owner may read, where the disk knows such rights: files 0600, folders 0700. */
final class Own {
    private Own() {}

    /** The rights of a new file in a folder. */
    static FileAttribute<?>[] file(Path folder) {
        return rights(folder, "rw-------");
    }

    static void folders(Path folder) throws IOException {
        Files.createDirectories(folder, rights(folder, "rwx------"));
    }

    private static FileAttribute<?>[] rights(Path folder, String rights) {
        if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) return new FileAttribute<?>[0];
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))};
    }
}
