package org.tansiq.app.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tansiq.core.Bytes;
import org.tansiq.wire.Json;

/**
 * The message file in one language.
 *
 * <p>What is put into a message is isolated (U+2068 to U+2069) wherever it may run the other way, so that a
 * name, a number or a position never reorders the words around it. Control characters in names are
 * replaced.
 */
public final class Messages {
    /** The file that holds every message in every language. */
    public static final String FILE = "/org/tansiq/app/messages.json";

    private static final Map<Language, Messages> ALL = new EnumMap<>(Language.class);

    static {
        Map<String, Map<String, Json>> file = read();
        for (Language language : Language.values()) ALL.put(language, new Messages(language, file));
    }

    private final Language language;
    /** By key and language: a text, or forms of one by number. */
    private final Map<String, Map<String, Json>> file;

    private Messages(Language language, Map<String, Map<String, Json>> file) {
        this.language = language;
        this.file = file;
    }

    public static Messages in(Language language) {
        return Objects.requireNonNull(ALL.get(language));
    }

    public Language language() {
        return language;
    }

    public boolean has(String key) {
        return file.containsKey(key);
    }

    /** The keys that begin so. */
    public List<String> keys(String start) {
        return file.keySet().stream().filter(key -> key.startsWith(start)).toList();
    }

    /**
     * A message with its places filled: names and values in turn. A form is chosen by the value named
     * {@code n}.
     */
    public Phrase say(String key, Object... filled) {
        Json entry = file.getOrDefault(key, Map.of()).get(language.code());
        if (entry instanceof Json.Fields forms) entry = members(forms).get(language.form(count(filled)));
        if (!(entry instanceof Json.Text text))
            throw new IllegalStateException("no message " + key + " in " + language.code());
        return new Phrase(fill(text.value(), filled));
    }

    /** A line of its own: one that is read from the right says so first. */
    public String line(Phrase phrase) {
        return language.rightToLeft() ? '\u200f' + phrase.text() : phrase.text();
    }

    /** Several phrases, with the separator of lists between them. */
    public Phrase list(List<Phrase> phrases) {
        return join("list.separator", phrases);
    }

    /** Several phrases, the last as an alternative. */
    public Phrase either(List<Phrase> phrases) {
        return join("list.or", phrases);
    }

    /** Two phrases that make one amount. */
    public Phrase both(List<Phrase> phrases) {
        return join("list.and", phrases);
    }

    /** A whole number, its thousands apart. */
    public Phrase count(long n) {
        return isolated(grouped(Long.toString(Math.abs(n)), n < 0));
    }

    /** A number with so many decimals. */
    public Phrase decimal(double value, int decimals) {
        return number(BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP));
    }

    /** A number to three significant digits. */
    public Phrase threeDigits(double value) {
        return number(BigDecimal.valueOf(value).round(new MathContext(3, RoundingMode.HALF_UP)));
    }

    /** Text from outside, made safe to stand in a line of this language. */
    public Phrase name(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i)))
            safe.appendCodePoint(harmful(text.codePointAt(i)) ? 0xfffd : text.codePointAt(i));
        return isolated(safe.toString());
    }

    private Phrase join(String key, List<Phrase> phrases) {
        return phrases.stream()
                .reduce((first, last) -> say(key, "first", first, "last", last))
                .orElse(Phrase.NONE);
    }

    private String fill(String text, Object... filled) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', at)) {
            int close = text.indexOf('}', open);
            out.append(text, at, open).append(phrase(text.substring(open + 1, close), filled));
            at = close + 1;
        }
        return out.append(text, at, text.length()).toString();
    }

    private String phrase(String place, Object... filled) {
        for (int i = 0; i < filled.length; i += 2)
            if (place.equals(filled[i]))
                return switch (filled[i + 1]) {
                    case Phrase phrase -> phrase.text();
                    case Number n -> count(n.longValue()).text();
                    case Object text -> name(text.toString()).text();
                };
        throw new IllegalStateException("nothing for {" + place + "}");
    }

    private static long count(Object... filled) {
        for (int i = 0; i < filled.length; i += 2)
            if ("n".equals(filled[i]) && filled[i + 1] instanceof Number n) return n.longValue();
        throw new IllegalStateException("nothing counted");
    }

    private Phrase number(BigDecimal value) {
        String plain = value.abs().stripTrailingZeros().toPlainString();
        int point = plain.indexOf('.');
        String whole = point < 0 ? plain : plain.substring(0, point);
        String rest = point < 0 ? "" : language.decimal() + plain.substring(point + 1);
        return isolated(grouped(whole, value.signum() < 0) + rest);
    }

    private String grouped(String digits, boolean negative) {
        List<String> groups = new ArrayList<>();
        for (int end = digits.length(); end > 0; end -= 3) groups.addFirst(digits.substring(Math.max(0, end - 3), end));
        return (negative ? "-" : "") + String.join(String.valueOf(language.thousands()), groups);
    }

    private Phrase isolated(String text) {
        boolean foreign = language.rightToLeft() || anyRightToLeft(text);
        return new Phrase(foreign ? '\u2068' + text + '\u2069' : text);
    }

    private static boolean anyRightToLeft(String text) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i)))
            if (rightToLeft(text.codePointAt(i))) return true;
        return false;
    }

    private static boolean rightToLeft(int c) {
        byte way = Character.getDirectionality(c);
        return way == Character.DIRECTIONALITY_RIGHT_TO_LEFT || way == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }

    // Line ends, escapes of terminals, and marks that turn what follows; joiners and direction marks stay.
    private static boolean harmful(int c) {
        int kind = Character.getType(c);
        return kind == Character.CONTROL
                || (kind == Character.FORMAT && !(c >= 0x200c && c <= 0x200f) && c != 0x061c)
                || kind == Character.LINE_SEPARATOR
                || kind == Character.PARAGRAPH_SEPARATOR
                || kind == Character.SURROGATE;
    }

    // By the parser that the record is read with anyway: a mapper would take longer to begin than all else.
    private static Map<String, Map<String, Json>> read() {
        Map<String, Map<String, Json>> all = new LinkedHashMap<>();
        try (InputStream in = Objects.requireNonNull(Messages.class.getResourceAsStream(FILE))) {
            members(Json.parse(Bytes.of(in.readAllBytes()))).forEach((key, texts) -> all.put(key, members(texts)));
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Json> members(Json object) {
        Map<String, Json> members = new LinkedHashMap<>();
        for (Json.Member member : ((Json.Fields) object).members()) members.put(member.name(), member.value());
        return members;
    }
}
