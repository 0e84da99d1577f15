package org.tansiq.app.words;

/**
 * A piece of text already in its language, its foreign parts isolated: it may be put into another as it is.
 */
public record Phrase(String text) {
    public static final Phrase NONE = new Phrase("");

    @Override
    public String toString() {
        return text;
    }
}
