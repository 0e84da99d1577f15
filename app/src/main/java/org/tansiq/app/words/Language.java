package org.tansiq.app.words;

import java.util.Locale;
import java.util.Optional;

/** A language that everything said to people exists in. Digits are Western in all of them. */
public enum Language {
    EN(',', '.'),
    AR(',', '.'),
    RU('\u00a0', ',');

    private final char thousands;
    private final char decimal;

    Language(char thousands, char decimal) {
        this.thousands = thousands;
        this.decimal = decimal;
    }

    public static Optional<Language> of(String code) {
        for (Language language : values()) if (language.code().equalsIgnoreCase(code)) return Optional.of(language);
        return Optional.empty();
    }

    /** Its ISO 639-1 code, in lower case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean rightToLeft() {
        return this == AR;
    }

    char thousands() {
        return thousands;
    }

    char decimal() {
        return decimal;
    }

    /** Which form of a noun goes with a number, after the rules of Unicode CLDR for whole numbers. */
    String form(long n) {
        return switch (this) {
            case EN -> n == 1 ? "one" : "other";
            case RU -> russian(n % 100, n % 10);
            case AR -> arabic(n);
        };
    }

    private static String russian(long hundredth, long tenth) {
        if (tenth == 1 && hundredth != 11) return "one";
        return tenth >= 2 && tenth <= 4 && (hundredth < 12 || hundredth > 14) ? "few" : "many";
    }

    private static String arabic(long n) {
        if (n <= 2) return n == 0 ? "zero" : n == 1 ? "one" : "two";
        long hundredth = n % 100;
        if (hundredth >= 3 && hundredth <= 10) return "few";
        return hundredth >= 11 ? "many" : "other";
    }
}
