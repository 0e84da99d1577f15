package org.tansiq.app.check;

/** What the process ends with. The larger number wins. */
public final class Exit {
    public static final int NONE = 0;
    public static final int CONFLICTS = 1;
    public static final int BAD_INPUT = 2;
    public static final int FAILED = 3;

    private Exit() {}
}
