package org.tansiq.app.serve;

import static java.util.stream.Collectors.joining;

import java.time.ZoneOffset;
import java.util.Locale;
import java.util.stream.Stream;
import org.tansiq.app.record.Moments;
import org.tansiq.app.record.Refusing;
import org.tansiq.app.words.Language;
import org.tansiq.app.words.Messages;
import org.tansiq.app.words.Phrase;
import org.tansiq.core.Refusal;
import org.tansiq.edge.http.Words;
import org.tansiq.wire.Answer;

/** Problems in the words of the message file, in the first language accepted that it has, or else English. */
final class HttpWords implements Words {
    /** Languages that are looked at; to read them takes more than as much time for each one more. */
    static final int LANGUAGES_MAX = 16;

    @Override
    public Said fault(String accepted, String type, String field, String value, String limit) {
        Messages messages = messages(accepted);
        String title = messages.say("problem." + type).text();
        String key = value.isEmpty() ? "problem.missing" : "problem.detail";
        String detail = field.isEmpty()
                ? title
                : messages.say(key, "field", field, "value", value, "limit", limit)
                        .text();
        return new Said(messages.language().code(), title, detail);
    }

    @Override
    public Said refused(String accepted, Refusal why) {
        Messages messages = messages(accepted);
        return said(messages, "problem.refused", refusing(messages).why(why));
    }

    @Override
    public Said answer(String accepted, Answer answer) {
        Messages messages = messages(accepted);
        return said(messages, "problem.not-taken", refusing(messages).answer(answer));
    }

    private static Refusing refusing(Messages messages) {
        return new Refusing(new Moments(messages, ZoneOffset.UTC));
    }

    private static Said said(Messages messages, String title, Phrase detail) {
        return new Said(messages.language().code(), messages.say(title).text(), detail.text());
    }

    private static Messages messages(String accepted) {
        return Messages.in(language(accepted));
    }

    // Empty elements are allowed in a list (RFC 9110, 5.6.1), though not by the parser.
    static Language language(String accepted) {
        String asked = Stream.of(accepted.split(",", -1))
                .filter(range -> !range.isBlank())
                .limit(LANGUAGES_MAX)
                .collect(joining(","));
        try {
            for (Locale.LanguageRange range : Locale.LanguageRange.parse(asked)) {
                String code = range.getRange().split("-", -1)[0];
                if (range.getWeight() > 0 && Language.of(code).isPresent())
                    return Language.of(code).orElseThrow();
            }
        } catch (IllegalArgumentException _) {
            return Language.EN; // Whatever cannot be read asks for nothing.
        }
        return Language.EN;
    }
}
