package org.tansiq.ledger;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.tansiq.core.Bytes;
import org.tansiq.core.Hash;
import org.tansiq.core.Malformed;
import org.tansiq.core.VerifierKey;

/**
 * One delivery in a party's inbox: exactly what that party sees of an entry.
 *
 * <p>Numbers run from 1 in each inbox; {@code prev} is the hash of the delivery before, {@link Hash#NONE} for
 * number 1; {@code at} is the entry's, in microseconds since 1970. The body is one line of UTF-8. Law: {@code
 * parseGivesWhatWasWritten}.
 */
public record DeliveryText(String to, long number, Hash prev, long at, Bytes body) {
    /** Bytes of one body. */
    public static final int BODY_MAX = 1 << 20;

    private static final String TITLE = "tansiq-delivery/v1";

    public DeliveryText {
        if (!VerifierKey.named(to)) throw new Malformed("to", to, "a party's name");
        if (number < 1) throw new Malformed("number", Long.toString(number), "a number from 1");
        if ((number == 1) != prev.equals(Hash.NONE))
            throw new Malformed("prev", prev.text(), Hash.NONE.text() + " for number 1 and no other");
        TimeText.check("at", at);
        check(body);
    }

    private static void check(Bytes body) {
        if (body.size() == 0 || body.size() > BODY_MAX)
            throw new Malformed("body", body.size() + " bytes", "1 to " + BODY_MAX + " bytes");
        if (!body.isPlain() && Utf8.parse("body", body).indexOf('\n') >= 0)
            throw new Malformed("body", "several lines", "one line");
    }

    /** What {@link #write} wrote, and nothing else. */
    public static DeliveryText parse(Bytes text) {
        Lines lines = new Lines(Utf8.parse("delivery", text));
        lines.title(TITLE);
        String to = lines.value("to");
        long number = lines.number("number");
        Hash prev = lines.hash("prev");
        long at = lines.time("at");
        lines.blank();
        DeliveryText delivery = new DeliveryText(to, number, prev, at, Bytes.of(lines.line("body")));
        lines.end("body");
        return delivery;
    }

    public Bytes write() {
        byte[] head = (TITLE + "\nto " + to
                        + "\nnumber " + number
                        + "\nprev " + prev.text()
                        + "\nat " + TimeText.write(at)
                        + "\n\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] all = Arrays.copyOf(head, head.length + body.size() + 1);
        body.buffer().get(all, head.length, body.size());
        all[all.length - 1] = '\n';
        return Bytes.of(all);
    }

    /** What the next delivery of the inbox names as {@code prev}: SHA-256 of the text. */
    public Hash hash() {
        return Sha256.of(write());
    }
}
