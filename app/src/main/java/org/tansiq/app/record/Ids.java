package org.tansiq.app.record;

import java.util.List;
import org.tansiq.app.check.Complaint;
import org.tansiq.core.Hash;

/** The short names that people use: a letter for the kind, and the first 80 bits of the full one. */
public final class Ids {
    /** Characters after the letter that are enough where only one name begins so. */
    public static final int LEAST = 4;

    private static final String DECLARATION = "d-";
    private static final String CONFLICT = "c-";

    private Ids() {}

    public static String declaration(Hash id) {
        return DECLARATION + id.brief();
    }

    public static String conflict(Hash id) {
        return CONFLICT + id.brief();
    }

    /** The declaration of these that somebody means. */
    public static Hash declaration(String given, List<Hash> among) {
        return one(given, DECLARATION, among);
    }

    /** The conflict of these that somebody means. */
    public static Hash conflict(String given, List<Hash> among) {
        return one(given, CONFLICT, among);
    }

    private static Hash one(String given, String kind, List<Hash> among) {
        String begins = given.startsWith(kind) ? given.substring(kind.length()) : given;
        if (begins.length() < LEAST) throw new Complaint("id.short", "value", given, "limit", LEAST);
        List<Hash> found =
                among.stream().filter(id -> id.brief().startsWith(begins)).toList();
        if (found.isEmpty()) throw new Complaint("id.unknown", "value", given);
        if (found.size() > 1)
            throw new Complaint(
                    "id.ambiguous",
                    "value",
                    given,
                    "of",
                    String.join(
                            ", ", found.stream().map(id -> kind + id.brief()).toList()));
        return found.getFirst();
    }
}
