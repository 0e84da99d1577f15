package org.tansiq.app.check;

/** What the person at the command line got wrong: a key of the message file and what fills it. */
public final class Complaint extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String key;
    private final transient Object[] filled;

    public Complaint(String key, Object... filled) {
        super(key);
        this.key = key;
        this.filled = filled.clone();
    }

    public String key() {
        return key;
    }

    public Object[] filled() {
        return filled.clone();
    }
}
