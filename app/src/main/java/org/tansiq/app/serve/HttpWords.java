package org.tansiq.app.serve;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
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

    static Language language(String accepted) {
        try {
            List<Locale.LanguageRange> ranges = Locale.LanguageRange.parse(accepted);
            for (Locale.LanguageRange range : ranges) {
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
