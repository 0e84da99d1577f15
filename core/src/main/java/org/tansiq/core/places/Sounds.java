package org.tansiq.core.places;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a name sounds like, whatever script and spelling it is written in: consonants in capital letters,
 * vowels as {@code a}, {@code i} and {@code u}. Arabic writes no short vowels, and transliterations agree on
 * none, so vowels weigh little when two names are compared; articles are left out, and what is said twice
 * counts once.
 *
 * <p>The letters: B b p; D d, dh, dal, dad; F; G g, gh; H h, kh, hah; J j, dj, zh; K k, q; L; M; N; R; S s,
 * sad; T t, th, tah; W v, w; X sh, ch; Z z, zah.
 */
final class Sounds {
    /** Letters of a name that are looked at. */
    static final int LETTERS_MAX = 60;

    private static final String VOWELS = "aiu";
    private static final List<String> ARTICLES = List.of(
            "al", "el", "ul", "ar", "er", "as", "es", "ash", "esh", "at", "et", "ad", "ed", "an", "en", "az", "ez",
            "il", "аль", "эль", "ар", "эр", "ас", "эс", "аш", "эш", "ат", "эт", "ад", "эд", "ан", "эн", "аз", "эз",
            "уль");
    // Longer ones first: what begins at a letter is read as the first that fits.
    private static final String[][] LATIN = {
        {"tch", "X"},
        {"sch", "X"},
        {"dzh", "J"},
        {"kh", "H"},
        {"gh", "G"},
        {"sh", "X"},
        {"ch", "X"},
        {"dh", "D"},
        {"th", "T"},
        {"dj", "J"},
        {"zh", "J"},
        {"ph", "F"},
        {"ts", "S"},
        {"ck", "K"},
        {"qu", "K"},
        {"ou", "u"},
        {"oo", "u"},
        {"ee", "i"},
        {"aw", "au"},
        {"ow", "u"},
        {"ay", "ai"},
        {"ey", "i"},
        {"iy", "i"},
        {"yy", "i"},
        {"ce", "Si"},
        {"ci", "Si"},
        {"cy", "Si"},
        {"a", "a"},
        {"b", "B"},
        {"c", "K"},
        {"d", "D"},
        {"e", "i"},
        {"f", "F"},
        {"g", "G"},
        {"h", "H"},
        {"i", "i"},
        {"j", "J"},
        {"k", "K"},
        {"l", "L"},
        {"m", "M"},
        {"n", "N"},
        {"o", "u"},
        {"p", "B"},
        {"q", "K"},
        {"r", "R"},
        {"s", "S"},
        {"t", "T"},
        {"u", "u"},
        {"v", "W"},
        {"w", "W"},
        {"x", "KS"},
        {"y", "i"},
        {"z", "Z"},
        {"ı", "i"},
        {"ə", "a"},
        {"ç", "X"}
    };
    private static final String[][] CYRILLIC = {
        {"дж", "J"},
        {"кх", "H"},
        {"а", "a"},
        {"б", "B"},
        {"в", "W"},
        {"г", "G"},
        {"д", "D"},
        {"е", "i"},
        {"ж", "J"},
        {"з", "Z"},
        {"и", "i"},
        {"к", "K"},
        {"л", "L"},
        {"м", "M"},
        {"н", "N"},
        {"о", "u"},
        {"п", "B"},
        {"р", "R"},
        {"с", "S"},
        {"т", "T"},
        {"у", "u"},
        {"ф", "F"},
        {"х", "H"},
        {"ц", "S"},
        {"ч", "X"},
        {"ш", "X"},
        {"щ", "X"},
        {"ъ", ""},
        {"ы", "i"},
        {"ь", ""},
        {"э", "i"},
        {"ю", "iu"},
        {"я", "ia"},
        {"і", "i"},
        {"й", "i"},
        {"ё", "iu"},
        {"ї", "i"}
    };
    private static final String[][] ARABIC = {
        {"ا", "a"}, {"ب", "B"}, {"پ", "B"}, {"ت", "T"}, {"ث", "T"}, {"ج", "J"}, {"چ", "X"}, {"ح", "H"}, {"خ", "H"},
        {"د", "D"}, {"ذ", "D"}, {"ر", "R"}, {"ز", "Z"}, {"ژ", "J"}, {"س", "S"}, {"ش", "X"}, {"ص", "S"}, {"ض", "D"},
        {"ط", "T"}, {"ظ", "Z"}, {"ع", "a"}, {"غ", "G"}, {"ف", "F"}, {"ق", "K"}, {"ك", "K"}, {"ک", "K"}, {"گ", "G"},
        {"ل", "L"}, {"م", "M"}, {"ن", "N"}, {"ه", "H"}, {"ة", "a"}, {"و", "u"}, {"ي", "i"}, {"ی", "i"}, {"ى", "a"},
        {"ء", ""}, {"أ", "a"}, {"إ", "i"}, {"آ", "a"}, {"ؤ", "u"}, {"ئ", "i"}, {"ٱ", "a"}
    };

    // Latin letters with marks, and without: the order is that of Unicode, whose tables change.
    private static final String MARKED =
            "àáâãäåèéêëìíîïñòóôõöùúûüýÿāăąćĉċčďēĕėęěĝğġģĥĩīĭįĵķĺļľńņňōŏőŕŗřśŝşšţťũūŭůűųŵŷźżžơ"
                    + "ưǎǐǒǔǖǘǚǜǟǡǧǩǫǭǰǵǹǻȁȃȅȇȉȋȍȏȑȓȕȗșțȟȧȩȫȭȯȱȳḁḃḅḇḉḋḍḏḑḓḕḗḙḛḝḟḡḣḥḧḩḫḭḯḱḳḵḷḹḻḽḿṁṃṅṇṉṋṍ"
                    + "ṏṑṓṕṗṙṛṝṟṡṣṥṧṩṫṭṯṱṳṵṷṹṻṽṿẁẃẅẇẉẋẍẏẑẓẕẖẗẘẙạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữ"
                    + "ựỳỵỷỹøđħłŧ";
    private static final String PLAIN =
            "aaaaaaeeeeiiiinooooouuuuyyaaaccccdeeeeegggghiiiijklllnnnooorrrssssttuuuuuuwyzzzo"
                    + "uaiouuuuuaagkoojgnaaaeeiioorruusthaeooooyabbbcdddddeeeeefghhhhhiikkkllllmmmnnnno"
                    + "ooopprrrrsssssttttuuuuuvvwwwwwxxyzzzhtwyaaaaaaaaaaaaeeeeeeeeiioooooooooooouuuuuu"
                    + "uyyyyodhlt";

    private final char[] all;
    private final int consonants;

    private Sounds(String all) {
        this.all = all.toCharArray();
        int some = 0;
        for (char one : this.all) if (!isVowel(one)) some |= 1 << (one - 'A');
        this.consonants = some;
    }

    static boolean isVowel(char sound) {
        return VOWELS.indexOf(sound) >= 0;
    }

    char[] all() {
        return all;
    }

    /** Which consonants occur, a bit for each letter. */
    int consonants() {
        return consonants;
    }

    /** How many consonants there are. */
    int length() {
        int length = 0;
        for (char one : all) if (!isVowel(one)) length++;
        return length;
    }

    /** The sounds of a name; nothing where no letter of it is known. */
    static Optional<Sounds> of(String name) {
        List<String> words = words(name);
        List<String> kept =
                words.stream().filter(word -> !ARTICLES.contains(word)).toList();
        StringBuilder sounds = new StringBuilder();
        for (String word : kept.isEmpty() ? words : kept) word(word, sounds);
        return sounds.isEmpty() ? Optional.empty() : Optional.of(new Sounds(sounds.toString()));
    }

    /** The same where a name may begin with an article that is written in one word with it. */
    static Optional<Sounds> withoutArticle(String name) {
        List<String> words = words(name);
        if (words.isEmpty()) return Optional.empty();
        String first = words.getFirst();
        boolean glued = first.length() >= 5 && (first.startsWith("al") || first.startsWith("el"));
        if (!glued) return Optional.empty();
        List<String> cut = new ArrayList<>(words);
        cut.set(0, first.substring(2));
        return of(String.join(" ", cut));
    }

    private static List<String> words(String name) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < Math.min(name.length(), LETTERS_MAX); i++) {
            char c = plain(lower(name.charAt(i)));
            if (isSign(c)) continue;
            if (isRead(c) && Character.isLetter(c)) word.append(c);
            else end(word, words);
        }
        end(word, words);
        return words;
    }

    // In these blocks no character is left to be named: what the rules once read they read for ever.
    private static boolean isRead(char c) {
        boolean latin = c <= '\u02AF' || (c >= '\u1E00' && c <= '\u1EFF');
        return latin || (c >= '\u0400' && c <= '\u04FF') || (c >= '\u0600' && c <= '\u06FF');
    }

    private static char lower(char c) {
        return isRead(c) ? Character.toLowerCase(c) : c;
    }

    private static char plain(char c) {
        int at = c < '\u00E0' || c > '\u1EFF' ? -1 : MARKED.indexOf(c);
        return at < 0 ? c : PLAIN.charAt(at);
    }

    // Marks on letters, the long stroke, and what stands for ayn and hamza.
    private static boolean isSign(char c) {
        boolean mark = (c >= '\u0300' && c <= '\u036F') || (c >= '\u064B' && c <= '\u065F') || c == '\u0670';
        return mark || "\u0640'`’‘ʿʾʼ´".indexOf(c) >= 0;
    }

    private static void end(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) words.add(word.toString());
        word.setLength(0);
    }

    private static void word(String word, StringBuilder to) {
        boolean arabic = word.charAt(0) >= '\u0600' && word.charAt(0) <= '\u06FF';
        if (arabic) letters(article(word), ARABIC, to);
        else letters(word, word.charAt(0) >= '\u0400' && word.charAt(0) <= '\u04FF' ? CYRILLIC : LATIN, to);
        silence(word, to);
    }

    private static String article(String word) {
        return word.startsWith("ال") && word.length() > 4 ? word.substring(2) : word;
    }

    private static void letters(String word, String[][] table, StringBuilder to) {
        int start = to.length();
        for (int i = 0; i < word.length(); ) {
            String[] found = read(word, i, table);
            for (char sound : found[1].toCharArray())
                if (to.length() == start || to.charAt(to.length() - 1) != sound) to.append(sound);
            i += Math.max(1, found[0].length());
        }
    }

    private static String[] read(String word, int at, String[][] table) {
        for (String[] row : table) if (word.startsWith(row[0], at)) return row;
        return new String[] {"", ""};
    }

    // An h that ends a word is the sign of the feminine, or nothing.
    private static void silence(String word, StringBuilder to) {
        boolean h = word.endsWith("h") || word.endsWith("ه");
        int last = to.length() - 1;
        if (h
                && last > 0
                && to.charAt(last) == 'H'
                && (word.endsWith("ه") || isVowel(to.charAt(last - 1)))
                && !word.endsWith("kh")) to.setLength(last);
    }

    @Override
    public String toString() {
        return new String(all);
    }
}
