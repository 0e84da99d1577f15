package org.tansiq.app.record;

import java.time.DateTimeException;
import java.time.ZoneId;
import org.tansiq.app.check.Complaint;
import org.tansiq.app.words.Language;
import org.tansiq.app.words.Messages;
import picocli.CommandLine.Option;

/** What every command on a folder takes. */
public final class Common {
    @Option(names = "--lang", paramLabel = "en|ar|ru", descriptionKey = "help.lang")
    String lang = "en";

    @Option(names = "--zone", descriptionKey = "help.zone")
    String zone = "Z";

    @Option(names = "--json", descriptionKey = "help.json-record")
    boolean json;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            descriptionKey = "help.help")
    boolean help;

    public Messages messages() {
        return Messages.in(
                Language.of(lang).orElseThrow(() -> new Complaint("option.lang", "option", "--lang", "value", lang)));
    }

    /** How times are said. */
    public Moments moments() {
        try {
            return new Moments(messages(), ZoneId.of(zone).normalized());
        } catch (DateTimeException _) {
            throw new Complaint("option.zone", "option", "--zone", "value", zone);
        }
    }

    public boolean json() {
        return json;
    }
}
