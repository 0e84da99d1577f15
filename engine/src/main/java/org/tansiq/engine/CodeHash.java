package org.tansiq.engine;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.tansiq.core.Hash;
import org.tansiq.core.Rules;
import org.tansiq.geometry.Position;
import org.tansiq.ledger.Sha256;
import org.tansiq.wire.Acts;
import org.tansiq.wire.Places;

/**
 * One hash over the compiled classes of {@code geometry}, {@code core} and {@code wire}, and over the files
 * of places beside them: what this program's rules are. The same from a jar and from a folder.
 */
public final class CodeHash {
    private static final List<Class<?>> ONE_OF_EACH = List.of(Position.class, Rules.class, Acts.class);

    private CodeHash() {}

    /** SHA-256 over name, size and bytes of each file in the order of the names. */
    public static Hash own() throws IOException {
        List<Path> homes = new ArrayList<>();
        for (Class<?> one : ONE_OF_EACH) homes.add(home(one));
        return of(homes);
    }

    static Hash of(List<Path> homes) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        for (Path home : homes) {
            if (Files.isDirectory(home)) gather(home, files);
            else
                try (FileSystem jar = FileSystems.newFileSystem(home)) {
                    gather(jar.getPath("/"), files);
                }
        }
        return hash(files);
    }

    private static Hash hash(SortedMap<String, byte[]> files) {
        MessageDigest sha256 = Sha256.digest();
        files.forEach((name, bytes) -> {
            sha256.update((name + " " + bytes.length + "\n").getBytes(StandardCharsets.UTF_8));
            sha256.update(bytes);
        });
        return Hash.of(sha256.digest());
    }

    // module-info is left out: packing it into a jar adds the version.
    private static void gather(Path root, SortedMap<String, byte[]> files) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String name = root.relativize(file).toString().replace('\\', '/');
                boolean code = name.endsWith(".class") && !name.equals("module-info.class");
                if (code || Places.FILES.contains(name)) files.put(name, Files.readAllBytes(file));
            }
        }
    }

    static Path home(Class<?> one) throws IOException {
        try {
            URI place = one.getProtectionDomain().getCodeSource().getLocation().toURI();
            return Path.of(place);
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }
}
