package org.tansiq.core;

/**
 * Bytes that are not what they have to be: which field, what stood there, and what may stand there.
 *
 * <p>Whoever reads from outside catches it and answers; {@code limit} is a rule in a few words or a number,
 * never a sentence.
 */
public final class Malformed extends IllegalArgumentException {
    /** Characters of a value, and of a field's name, that are kept. */
    public static final int VALUE_MAX = 80;

    private static final long serialVersionUID = 1;

    private final String field;
    private final String value;
    private final String limit;

    public Malformed(String field, String value, String limit) {
        super(cut(field) + " is " + cut(value) + ", not " + limit);
        this.field = cut(field);
        this.value = cut(value);
        this.limit = limit;
    }

    /** The same fault, seen from the object that holds the field. */
    public Malformed within(String outer) {
        return new Malformed(field.isEmpty() ? outer : outer + "." + field, value, limit);
    }

    public String field() {
        return field;
    }

    public String value() {
        return value;
    }

    public String limit() {
        return limit;
    }

    // Half of a surrogate pair, sent so or left by a cut, would not be the same text once it was written in
    // UTF-8; and what overrides directions would turn the line in which the fault is shown.
    private static String cut(String text) {
        int[] whole = text.codePoints()
                .limit(VALUE_MAX + 1)
                .map(c -> Wording.refused(c) ? 0xFFFD : c)
                .toArray();
        return whole.length <= VALUE_MAX
                ? new String(whole, 0, whole.length)
                : new String(whole, 0, VALUE_MAX - 1) + "\u2026";
    }
}
