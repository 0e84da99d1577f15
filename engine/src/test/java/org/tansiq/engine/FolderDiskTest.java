package org.tansiq.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FolderDiskTest {
    @TempDir
    Path temp;

    @Test
    void whatWasWrittenIsThereAgain() throws IOException {
        try (FolderDisk disk = FolderDisk.open(temp.resolve("a/b"))) {
            try (DiskFile file = disk.open("torn/0-0")) {
                file.write(3, ByteBuffer.wrap(new byte[] {1, 2}));
                file.sync();
            }
            disk.replace("z", List.of(ByteBuffer.wrap(new byte[] {7}), ByteBuffer.wrap(new byte[] {8, 9})));
            disk.replace("z", List.of(ByteBuffer.wrap(new byte[] {4, 5})));
        }
        try (FolderDisk disk = FolderDisk.open(temp.resolve("a/b"))) {
            assertThat(disk.names()).containsExactly("torn/0-0", "z");
            assertThat(content(disk, "torn/0-0")).containsExactly(0, 0, 0, 1, 2);
            assertThat(content(disk, "z")).containsExactly(4, 5);
            disk.move("z", "moved/z");
            disk.delete("torn/0-0");
            assertThat(disk.names()).containsExactly("moved/z");
        }
    }

    private static byte[] content(Disk disk, String name) throws IOException {
        try (DiskFile file = disk.open(name)) {
            byte[] all = new byte[(int) file.size()];
            assertThat(file.read(0, ByteBuffer.wrap(all))).isEqualTo(all.length);
            return all;
        }
    }

    @Test
    void onlyItsOwnerMayLookInside() throws IOException {
        Path folder = temp.resolve("kept");
        try (FolderDisk disk = FolderDisk.open(folder)) {
            disk.open("torn/0-0").close();
        }
        assertThat(rights(folder)).isEqualTo("rwx------");
        assertThat(rights(folder.resolve("torn"))).isEqualTo("rwx------");
        assertThat(rights(folder.resolve("torn/0-0"))).isEqualTo("rw-------");
        assertThat(rights(folder.resolve("lock"))).isEqualTo("rw-------");
    }

    private static String rights(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void whoComesSecondIsToldWhichFolderIsInUse() throws IOException {
        FolderDisk first = FolderDisk.open(temp);
        assertThatThrownBy(() -> FolderDisk.open(temp))
                .isInstanceOfSatisfying(
                        FolderInUse.class, why -> assertThat(why.folder()).isEqualTo(temp.toString()));
        first.close();
        FolderDisk.open(temp).close();
    }

    @Test
    void anotherProcessIsRefusedAndMayRead() throws IOException, InterruptedException {
        try (FolderDisk disk = FolderDisk.open(temp)) {
            disk.open("here").close();
            assertThat(elsewhere("open")).isEqualTo("FolderInUse");
            assertThat(elsewhere("reading")).isEqualTo("[here]");
        }
        assertThat(elsewhere("open")).isEqualTo("[here]");
    }

    private String elsewhere(String how) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String path = System.getProperty("java.class.path");
        Process process = new ProcessBuilder(java, "-cp", path, Elsewhere.class.getName(), how, temp.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return said;
    }

    /** Run as a process of its own: opens the folder and says what it finds. */
    static final class Elsewhere {
        private Elsewhere() {}

        public static void main(String[] how) throws IOException {
            Path folder = Path.of(how[1]);
            try (FolderDisk disk = how[0].equals("open") ? FolderDisk.open(folder) : FolderDisk.reading(folder)) {
                System.out.print(disk.names());
            } catch (FolderInUse why) {
                System.out.print(why.getClass().getSimpleName());
            }
        }
    }

    @Test
    void aReaderChangesNothing() throws IOException {
        try (FolderDisk disk = FolderDisk.open(temp)) {
            disk.replace("a", List.of(ByteBuffer.wrap(new byte[] {1})));
        }
        try (FolderDisk disk = FolderDisk.reading(temp)) {
            assertThat(disk.writable()).isFalse();
            assertThatThrownBy(() -> disk.delete("a")).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> disk.move("a", "b")).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> disk.open("b")).isInstanceOf(IOException.class);
            try (DiskFile file = disk.open("a")) {
                assertThatThrownBy(() -> file.write(0, ByteBuffer.allocate(1))).isNotNull();
                assertThatThrownBy(() -> file.truncate(0)).isNotNull();
            }
            assertThat(content(disk, "a")).containsExactly(1);
        }
    }

    @Test
    void noNameLeadsOutOfTheFolder() throws IOException {
        try (FolderDisk disk = FolderDisk.open(temp.resolve("in"))) {
            for (String name : List.of("../out", "", ".", "/etc/out", "a/../../out"))
                assertThatThrownBy(() -> disk.open(name)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aReaderThatIsInterruptedDisturbsNobody() throws IOException {
        try (FolderDisk disk = FolderDisk.open(temp);
                DiskFile file = disk.open("a")) {
            file.write(0, ByteBuffer.wrap(new byte[] {1, 2, 3}));
            ByteBuffer into = ByteBuffer.allocate(3);
            Thread.currentThread().interrupt();
            assertThat(file.read(0, into)).isEqualTo(3);
            assertThat(Thread.interrupted()).isTrue();
            file.write(3, ByteBuffer.wrap(new byte[] {4}));
            file.sync();
            assertThat(file.size()).isEqualTo(4);
        }
    }

    @Test
    void aDiskKnowsItsSpace() throws IOException {
        try (FolderDisk disk = FolderDisk.open(temp)) {
            assertThat(disk.total()).isPositive();
            assertThat(disk.free()).isBetween(0L, disk.total());
        }
    }
}
