package org.tansiq.edge.http;

import org.tansiq.core.Refusal;
import org.tansiq.wire.Answer;

/** What people read, in the language that they ask for. */
public interface Words {
    /** What {@code title} and {@code detail} of a problem say, and in which language: an ISO 639-1 code. */
    record Said(String language, String title, String detail) {}

    /** A problem of a call itself; {@code accepted} is its Accept-Language. */
    Said fault(String accepted, String type, String field, String value, String limit);

    /** Why the rules refuse what a note on the record asks for. */
    Said refused(String accepted, Refusal why);

    /** Why a note is not on the record. */
    Said answer(String accepted, Answer answer);
}
