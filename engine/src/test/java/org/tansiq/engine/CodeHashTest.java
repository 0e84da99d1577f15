package org.tansiq.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tansiq.core.Hash;
import org.tansiq.wire.Acts;

/** What the hash of the rules covers. */
final class CodeHashTest {
    @TempDir
    private Path folder = Path.of("");

    private Hash before = Hash.NONE;

    @BeforeEach
    void copied() throws IOException {
        Path home = CodeHash.home(Acts.class);
        assertThat(Files.isDirectory(home) || home.toString().endsWith(".jar")).isTrue();
        if (Files.isDirectory(home)) copy(home);
        else
            try (var jar = java.nio.file.FileSystems.newFileSystem(home)) {
                copy(jar.getPath("/"));
            }
        before = CodeHash.of(List.of(folder));
        assertThat(before).isEqualTo(CodeHash.of(List.of(home)));
    }

    private void copy(Path home) throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path to = folder.resolve(home.relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Acts.class", "cities.json", "overrides.json"})
    void aChangedByteIsAnotherHash(String name) throws IOException {
        Path file = folder.resolve("org/tansiq/wire").resolve(name);
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        assertThat(CodeHash.of(List.of(folder))).isNotEqualTo(before);
    }

    @Test
    void whatNobodyDecidesByIsLeftOut() throws IOException {
        Files.writeString(folder.resolve("org/tansiq/wire").resolve("LICENSE"), "another");
        assertThat(CodeHash.of(List.of(folder))).isEqualTo(before);
    }
}
