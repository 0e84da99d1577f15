package org.tansiq.app.tidy;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreeScanner;
import java.util.SortedMap;
import java.util.TreeMap;

/** How long each Java file, function and line is, where it is longer than it should be. */
final class Sizes {

    static final int PROSE_MAX = 110;
    static final int CODE_MAX = 120; // what the formatter lays out to
    static final int FUNCTION_MAX = 60;
    static final int FILE_MAX = 500;

    private Sizes() {}

    /**
     * What is too long, by name as the ratchet writes it: {@code file PATH} and {@code function PATH#NAME}
     * with their lines, {@code lines PATH} with the number of lines that are too wide.
     */
    static SortedMap<String, Integer> tooLong(Source source) {
        return tooLong(source.parsed());
    }

    static SortedMap<String, Integer> tooLong(Source.Parsed parsed) {
        Source source = parsed.source();
        SortedMap<String, Integer> found = new TreeMap<>();
        int lines = source.lines().size();
        if (lines > FILE_MAX) found.put("file " + source.path(), lines);
        int wide = (int) source.lines().stream().filter(Sizes::wide).count();
        if (wide > 0) found.put("lines " + source.path(), wide);
        functions(parsed.syntax()).forEach((name, length) -> {
            if (length > FUNCTION_MAX) found.put("function " + source.path() + "#" + name, length);
        });
        return found;
    }

    private static boolean wide(String line) {
        String text = line.strip();
        boolean prose = text.startsWith("*") || text.startsWith("/*") || text.startsWith("//");
        return width(line) > (prose ? PROSE_MAX : CODE_MAX);
    }

    /** Vowel marks take no width of their own; nor does half of a pair. */
    private static long width(String line) {
        return line.codePoints()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .count();
    }

    /** The longest function of each name, as Type.name. */
    private static SortedMap<String, Integer> functions(Syntax syntax) {
        SortedMap<String, Integer> lengths = new TreeMap<>();
        new TreeScanner<Void, String>() {
            @Override
            public Void visitClass(ClassTree type, String outer) {
                return super.visitClass(type, type.getSimpleName().toString());
            }

            @Override
            public Void visitMethod(MethodTree method, String type) {
                lengths.merge(type + "." + method.getName(), (int) syntax.lines(method), Math::max);
                return super.visitMethod(method, type);
            }
        }.scan(syntax.unit(), "");
        return lengths;
    }
}
