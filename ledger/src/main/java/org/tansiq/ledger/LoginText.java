package org.tansiq.ledger;

import java.util.List;
import org.tansiq.core.Bytes;
import org.tansiq.core.Hash;
import org.tansiq.core.Malformed;
import org.tansiq.core.VerifierKey;

/**
 * What a key signs to log in: the theatre, itself, and the challenge that it was given. It begins otherwise
 * than a note, so that neither can be taken for the other.
 *
 * <pre>
 *   tansiq-login/v1
 *   theatre BASE64
 *   key NAME+ID+KEY
 *   challenge BASE64
 * </pre>
 *
 * <p>Laws: {@code openingGivesWhatWasSigned}, {@code aNoteIsNoLogin}.
 */
public record LoginText(Hash theatre, VerifierKey key, Hash challenge) {
    /** Bytes of a text with its signature. */
    public static final int LOGIN_MAX = 1024;

    private static final String TITLE = "tansiq-login/v1";

    private Bytes write() {
        return Bytes.of(TITLE
                + "\ntheatre " + theatre.text()
                + "\nkey " + VKey.write(key)
                + "\nchallenge " + challenge.text() + "\n");
    }

    /** The text under the signature of its own key. */
    public static Bytes sign(Hash theatre, Hash challenge, Signer signer) {
        Bytes text = new LoginText(theatre, signer.key(), challenge).write();
        Bytes signature = Bytes.of(signer.sign(text));
        SignedText.Line line = new SignedText.Line(signer.key().name(), VKey.id(signer.key()), signature);
        return new SignedText(text, List.of(line)).write();
    }

    /** What {@link #sign} gave, its signature checked; where that fails, {@link Malformed} names it. */
    public static LoginText open(Bytes raw, Scheme scheme) {
        SignedText signed = SignedText.parse(raw, LOGIN_MAX);
        Lines lines = new Lines(Utf8.parse("login", signed.text()));
        lines.title(TITLE);
        LoginText login = new LoginText(lines.hash("theatre"), VKey.parse(lines.value("key")), lines.hash("challenge"));
        lines.end("challenge");
        SignedText.Line line = NoteText.line(signed, login.key);
        if (!scheme.verify(login.key, signed.text(), line.signature().copy()))
            throw new Malformed("signature", line.toString(), "the key's signature of this text");
        return login;
    }
}
