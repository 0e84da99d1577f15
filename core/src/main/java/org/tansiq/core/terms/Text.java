package org.tansiq.core.terms;

import java.util.Optional;
import org.tansiq.core.Malformed;
import org.tansiq.core.Names;

/**
 * A text of terms: for whom, and which numbers. {@code answerBy}, in microseconds since 1970, is when it
 * lapses unless all have signed.
 */
public record Text(Names names, Group group, Figures figures, Optional<Long> answerBy) {
    public Text {
        if (figures.named().size() == 0) throw new Malformed("figures", "", "at least one number");
    }

    boolean over(long at) {
        return answerBy.isPresent() && answerBy.get() <= at;
    }
}
