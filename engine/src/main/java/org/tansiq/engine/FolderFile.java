package org.tansiq.engine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file of a {@link FolderDisk}, read and written through two channels.
 *
 * <p>A thread that is interrupted in a channel closes it for all. Reading opens its channel anew and goes on;
 * whoever writes MUST NOT be interrupted.
 */
final class FolderFile implements DiskFile {
    private final Path path;
    private final FileChannel writing;
    private FileChannel reading;
    private boolean closed;

    private FolderFile(Path path, FileChannel writing, FileChannel reading) {
        this.path = path;
        this.writing = writing;
        this.reading = reading;
    }

    /** {@code writing} is open already; this file closes it. */
    static FolderFile of(Path path, FileChannel writing) throws IOException {
        return new FolderFile(path, writing, FileChannel.open(path, StandardOpenOption.READ));
    }

    @Override
    public long size() throws IOException {
        return writing.size();
    }

    @Override
    public int read(long at, ByteBuffer into) throws IOException {
        int from = into.position();
        while (into.hasRemaining() && readSome(at + into.position() - from, into) >= 0) {
            // Each turn reads some more.
        }
        return into.position() - from;
    }

    private int readSome(long at, ByteBuffer into) throws IOException {
        boolean interrupted = Thread.interrupted();
        try {
            while (true) {
                FileChannel channel = reading();
                try {
                    return channel.read(into, at);
                } catch (ClosedByInterruptException _) {
                    interrupted |= Thread.interrupted();
                } catch (ClosedChannelException _) {
                    // Another reader was interrupted.
                }
            }
        } finally {
            if (interrupted) Thread.currentThread().interrupt();
        }
    }

    private synchronized FileChannel reading() throws IOException {
        if (closed) throw new ClosedChannelException();
        if (!reading.isOpen()) reading = FileChannel.open(path, StandardOpenOption.READ);
        return reading;
    }

    @Override
    public void write(long at, ByteBuffer from) throws IOException {
        long position = at;
        while (from.hasRemaining()) position += writing.write(from, position);
    }

    @Override
    public void sync() throws IOException {
        writing.force(false);
    }

    @Override
    public void truncate(long size) throws IOException {
        writing.truncate(size);
        writing.force(true);
    }

    @Override
    public synchronized void close() throws IOException {
        closed = true;
        try (FileChannel _ = reading) {
            writing.close();
        }
    }
}
