package org.tansiq.engine;

/**
 * How much an engine holds at once, and how often it writes its world down.
 *
 * <p>{@code waiting}: notes that wait to be decided; {@code batch}: entries in one sync; {@code every}:
 * entries between two snapshots.
 */
public record Settings(int waiting, int batch, long every) {
    public static final Settings STANDARD = new Settings(4096, Journal.BATCH_MAX, 100_000);

    public Settings {
        if (waiting < 1 || batch < 1 || batch > Journal.BATCH_MAX || every < 1)
            throw new IllegalArgumentException("waiting " + waiting + ", batch " + batch + ", every " + every);
    }
}
