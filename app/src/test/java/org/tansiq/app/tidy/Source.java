package org.tansiq.app.tidy;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
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

    /** The syntax of a Java file, and with it where each part stands. */
    Syntax syntax() {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        JavacTask task = (JavacTask) javac.getTask(null, null, _ -> {}, List.of("-proc:none"), null, List.of(file()));
        try {
            CompilationUnitTree unit = task.parse().iterator().next();
            return new Syntax(unit, com.sun.source.util.Trees.instance(task).getSourcePositions());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
