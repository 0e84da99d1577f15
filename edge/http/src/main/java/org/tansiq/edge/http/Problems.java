package org.tansiq.edge.http;

import java.util.List;
import java.util.function.LongSupplier;
import org.tansiq.core.HallEvent;
import org.tansiq.core.HallRefusal;
import org.tansiq.core.Malformed;
import org.tansiq.core.Refusal;
import org.tansiq.core.party.PartyId;
import org.tansiq.ledger.DeliveryText;
import org.tansiq.wire.Answer;
import org.tansiq.wire.Deliveries;
import org.tansiq.wire.Json;

/**
 * Whatever is not well, as problem+json (RFC 9457). {@code type}, {@code field}, {@code value} and {@code
 * limit} are for programs and stay the same; {@code title} and {@code detail} are for people.
 */
final class Problems {
    /** What a note that the rules took is called where answers are counted. */
    static final String ACCEPTED = "accepted";

    private static final String TYPE = "/problems/";
    private static final String UNREADABLE = "unreadable";

    /** How the event of a refusal is written, wherever it stands in a delivery. */
    private static final String REFUSED = "\"refused\"";

    private static final long SECOND = 1_000_000; // Microseconds.

    private final Words words;
    private final LongSupplier clock;

    /** {@code clock} in microseconds since 1970. */
    Problems(Words words, LongSupplier clock) {
        this.words = words;
        this.clock = clock;
    }

    Response.Whole fault(Request request, Fault fault) {
        Words.Said said = words.fault(accepted(request), fault.type, fault.field, fault.value, fault.limit);
        Json problem = problem(fault.status, fault.type, said)
                .maybe("field", fault.field)
                .maybe("value", fault.value)
                .maybe("limit", fault.limit)
                .json();
        return Replies.problem(fault.status, problem, said.language(), headers(fault));
    }

    private static List<Response.Header> headers(Fault fault) {
        return switch (fault.status) {
            case 401 -> List.of(new Response.Header("WWW-Authenticate", "Bearer"));
            case 429, 503 -> List.of(new Response.Header("Retry-After", "1"));
            case 405 -> List.of(new Response.Header("Allow", fault.limit));
            default -> List.of();
        };
    }

    /** Bytes that are not what they should be; where no field of theirs is named, it is all of the body. */
    static Fault malformed(Malformed bad) {
        return unreadable(bad.field(), bad.value(), bad.limit());
    }

    private static Fault unreadable(String field, String value, String limit) {
        return new Fault(400, UNREADABLE, field.isEmpty() ? "body" : field, value, limit);
    }

    /** The response to a note, and in one stable word what became of it: the type of its problem, if any. */
    record Told(String kind, Response.Whole response) {}

    /** What became of a note: 201 where it is on the record and not refused. */
    Told answer(Request request, Answer answer) {
        return switch (answer) {
            case Answer.Sequenced a -> sequenced(request, a);
            case Answer.Unreadable a -> unreadable(request, a);
            case Answer.NotEnrolled _ -> turned(request, 403, "not-enrolled", answer);
            case Answer.Revoked _ -> turned(request, 403, "revoked", answer);
            case Answer.OtherTheatre _ -> turned(request, 409, "other-theatre", answer);
            case Answer.Ahead _ -> turned(request, 409, "ahead", answer);
            case Answer.Spent _ -> turned(request, 409, "spent", answer);
            case Answer.NotFounded _ -> turned(request, 409, "not-founded", answer);
            case Answer.Busy a -> turned(request, 503, "busy", answer, List.of(after(a.retryMillis() * 1000L)));
            case Answer.NoRoom _ -> turned(request, 507, "no-room", answer);
        };
    }

    private static Response.Header after(long micros) {
        return new Response.Header("Retry-After", Long.toString(Math.ceilDiv(micros, SECOND)));
    }

    private Told unreadable(Request request, Answer.Unreadable answer) {
        return new Told(UNREADABLE, fault(request, unreadable(answer.field(), answer.value(), answer.limit())));
    }

    private Told sequenced(Request request, Answer.Sequenced answer) {
        DeliveryText told = answer.delivery();
        // Most are not: only what has the word in it is read.
        if (!told.body().text().contains(REFUSED)) return accepted(answer);
        for (var event : Deliveries.read(new PartyId(told.to()), told.number(), told.body())
                .shown())
            if (event instanceof HallEvent.Refused refused) return refused(request, refused.why(), answer);
        return accepted(answer);
    }

    private static Told accepted(Answer.Sequenced answer) {
        return new Told(ACCEPTED, Replies.json(201, answer.bytes()));
    }

    private Told refused(Request request, Refusal why, Answer answer) {
        Words.Said said = words.refused(accepted(request), why);
        List<Response.Header> more = why instanceof HallRefusal.OverQuota quota
                ? List.of(after(Math.max(0, quota.until() - clock.getAsLong())))
                : List.of();
        return turned(Refused.status(why), type(why), answer, said, more);
    }

    private static String type(Refusal why) {
        return "refused/" + Refused.word(why);
    }

    /** What the rules would refuse of an act that is not said: as if it were, but without an answer. */
    Response.Whole barred(Request request, Refusal why) {
        Words.Said said = words.refused(accepted(request), why);
        int status = Refused.status(why);
        return Replies.problem(status, problem(status, type(why), said).json(), said.language(), List.of());
    }

    private Told turned(Request request, int status, String type, Answer answer) {
        return turned(request, status, type, answer, List.of());
    }

    private Told turned(Request request, int status, String type, Answer answer, List<Response.Header> more) {
        return turned(status, type, answer, words.answer(accepted(request), answer), more);
    }

    private static Told turned(int status, String type, Answer answer, Words.Said said, List<Response.Header> more) {
        Json problem = problem(status, type, said)
                .put("answer", Json.parse(answer.bytes()))
                .json();
        return new Told(type, Replies.problem(status, problem, said.language(), more));
    }

    private static Fields problem(int status, String type, Words.Said said) {
        return new Fields()
                .put("type", TYPE + type)
                .put("status", status)
                .put("title", said.title())
                .put("detail", said.detail());
    }

    private static String accepted(Request request) {
        return request.header("accept-language").orElse("");
    }
}
