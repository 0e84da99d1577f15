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

    private static final String EQUIVOCATED = "equivocated";

    /** How the events of what did not come about are written, wherever they stand in a delivery. */
    private static final List<String> SIGNS = List.of("\"refused\"", '"' + EQUIVOCATED + '"');

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
        return Replies.problem(fault.status, problem(fault, said).json(), said.language(), headers(fault));
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

    /**
     * What became of a note: 201 where it is on the record and what it asks for has come about, 200 where it
     * was there before.
     */
    Told answer(Request request, Answer answer) {
        return switch (answer) {
            case Answer.Sequenced a -> sequenced(request, a);
            case Answer.Known _ -> new Told(Api.REPLAYED, Replies.json(200, answer.bytes()));
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
        // Most have: only what has one of the words in it is read.
        String body = told.body().text();
        if (SIGNS.stream().noneMatch(body::contains)) return accepted(answer);
        for (var event : Deliveries.read(new PartyId(told.to()), told.number(), told.body())
                .shown()) {
            if (event instanceof HallEvent.Refused refused) return refused(request, refused.why(), answer);
            if (event instanceof HallEvent.Equivocated twice) return equivocated(request, twice, answer);
        }
        return accepted(answer);
    }

    private static Told accepted(Answer.Sequenced answer) {
        return new Told(ACCEPTED, Replies.json(201, answer.bytes()));
    }

    private Told equivocated(Request request, HallEvent.Equivocated twice, Answer answer) {
        String one = "one note, which is " + twice.first();
        Fault fault = new Fault(409, EQUIVOCATED, "seq", Long.toString(twice.seq()), one);
        Words.Said said = words.fault(accepted(request), EQUIVOCATED, fault.field, fault.value, fault.limit);
        return turned(fault, answer, said, List.of());
    }

    private Told refused(Request request, Refusal why, Answer answer) {
        Words.Said said = words.refused(accepted(request), why);
        List<Response.Header> more = why instanceof HallRefusal.OverQuota quota
                ? List.of(after(Math.max(0, quota.until() - clock.getAsLong())))
                : List.of();
        return turned(fault(why), answer, said, more);
    }

    private static Fault fault(Refusal why) {
        int status = Refused.status(why);
        String type = "refused/" + Refused.word(why);
        return why instanceof HallRefusal.BadBody bad
                ? new Fault(status, type, bad.field(), bad.value(), bad.limit())
                : new Fault(status, type);
    }

    /** What the rules would refuse of an act that is not said: as if it were, but without an answer. */
    Response.Whole barred(Request request, Refusal why) {
        Words.Said said = words.refused(accepted(request), why);
        Fault fault = fault(why);
        return Replies.problem(fault.status, problem(fault, said).json(), said.language(), List.of());
    }

    private Told turned(Request request, int status, String type, Answer answer) {
        return turned(request, status, type, answer, List.of());
    }

    private Told turned(Request request, int status, String type, Answer answer, List<Response.Header> more) {
        return turned(new Fault(status, type), answer, words.answer(accepted(request), answer), more);
    }

    private static Told turned(Fault fault, Answer answer, Words.Said said, List<Response.Header> more) {
        Json problem =
                problem(fault, said).put("answer", Json.parse(answer.bytes())).json();
        return new Told(fault.type, Replies.problem(fault.status, problem, said.language(), more));
    }

    private static Fields problem(Fault fault, Words.Said said) {
        return new Fields()
                .put("type", TYPE + fault.type)
                .put("status", fault.status)
                .put("title", said.title())
                .put("detail", said.detail())
                .maybe("field", fault.field)
                .maybe("value", fault.value)
                .maybe("limit", fault.limit);
    }

    private static String accepted(Request request) {
        return request.header("accept-language").orElse("");
    }
}
