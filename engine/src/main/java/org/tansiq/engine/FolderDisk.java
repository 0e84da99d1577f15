package org.tansiq.engine;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileStore;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A folder of this machine, for its owner only: files 0600 and folders 0700 where the disk knows such rights.
 *
 * <p>Who may write holds the lock on the file {@code lock} until closed; readers need none and change
 * nothing.
 */
public final class FolderDisk implements Disk {
    private static final String LOCK = "lock";
    private static final Set<PosixFilePermission> OWNER_FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWNER_FOLDER = PosixFilePermissions.fromString("rwx------");

    private final Path folder;
    private final FileStore store;
    private final Optional<FileChannel> lock;

    private FolderDisk(Path folder, Optional<FileChannel> lock) throws IOException {
        this.folder = folder;
        this.store = Files.getFileStore(folder);
        this.lock = lock;
    }

    /**
     * The folder, made where there is none, and held by this process alone; else throws {@link FolderInUse}.
     */
    public static FolderDisk open(Path folder) throws IOException {
        Path whole = folder.toAbsolutePath().normalize();
        makeFolders(whole);
        FileChannel channel = FileChannel.open(
                whole.resolve(LOCK),
                EnumSet.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                rights(whole, OWNER_FILE));
        if (locked(channel)) return new FolderDisk(whole, Optional.of(channel));
        channel.close();
        throw new FolderInUse(folder);
    }

    /** The folder as it is, to read only, whoever else writes in it. */
    public static FolderDisk reading(Path folder) throws IOException {
        return new FolderDisk(folder.toAbsolutePath().normalize(), Optional.empty());
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock held = channel.tryLock();
            return held != null;
        } catch (OverlappingFileLockException _) {
            return false;
        }
    }

    @Override
    public List<String> names() throws IOException {
        List<String> names = new ArrayList<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
                String name = folder.relativize(path).toString().replace('\\', '/');
                if (attributes.isRegularFile() && !name.equals(LOCK)) names.add(name);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path path, IOException why) throws IOException {
                // What went while we were looking is not there.
                if (why instanceof NoSuchFileException && !path.equals(folder)) return FileVisitResult.CONTINUE;
                throw why;
            }
        });
        Collections.sort(names);
        return names;
    }

    @Override
    public DiskFile open(String name) throws IOException {
        Path path = path(name);
        if (!writable()) return FolderFile.of(path, FileChannel.open(path, StandardOpenOption.READ));
        Path parent = parent(path);
        makeFolders(parent);
        boolean made = !Files.exists(path);
        Set<OpenOption> options = Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        FileChannel channel = FileChannel.open(path, options, rights(parent, OWNER_FILE));
        if (made) syncFolder(parent);
        return FolderFile.of(path, channel);
    }

    @Override
    public void move(String from, String to) throws IOException {
        mayWrite();
        Path source = path(from);
        Path target = path(to);
        makeFolders(parent(target));
        Files.move(source, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        syncFolder(parent(target));
        if (!parent(source).equals(parent(target))) syncFolder(parent(source));
    }

    @Override
    public void delete(String name) throws IOException {
        mayWrite();
        Path path = path(name);
        Files.delete(path);
        syncFolder(parent(path));
    }

    @Override
    public boolean writable() {
        return lock.isPresent();
    }

    @Override
    public long free() throws IOException {
        return store.getUsableSpace();
    }

    @Override
    public long total() throws IOException {
        return store.getTotalSpace();
    }

    @Override
    public void close() throws IOException {
        if (lock.isPresent()) lock.get().close();
    }

    private void mayWrite() throws IOException {
        if (!writable()) throw new IOException("opened to read only: " + folder);
    }

    private Path path(String name) {
        Path path = folder.resolve(name).normalize();
        if (name.isEmpty() || path.equals(folder) || !path.startsWith(folder))
            throw new IllegalArgumentException("not a name in the folder: " + name);
        return path;
    }

    private static Path parent(Path path) {
        Path parent = path.getParent();
        return parent == null ? path : parent;
    }

    private static void makeFolders(Path folder) throws IOException {
        if (Files.isDirectory(folder)) return;
        Path parent = parent(folder);
        makeFolders(parent);
        Files.createDirectory(folder, rights(parent, OWNER_FOLDER));
        syncFolder(parent);
    }

    private static FileAttribute<?>[] rights(Path folder, Set<PosixFilePermission> rights) {
        if (!posix(folder)) return new FileAttribute<?>[0];
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(rights)};
    }

    /** Where folders are no files, the system itself makes names durable. */
    private static void syncFolder(Path folder) throws IOException {
        if (!posix(folder)) return;
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static boolean posix(Path folder) {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
