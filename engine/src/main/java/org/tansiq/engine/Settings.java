package org.tansiq.engine;

/**
 * How much an engine holds at once, and how often it writes its world down.
 *
 * <p>{@code waiting}: notes that wait to be decided; {@code batch}: entries in one sync; {@code every}:
 * entries between two snapshots.
 */
public record Settings(int waiting, int batch, long every) {
    /** Notes that wait at once; one more is told that the engine is busy. */
    public static final int WAITING_MAX = 4096;

    public static final Settings STANDARD = new Settings(WAITING_MAX, Journal.BATCH_MAX, 100_000);

    public Settings {
        if (waiting < 1 || batch < 1 || batch > Journal.BATCH_MAX || every < 1)
            throw new IllegalArgumentException("waiting " + waiting + ", batch " + batch + ", every " + every);
    }
}
