package org.tansiq.wire;

import static org.tansiq.wire.Basics.HASH;
import static org.tansiq.wire.Basics.SMALL;
import static org.tansiq.wire.Basics.TEXT;
import static org.tansiq.wire.Basics.WHOLE;

import org.tansiq.core.Bytes;
import org.tansiq.core.Hash;
import org.tansiq.core.Malformed;
import org.tansiq.core.Refusal;
import org.tansiq.ledger.DeliveryText;

/** What comes back to whoever submitted a note. Only the first two kinds are on the record. */
public sealed interface Answer {
    /** On the record, refused or not: the entry, and what the author's party was told of it. */
    record Sequenced(long index, DeliveryText delivery) implements Answer {}

    /**
     * It was on the record already, as this entry; what its author's party was told of it is for that party
     * alone.
     */
    record Known(long index) implements Answer {}

    /** Not a note, or its signature or a digest does not hold. */
    record Unreadable(String field, String value, String limit) implements Answer {}

    record NotEnrolled() implements Answer {}

    record Revoked() implements Answer {}

    record OtherTheatre(Hash expected) implements Answer {}

    /** Notes before it are missing; try again once they are in. */
    record Ahead(long expected) implements Answer {}

    /** The note's number was used twice already, which this entry keeps. */
    record Spent(long index) implements Answer {}

    /** Before entry 0 there is no record that could keep a refusal. */
    record NotFounded(Refusal why) implements Answer {}

    /** Too much is waiting; try again after so many milliseconds. */
    record Busy(int retryMillis) implements Answer {}

    /** The disk is nearly full: nothing new is taken, and what is there stays. */
    record NoRoom() implements Answer {}

    Codec<Answer> FORM = Codec.of(answer -> tagged(answer).json("answer"), Answer::read);

    default Bytes bytes() {
        return FORM.write(this).bytes();
    }

    private static Tagged tagged(Answer answer) {
        return switch (answer) {
            case Sequenced a ->
                Tagged.of(
                        "sequenced",
                        to -> to.put("index", WHOLE, a.index())
                                .put("inbox", WHOLE, a.delivery().number())
                                .put("delivery", TEXT, a.delivery().write().text()));
            case Known a -> Tagged.of("known", to -> to.put("index", WHOLE, a.index()));
            case Unreadable a ->
                Tagged.of(
                        "unreadable",
                        to -> to.put("field", TEXT, a.field())
                                .put("value", TEXT, a.value())
                                .put("limit", TEXT, a.limit()));
            case NotEnrolled _ -> Tagged.of("not-enrolled");
            case Revoked _ -> Tagged.of("revoked");
            case OtherTheatre a -> Tagged.of("other-theatre", to -> to.put("expected", HASH, a.expected()));
            case Ahead a -> Tagged.of("ahead", to -> to.put("expected", WHOLE, a.expected()));
            case Spent a -> Tagged.of("spent", to -> to.put("index", WHOLE, a.index()));
            case NotFounded a -> Tagged.of("not-founded", to -> to.put("why", HallForms.REFUSAL, a.why()));
            case Busy a -> Tagged.of("busy", to -> to.put("retryMillis", SMALL, a.retryMillis()));
            case NoRoom _ -> Tagged.of("no-room");
        };
    }

    private static Answer read(Json json) {
        FieldsIn from = new FieldsIn(json);
        Answer answer = read(from.get("answer", TEXT), from);
        from.done();
        return answer;
    }

    private static Answer read(String tag, FieldsIn from) {
        return switch (tag) {
            case "sequenced" -> sequenced(from);
            case "known" -> new Known(from.get("index", WHOLE));
            case "unreadable" ->
                new Unreadable(from.get("field", TEXT), from.get("value", TEXT), from.get("limit", TEXT));
            case "not-enrolled" -> new NotEnrolled();
            case "revoked" -> new Revoked();
            case "other-theatre" -> new OtherTheatre(from.get("expected", HASH));
            case "ahead" -> new Ahead(from.get("expected", WHOLE));
            case "spent" -> new Spent(from.get("index", WHOLE));
            case "not-founded" -> new NotFounded(from.get("why", HallForms.REFUSAL));
            case "busy" -> new Busy(from.get("retryMillis", SMALL));
            case "no-room" -> new NoRoom();
            default -> throw new Malformed("answer", tag, "a known answer");
        };
    }

    private static Answer sequenced(FieldsIn from) {
        long index = from.get("index", WHOLE);
        long number = from.get("inbox", WHOLE);
        DeliveryText delivery = DeliveryText.parse(Bytes.of(from.get("delivery", TEXT)));
        if (delivery.number() != number) throw new Malformed("inbox", "" + number, "the delivery's number");
        return new Sequenced(index, delivery);
    }
}
