package org.tansiq.core.places;

/**
 * How far two names are apart by their sounds: the least cost of the changes that make one of the other. A
 * consonant more, less or another costs 1, less where transliterations mix them up; a vowel next to nothing.
 */
final class Likeness {
    private static final double OTHER = 1;
    private static final double VOWEL = 0.06;
    private static final double OTHER_VOWEL = 0.03;
    private static final double BREATH = 0.45; // An h, which many leave out.
    private static final double GLIDE = 0.2; // A w or v, which may be a u.
    private static final double CLOSE = 0.35;
    // Pairs that spellings mix up.
    private static final String[] PAIRS = {"GJ", "GK", "GH", "HK", "SX", "SZ", "DZ", "DT", "TS", "XJ", "FB", "WB", "MN"
    };

    private static final int LETTERS = 128;
    private static final double[][] COSTS = new double[LETTERS][LETTERS]; // Looked up millions of times.

    static {
        for (char a = 'A'; a < LETTERS; a++) for (char b = 'A'; b < LETTERS; b++) COSTS[a][b] = instead(a, b);
    }

    private Likeness() {}

    /** The cost, or the largest number where it is surely more than a limit. */
    static double between(Sounds one, Sounds other, double limit) {
        char[] a = one.all();
        char[] b = other.all();
        double[] before = new double[b.length + 1];
        double[] now = new double[b.length + 1];
        for (int j = 1; j <= b.length; j++) before[j] = before[j - 1] + alone(b[j - 1]);
        for (int i = 1; i <= a.length; i++) {
            now[0] = before[0] + alone(a[i - 1]);
            double least = now[0];
            double more = alone(a[i - 1]);
            double[] costs = COSTS[a[i - 1]];
            for (int j = 1; j <= b.length; j++) {
                double changed = before[j - 1] + costs[b[j - 1]];
                now[j] = Math.min(changed, Math.min(before[j] + more, now[j - 1] + alone(b[j - 1])));
                least = Math.min(least, now[j]);
            }
            if (least > limit) return Double.MAX_VALUE;
            double[] spare = before;
            before = now;
            now = spare;
        }
        return before[b.length] > limit ? Double.MAX_VALUE : before[b.length];
    }

    private static double alone(char sound) {
        return switch (sound) {
            case 'a', 'i', 'u' -> VOWEL;
            case 'H' -> BREATH;
            case 'W' -> GLIDE;
            default -> OTHER;
        };
    }

    private static double instead(char a, char b) {
        if (a == b) return 0;
        boolean vowelA = Sounds.isVowel(a);
        boolean vowelB = Sounds.isVowel(b);
        if (vowelA && vowelB) return OTHER_VOWEL;
        if (vowelA || vowelB) return a == 'W' || b == 'W' ? GLIDE / 2 : OTHER + VOWEL;
        for (String pair : PAIRS) if (pair.indexOf(a) >= 0 && pair.indexOf(b) >= 0) return CLOSE;
        return OTHER;
    }
}
