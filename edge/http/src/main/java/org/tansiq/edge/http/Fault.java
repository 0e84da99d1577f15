package org.tansiq.edge.http;

/**
 * What is wrong with a call. {@code type} is a stable word; {@code field}, {@code value} and {@code limit}
 * are empty where they say nothing.
 */
final class Fault extends RuntimeException {
    private static final long serialVersionUID = 1;

    final int status;
    final String type;
    final String field;
    final String value;
    final String limit;

    Fault(int status, String type, String field, String value, String limit) {
        super(type + " " + field, null, false, false);
        this.status = status;
        this.type = type;
        this.field = field;
        this.value = value;
        this.limit = limit;
    }

    Fault(int status, String type) {
        this(status, type, "", "", "");
    }
}
