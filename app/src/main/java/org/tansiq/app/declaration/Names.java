package org.tansiq.app.declaration;

/**
 * Which texts may name something.
 *
 * <p>Arabic and Russian names need the marks that join or direct letters (U+200C to U+200F, U+061C). What
 * overrides or isolates the direction of a whole line, and every control character, could make a name read
 * as another one, and is refused.
 */
final class Names {
    private Names() {}

    static String checked(Node node) {
        return checked(node.path(), node.text());
    }

    static String checked(String field, String name) {
        int length = name.codePointCount(0, name.length());
        if (name.isBlank()) throw Faulty.at(field, InputFault.MISSING);
        if (length > Declaration.NAME_MAX)
            throw Faulty.at(field, InputFault.TEXT_TOO_LONG, length, Declaration.NAME_MAX);
        name.codePoints().filter(c -> !plain(c)).findFirst().ifPresent(c -> {
            throw Faulty.at(field, InputFault.TEXT_CHARACTER, "U+" + hex(c));
        });
        return name;
    }

    /** Whether a character shows itself and turns nothing else. */
    static boolean plain(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE -> false;
            case Character.FORMAT -> (c >= 0x200C && c <= 0x200F) || c == 0x061C;
            default -> true;
        };
    }

    private static String hex(int c) {
        String digits = Integer.toHexString(c).toUpperCase(java.util.Locale.ROOT);
        return "0".repeat(Math.max(0, 4 - digits.length())) + digits;
    }
}
