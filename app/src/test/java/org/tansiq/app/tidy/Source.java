package org.tansiq.app.tidy;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** A text file of the project: its path from the root, with slashes, and what it says. */
record Source(String path, String text) {

    List<String> lines() {
        return text.lines().toList();
    }

    String module() {
        int within = path.indexOf("/src/");
        return path.substring(0, within < 0 ? Math.max(0, path.indexOf('/')) : within);
    }

    boolean shipped() {
        return path.contains("/src/main/java/");
    }

    /** A Java file and its syntax, and with it where each part stands. */
    record Parsed(Source source, Syntax syntax) {}

    /** Parses this one. */
    Parsed parsed() {
        return parsed(List.of(this)).getFirst();
    }

    /** Parses Java files, all at once: to begin is slow. */
    static List<Parsed> parsed(List<Source> all) {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        List<JavaFileObject> files = all.stream().map(Source::file).toList();
        JavacTask task = (JavacTask) javac.getTask(null, null, _ -> {}, List.of("-proc:none"), null, files);
        SourcePositions positions = Trees.instance(task).getSourcePositions();
        List<Parsed> parsed = new ArrayList<>();
        try {
            for (CompilationUnitTree unit : task.parse())
                parsed.add(new Parsed(all.get(parsed.size()), new Syntax(unit, positions)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parsed;
    }

    private JavaFileObject file() {
        return new SimpleJavaFileObject(URI.create("string:///" + path), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }
}
