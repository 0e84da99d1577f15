package org.tansiq.client;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.tansiq.wire.Json;

/**
 * What a server said is wrong with a call. {@code type} is a stable word, the part behind {@code /problems/};
 * {@code field}, {@code value} and {@code limit} are empty where they say nothing; {@code title} and {@code
 * detail} are for people.
 */
public final class Problem extends IOException {
    private static final long serialVersionUID = 1;

    private static final String TYPE = "/problems/";
    private static final int TOO_MANY = 429;
    private static final long NO_TIME = -1;

    private final int status;
    private final String type;
    private final String title;
    private final String detail;
    private final String field;
    private final String value;
    private final String limit;
    private final long after;

    private Problem(int status, Json said, Optional<Duration> after) {
        super(line(status, said));
        this.status = status;
        this.type = text(said, "type").substring(TYPE.length());
        this.title = text(said, "title");
        this.detail = text(said, "detail");
        this.field = text(said, "field");
        this.value = text(said, "value");
        this.limit = text(said, "limit");
        this.after = after.map(Duration::toSeconds).orElse(NO_TIME);
    }

    /** What a reply says, if it is the problem of a server of ours. */
    static Optional<Problem> of(int status, Json said, Optional<Duration> after) {
        return text(said, "type").startsWith(TYPE) ? Optional.of(new Problem(status, said, after)) : Optional.empty();
    }

    private static String line(int status, Json said) {
        String detail = text(said, "detail");
        String what = detail.isEmpty() ? text(said, "title") : detail;
        String type = text(said, "type").substring(TYPE.length());
        return status + " " + type + (what.isEmpty() ? "" : ": " + what);
    }

    private static String text(Json said, String name) {
        return Parsed.member(said, name)
                .filter(Json.Text.class::isInstance)
                .map(value -> ((Json.Text) value).value())
                .orElse("");
    }

    public int status() {
        return status;
    }

    public String type() {
        return type;
    }

    public String title() {
        return title;
    }

    public String detail() {
        return detail;
    }

    public String field() {
        return field;
    }

    public String value() {
        return value;
    }

    public String limit() {
        return limit;
    }

    /** How long the server wants to be left alone before the same is tried again, where it says so. */
    public Optional<Duration> retryAfter() {
        return after == NO_TIME ? Optional.empty() : Optional.of(Duration.ofSeconds(after));
    }

    /** Whether the same may go well later: too many calls, or the server cannot now. */
    public boolean passing() {
        return status == TOO_MANY || status / 100 == 5;
    }
}
