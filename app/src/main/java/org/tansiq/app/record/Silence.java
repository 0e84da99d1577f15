package org.tansiq.app.record;

import java.util.List;
import java.util.regex.Pattern;
import org.tansiq.app.words.Messages;
import org.tansiq.app.words.Phrase;
import org.tansiq.client.Unreachable;

/** Says why a server does not answer, in the reader's language where there is a word for it. */
final class Silence {
    /** How what happened is written, and the word for it; the first that fits counts. */
    private record Word(Pattern happened, String key) {
        Word(String happened, String key) {
            this(Pattern.compile(happened), key);
        }
    }

    private static final List<Word> WORDS = List.of(
            new Word("(ConnectException|Unresolved|UnknownHost).*", "silence.refused"),
            new Word("(Http(Connect)?Timeout|no whole reply|the stream fell silent).*", "silence.late"),
            new Word("SSL.*", "silence.unsafe"),
            new Word("interrupted", "silence.stopped"),
            new Word("[0-9]{3}, and .*|no log-in.*", "silence.other"),
            new Word("[A-Za-z]*(Exception|Error)\\b.*|the stream ended", "silence.broke"));

    private Silence() {}

    static Phrase words(Messages messages, Unreachable why) {
        return words(messages, why.why());
    }

    /** {@code why}: the server, and what happened, as {@link Unreachable#why} has it. */
    static Phrase words(Messages messages, String why) {
        int end = why.indexOf(": ");
        if (end < 0) return messages.name(why);
        return messages.say(
                "silence.of", "server", why.substring(0, end), "what", happened(messages, why.substring(end + 2)));
    }

    // What the server itself said is in the reader's language already.
    private static Phrase happened(Messages messages, String happened) {
        return WORDS.stream()
                .filter(word -> word.happened.matcher(happened).matches())
                .findFirst()
                .map(word -> messages.say(word.key))
                .orElseGet(() -> messages.name(happened));
    }
}
