package org.tansiq.app.check;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.tansiq.app.declaration.Refused;
import org.tansiq.app.declaration.Source;
import org.tansiq.app.words.Messages;
import org.tansiq.app.words.Phrase;

/** Says in one line what was refused: file, feature, field, what is wrong, value and limit. */
public record Refusals(Messages messages) {
    private static final Pattern LONG_DECIMALS = Pattern.compile("^(-?\\d+\\.\\d{7})\\d+$");

    public String line(Refused refused) {
        Phrase where = where(refused.source());
        if (!refused.field().isEmpty()) where = messages.say("refused.field", "where", where, "field", refused.field());
        return messages.line(messages.say("refused", "where", where, "what", what(refused)));
    }

    private Phrase where(Source source) {
        return switch (source.kind()) {
            case FILE -> messages.name(source.file());
            case FEATURE -> messages.say("refused.feature", "file", source.file(), "number", source.number());
            case LINE -> messages.say("refused.line", "file", source.file(), "number", source.number());
        };
    }

    private Phrase what(Refused refused) {
        List<String> details = refused.details();
        String value = details.isEmpty() ? "" : shortened(details.getFirst());
        String limit = details.size() < 2 ? "" : shortened(details.get(1));
        return messages.say("fault." + key(refused.fault()), "value", value, "limit", limit);
    }

    // Digits beyond the millimetre or the third decimal tell a person nothing.
    private static String shortened(String detail) {
        return LONG_DECIMALS.matcher(detail).replaceFirst("$1");
    }

    static String key(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
