package org.tansiq.app.tidy;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What holds for every text: no tabs, a newline at the end, nothing put off in a remark. */
final class TextLaws {

    private static final Pattern PUT_OFF = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b");

    private TextLaws() {}

    static List<String> faults(Source source) {
        List<String> faults = new ArrayList<>();
        if (!source.text().endsWith("\n")) faults.add(source.path() + ": does not end in a newline");
        int line = 0;
        for (String text : source.lines()) {
            line++;
            String at = source.path() + ":" + line + ": ";
            if (text.indexOf('\t') >= 0) faults.add(at + "holds a tab");
            if (PUT_OFF.matcher(text).find()) faults.add(at + "puts work off; write HOLE and list it as not yet there");
        }
        return faults;
    }
}
