package org.tansiq.core.party;

import java.util.regex.Pattern;
import org.tansiq.core.Malformed;

/** What a desk is called within its party: 1 to 32 lower-case letters, digits and dashes, a letter first. */
public record DeskId(String text) implements Comparable<DeskId> {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,31}");

    public DeskId {
        if (!FORM.matcher(text).matches()) throw new Malformed("", text, "1 to 32 of a-z, 0-9 and -, a letter first");
    }

    @Override
    public int compareTo(DeskId other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
