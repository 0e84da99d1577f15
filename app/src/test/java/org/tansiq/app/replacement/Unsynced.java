package org.tansiq.app.replacement;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.tansiq.engine.Disk;
import org.tansiq.engine.DiskFile;

/** A folder whose files nobody waits for: what is tried here outlives no crash. */
record Unsynced(Disk folder) implements Disk {
    @Override
    public List<String> names() throws IOException {
        return folder.names();
    }

    @Override
    public DiskFile open(String name) throws IOException {
        return new Open(folder.open(name));
    }

    @Override
    public void move(String from, String to) throws IOException {
        folder.move(from, to);
    }

    @Override
    public void delete(String name) throws IOException {
        folder.delete(name);
    }

    @Override
    public boolean writable() {
        return folder.writable();
    }

    @Override
    public long free() throws IOException {
        return folder.free();
    }

    @Override
    public long total() throws IOException {
        return folder.total();
    }

    @Override
    public void close() throws IOException {
        folder.close();
    }

    private record Open(DiskFile file) implements DiskFile {
        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public int read(long at, ByteBuffer into) throws IOException {
            return file.read(at, into);
        }

        @Override
        public void write(long at, ByteBuffer from) throws IOException {
            file.write(at, from);
        }

        @Override
        public void sync() {}

        @Override
        public void truncate(long size) throws IOException {
            file.truncate(size);
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
