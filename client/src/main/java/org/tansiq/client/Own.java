package org.tansiq.client;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Rights of what only its owner may read, where the disk knows such rights: files 0600, folders 0700. */
final class Own {
    private Own() {}

    /** The rights of a new file in a folder. */
    static FileAttribute<?>[] file(Path folder) {
        return rights(folder, "rw-------");
    }

    /** Makes a folder and those above it where they are not there; each is durable when the call returns. */
    static void folders(Path folder) throws IOException {
        Path above = folder.toAbsolutePath().getParent();
        if (Files.isDirectory(folder) || above == null) return;
        folders(above);
        Files.createDirectories(folder, rights(folder, "rwx------"));
        sync(above);
    }

    /** Makes durable which files a folder has, and by which names. */
    static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static FileAttribute<?>[] rights(Path folder, String rights) {
        if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) return new FileAttribute<?>[0];
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))};
    }
}
