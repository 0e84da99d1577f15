package org.tansiq.core;

/** A name as readers of English, Arabic and Russian know it. */
public record Names(String en, String ar, String ru) {
    public static final int NAME_MAX = 120;

    public Names {
        Wording.line("en", en, NAME_MAX);
        Wording.line("ar", ar, NAME_MAX);
        Wording.line("ru", ru, NAME_MAX);
    }
}
