package org.tansiq.client;

import java.io.IOException;

/**
 * What a server said is wrong with a call. {@code type} is a stable word, the part behind {@code /problems/};
 * {@code field}, {@code value} and {@code limit} are empty where they say nothing; {@code title} and {@code
 * detail} are for people.
 */
public final class Problem extends IOException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final String type;
    private final String title;
    private final String detail;

    Problem(int status, String type, String title, String detail) {
        super(status + " " + type + ": " + detail);
        this.status = status;
        this.type = type;
        this.title = title;
        this.detail = detail;
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
}
