package org.tansiq.app.declaration;

/** How much one file may hold. Tests set them low. */
public record Limits(long bytesMax, long featuresMax, long refusedMax) {
    /** Bytes of one file: 256 MiB. */
    public static final long FILE_BYTES_MAX = 256L << 20;

    /** Features or commands of one file. */
    public static final long FEATURES_MAX = 1_000_000;

    /** Refusals after which the rest of a file is not read. */
    public static final long REFUSED_MAX = 1_000;

    public static final Limits STANDARD = new Limits(FILE_BYTES_MAX, FEATURES_MAX, REFUSED_MAX);
}
