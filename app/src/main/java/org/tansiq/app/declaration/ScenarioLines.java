package org.tansiq.app.declaration;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The commands of a scenario, one after the other: lines that end in a backslash are joined with those that
 * follow; comments and blank lines among them are left out.
 */
final class ScenarioLines {
    /** Characters of one command, its continuations joined. */
    static final int LINE_MAX = 1 << 20;

    static final Pattern STAMP = Pattern.compile("\\s*(\\d{1,4}):(\\d{1,2}):(\\d{1,2}(?:\\.\\d*)?)\\s*>(.*)");

    private static final Pattern COMMENT = Pattern.compile("(^|\\s)#.*");

    private final InputStream in;
    private long lines;
    private long first;
    private Optional<String> ahead = Optional.empty();
    private boolean ended;

    ScenarioLines(InputStream in) {
        this.in = in;
    }

    /** The line on which the command read last begins, counted from 1. */
    long number() {
        return first;
    }

    /** The next command, or nothing at the end. A fault of one command leaves the next one readable. */
    Optional<String> next() throws IOException {
        Optional<String> line = ahead.isPresent() ? ahead : line();
        ahead = Optional.empty();
        first = lines;
        while (line.isPresent() && !said(line.get())) {
            line = line();
            first = lines;
        }
        return line.isPresent() && continued(line.get()) ? Optional.of(joined(line.get())) : line.map(this::words);
    }

    private String joined(String start) throws IOException {
        StringBuilder whole = new StringBuilder(words(start));
        boolean more = true;
        while (more) {
            Optional<String> line = line();
            boolean other = line.isPresent() && STAMP.matcher(line.get()).matches();
            if (other) ahead = line;
            if (line.isEmpty() || other) throw Faulty.at("", InputFault.LINE_UNFINISHED);
            if (said(line.get())) {
                whole.append(' ').append(words(line.get()));
                more = continued(line.get());
            }
            if (whole.length() > LINE_MAX) throw tooLong(whole.length());
        }
        return whole.toString();
    }

    private boolean said(String line) {
        return !words(line).isBlank();
    }

    private static boolean continued(String line) {
        return line.endsWith("\\");
    }

    private String words(String line) {
        String said = COMMENT.matcher(line).replaceFirst("");
        return continued(said) ? said.substring(0, said.length() - 1) : said;
    }

    private Optional<String> line() throws IOException {
        if (ended) return Optional.empty();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        lines++;
        int b = in.read();
        int length = 0;
        while (b >= 0 && b != '\n') {
            if (length++ < LINE_MAX) bytes.write(b);
            b = in.read();
        }
        ended = b < 0;
        if (ended && length == 0) return Optional.empty();
        if (length > LINE_MAX) throw tooLong(length);
        return Optional.of(decoded(bytes.toByteArray()).stripTrailing());
    }

    private String decoded(byte[] bytes) {
        try {
            String line = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return lines == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line;
        } catch (CharacterCodingException _) {
            first = lines;
            throw Faulty.at("", InputFault.BROKEN_UTF8, lines);
        }
    }

    private Faulty tooLong(int length) {
        return Faulty.at("", InputFault.LINE_TOO_LONG, length, LINE_MAX);
    }
}
