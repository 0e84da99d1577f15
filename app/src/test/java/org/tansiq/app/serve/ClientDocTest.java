package org.tansiq.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tansiq.app.Ran;
import org.tansiq.app.Stage;
import org.tansiq.app.check.Exit;

/** The program of docs/client.md, as somebody has it who names the client's jar, and what that jar shows. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
final class ClientDocTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "client.md");
    private static final Pattern BLOCK = Pattern.compile("^```java\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);
    private static final String CLIENT = "org.tansiq.client";

    /** Of other modules, what a caller of the client names. */
    private static final Set<String> FACE = Set.of(
            "org.tansiq.core.Bytes",
            "org.tansiq.core.Hash",
            "org.tansiq.core.Status",
            "org.tansiq.core.VerifierKey",
            "org.tansiq.core.airspace.Previewed$Shown",
            "org.tansiq.core.airspace.Revealed",
            "org.tansiq.ledger.DeliveryText",
            "org.tansiq.ledger.Section",
            "org.tansiq.ledger.SignedNote",
            "org.tansiq.ledger.Signer",
            "org.tansiq.wire.Answer",
            "org.tansiq.wire.Budgets",
            "org.tansiq.wire.Json",
            "org.tansiq.wire.OpenedNote",
            "org.tansiq.wire.Submission",
            "org.tansiq.wire.View");

    @TempDir
    static Path folder;

    private static Path compiled(String classPath) throws IOException {
        Matcher block = BLOCK.matcher(Files.readString(DOCUMENT));
        assertThat(block.find()).isTrue();
        Path classes = Files.createDirectory(folder.resolve("classes"));
        Path source = Files.writeString(folder.resolve("Desk.java"), block.group(1));
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        String[] options = {
            "-proc:none", "-Xlint:all", "-Werror", "-cp", classPath, "-d", classes.toString(), source.toString()
        };
        int exit = ToolProvider.getSystemJavaCompiler().run(null, said, said, options);
        assertThat(exit).as(said.toString(StandardCharsets.UTF_8)).isZero();
        return classes;
    }

    private static void declare(String name, String party, String url) throws IOException {
        Instant from = Instant.now().plus(Duration.ofHours(5));
        Path file = folder.resolve(name + ".geojson");
        Files.writeString(
                file,
                ("{\"type\": \"Feature\", \"properties\": {\"name\": \"%s\", \"radiusKm\": 5, \"from\": \"%s\","
                                + " \"until\": \"%s\"}, \"geometry\": {\"type\": \"Point\","
                                + " \"coordinates\": [38.28, 34.55]}}")
                        .formatted(name, from, from.plus(Duration.ofHours(1))));
        Ran ran = Ran.now("declare", file.toString(), "--at", url, "--key", key(party));
        assertThat(ran.exit()).as(ran.err()).isEqualTo(Exit.NONE);
    }

    private static String key(String party) {
        return folder.resolve("stage", party + "-planner.key").toString();
    }

    @Test
    void itsProgramRunsOnTheJarsThatTheClientBringsAlone() throws Exception {
        String jars = Published.client().classPath();
        Path classes = compiled(jars);
        Stage.in(folder);
        try (ServeProcess server = new ServeProcess(folder.resolve("stage", "record"), 0)) {
            declare("One", "a", server.url());
            declare("Two", "b", server.url());
            Process program = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            classes + File.pathSeparator + jars,
                            "Desk",
                            server.url(),
                            key("a"))
                    .directory(folder.toFile())
                    .redirectError(folder.resolve("desk.err").toFile())
                    .start();
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(program.getInputStream(), StandardCharsets.UTF_8))) {
                assertThat(upTo(lines, "answer"))
                        .contains("\"answer\":\"sequenced\"")
                        .contains("conflict.seen");
                upTo(lines, "state");
                declare("Three", "b", server.url());
                upTo(lines, "delivery");
            } finally {
                program.destroyForcibly().onExit().join();
            }
        }
    }

    private static String upTo(BufferedReader lines, String beginning) throws IOException {
        while (true) {
            String line = lines.readLine();
            assertThat(line).as(Files.readString(folder.resolve("desk.err"))).isNotNull();
            if (line.startsWith(beginning)) return line;
        }
    }

    @Test
    void nothingShowsInItsSignaturesButWhatTheDocumentNames() throws IOException {
        Set<String> shown = new TreeSet<>();
        for (JavaClass type : new ClassFileImporter().importPackages(CLIENT))
            if (open(type))
                type.getMembers().stream()
                        .filter(ClientDocTest::open)
                        .flatMap(ClientDocTest::types)
                        .flatMap(named -> named.getAllInvolvedRawTypes().stream())
                        .map(JavaClass::getBaseComponentType)
                        .filter(named ->
                                !named.isPrimitive() && !named.getName().startsWith("java."))
                        .filter(named -> !(named.getPackageName().equals(CLIENT) && open(named)))
                        .forEach(named -> shown.add(named.getName()));
        assertThat(shown).isEqualTo(new TreeSet<>(FACE));
        String document = Files.readString(DOCUMENT);
        for (String name : FACE)
            assertThat(document)
                    .contains("`" + name.substring(name.lastIndexOf('.') + 1).replace('$', '.') + "`");
    }

    private static boolean open(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.getEnclosingClass().map(ClientDocTest::open).orElse(true);
    }

    private static boolean open(JavaMember member) {
        return member.getModifiers().contains(JavaModifier.PUBLIC)
                || member.getModifiers().contains(JavaModifier.PROTECTED);
    }

    private static Stream<JavaType> types(JavaMember member) {
        return switch (member) {
            case JavaField field -> Stream.of(field.getType());
            case JavaCodeUnit unit ->
                Stream.of(
                                Stream.of(unit.getReturnType()),
                                unit.getParameterTypes().stream(),
                                unit.getExceptionTypes().stream().map(JavaType.class::cast))
                        .flatMap(all -> all);
            default -> throw new IllegalArgumentException(member.getFullName());
        };
    }

    @Test
    void everyModuleThatItBringsSaysWhatItIsAndUnderWhichLicence() throws Exception {
        List<String> modules = Published.client().modules();
        assertThat(modules).containsExactly("client", "core", "geometry", "ledger", "wire");
        for (String module : modules) {
            assertThat(Published.says(module, "/project/name")).as(module).hasSize(1);
            assertThat(Published.says(module, "/project/description"))
                    .as(module)
                    .hasSize(1);
        }
        assertThat(Published.says(".", "/project/licenses/license/name")).containsExactly("Apache-2.0");
        assertThat(Files.readString(Path.of("..", "LICENSE")))
                .contains("Apache License")
                .contains("Version 2.0");
    }
}
