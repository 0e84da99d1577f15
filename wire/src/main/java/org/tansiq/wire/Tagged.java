package org.tansiq.wire;

import java.util.function.Consumer;

/** One of several kinds of value: a word that tells which, and its fields. */
record Tagged(String tag, Consumer<FieldsOut> fields) {
    static Tagged of(String tag, Consumer<FieldsOut> fields) {
        return new Tagged(tag, fields);
    }

    static Tagged of(String tag) {
        return new Tagged(tag, _ -> {});
    }

    /** As an object whose first field, by this name, is the word. */
    Json json(String name) {
        FieldsOut to = new FieldsOut();
        to.put(name, Basics.TEXT, tag);
        fields.accept(to);
        return to.json();
    }
}
