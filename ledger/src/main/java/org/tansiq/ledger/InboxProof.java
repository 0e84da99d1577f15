package org.tansiq.ledger;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tansiq.core.Bytes;
import org.tansiq.core.Hash;
import org.tansiq.core.Malformed;

/**
 * All that it takes to check one delivery with nothing else at hand: the delivery, its path to the entry's
 * outcome, the entry's leaf, and, where it is opened, the entry's cause.
 *
 * <p>It proves that whoever has the leaf's hash in its tree said this to this party, and after what.
 */
public record InboxProof(DeliveryText delivery, Slots.Path path, Leaf leaf, Optional<Cause> cause) {
    /** Characters of one proof. */
    public static final int PROOF_MAX = 4 << 20;

    private static final String TITLE = "tansiq-inbox-proof/v1";
    private static final String BASE64 = "\"([A-Za-z0-9+/=]*+)\"";
    private static final Pattern LINE = Pattern.compile("\\{\"proof\":\"" + TITLE + "\",\"delivery\":" + BASE64
            + ",\"slot\":([0-9]{1,4}),\"salt\":" + BASE64
            + ",\"path\":\\[((?:\"[A-Za-z0-9+/=]{44}\",?){1,10})],\"leaf\":" + BASE64
            + "(?:,\"cause\":\\{\"salt\":" + BASE64 + ",\"bytes\":" + BASE64 + "})?}");

    /** An entry's cause, opened: its bytes, and the salt of the commitment to them. */
    public record Cause(Hash salt, Bytes bytes) {}

    /** What {@link #write} wrote, and nothing else. The form only: {@link #verify} checks the rest. */
    public static InboxProof parse(String line) {
        if (line.length() > PROOF_MAX)
            throw new Malformed("proof", line.length() + " characters", "at most " + PROOF_MAX);
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) throw new Malformed("proof", line, "one line of JSON as docs/formats.md has it");
        InboxProof proof = new InboxProof(
                DeliveryText.parse(bytes("delivery", parts.group(1))),
                new Slots.Path(
                        (int) Lines.number("slot", parts.group(2)),
                        Lines.hash("salt", parts.group(3)),
                        siblings(parts.group(4))),
                Leaf.parse(bytes("leaf", parts.group(5))),
                Optional.ofNullable(parts.group(6)).map(salt -> cause(salt, parts.group(7))));
        if (!proof.write().equals(line)) throw new Malformed("proof", line, "the one spelling of docs/formats.md");
        return proof;
    }

    private static List<Hash> siblings(String quoted) {
        return Stream.of(quoted.split(",", -1))
                .filter(text -> text.length() > 2)
                .map(text -> Lines.hash("path", text.substring(1, text.length() - 1)))
                .toList();
    }

    private static Cause cause(String salt, String bytes) {
        return new Cause(Lines.hash("cause.salt", salt), bytes("cause.bytes", bytes));
    }

    private static Bytes bytes(String field, String base64) {
        return Bytes.of(Base64Text.parse(field, base64));
    }

    /** One line of JSON, without a newline. */
    public String write() {
        String opened = cause.map(c -> ",\"cause\":{\"salt\":" + quoted(c.salt) + ",\"bytes\":" + quoted(c.bytes) + "}")
                .orElse("");
        return "{\"proof\":\"" + TITLE + "\",\"delivery\":" + quoted(delivery.write())
                + ",\"slot\":" + path.slot() + ",\"salt\":" + quoted(path.salt())
                + ",\"path\":"
                + path.siblings().stream().map(InboxProof::quoted).collect(Collectors.joining(",", "[", "]"))
                + ",\"leaf\":" + quoted(leaf.text()) + opened + "}";
    }

    private static String quoted(Hash hash) {
        return "\"" + hash.text() + "\"";
    }

    private static String quoted(Bytes bytes) {
        return "\"" + Base64Text.write(bytes.copy()) + "\"";
    }

    /** The leaf's hash, which has to be in the tree; {@link Malformed} names what does not fit. */
    public Hash verify() {
        Hash root = path.root(delivery.write());
        if (!root.equals(leaf.outcome())) throw new Malformed("path", root.text(), "the leaf's outcome");
        if (delivery.at() != leaf.at()) throw new Malformed("at", TimeText.write(delivery.at()), "the leaf's time");
        cause.map(c -> Leaf.causeOf(c.salt, c.bytes))
                .filter(hash -> !hash.equals(leaf.cause()))
                .ifPresent(hash -> {
                    throw new Malformed("cause", hash.text(), "the leaf's cause");
                });
        return leaf.hash();
    }

    /**
     * Checks that these are deliveries of one inbox in a row with none missing between them, each proved;
     * gives the hashes of their leaves.
     */
    public static List<Hash> verify(List<InboxProof> run) {
        for (int i = 1; i < run.size(); i++) run.get(i).follows(run.get(i - 1));
        return run.stream().map(InboxProof::verify).toList();
    }

    private void follows(InboxProof before) {
        DeliveryText last = before.delivery;
        if (!delivery.to().equals(last.to())) throw new Malformed("to", delivery.to(), last.to());
        if (delivery.number() != last.number() + 1)
            throw new Malformed("number", Long.toString(delivery.number()), Long.toString(last.number() + 1));
        if (!delivery.prev().equals(last.hash()))
            throw new Malformed("prev", delivery.prev().text(), last.hash().text());
        if (leaf.index() <= before.leaf.index())
            throw new Malformed("index", Long.toString(leaf.index()), "more than " + before.leaf.index());
    }
}
