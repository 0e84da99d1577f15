package org.tansiq.app.serve;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.tansiq.app.record.Moments;
import org.tansiq.app.record.Refusing;
import org.tansiq.app.words.Language;
import org.tansiq.app.words.Messages;
import org.tansiq.core.HallEvent;
import org.tansiq.core.party.PartyId;
import org.tansiq.edge.http.Words;
import org.tansiq.wire.Answer;
import org.tansiq.wire.Deliveries;

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
    public Said answer(String accepted, Answer answer) {
        Messages messages = messages(accepted);
        Refusing refusing = new Refusing(new Moments(messages, ZoneOffset.UTC));
        String detail = refusing.answer(answer).text();
        if (answer instanceof Answer.Sequenced sequenced)
            for (var event : Deliveries.read(
                            new PartyId(sequenced.delivery().to()),
                            sequenced.delivery().number(),
                            sequenced.delivery().body())
                    .shown())
                if (event instanceof HallEvent.Refused refused)
                    detail = refusing.why(refused.why()).text();
        String title = messages.say(answer instanceof Answer.Sequenced ? "problem.refused" : "problem.not-taken")
                .text();
        return new Said(messages.language().code(), title, detail);
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
