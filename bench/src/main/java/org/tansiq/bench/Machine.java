package org.tansiq.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the measurements ran on, as far as the system tells. */
public final class Machine {
    private Machine() {}

    public static String described() {
        long gib = 1L << 30;
        long memory = find("/proc/meminfo", "MemTotal:")
                .transform(line -> line.replaceAll("\\D", ""))
                .transform(digits -> digits.isEmpty() ? 0 : Long.parseLong(digits) * 1024 / gib);
        return "%s, %d cores, %d GiB; %s %s; JDK %s; heap at most %d GiB, %s"
                .formatted(
                        find("/proc/cpuinfo", "model name").replaceFirst(".*:\\s*", ""),
                        Runtime.getRuntime().availableProcessors(),
                        memory,
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"),
                        System.getProperty("java.runtime.version"),
                        Runtime.getRuntime().maxMemory() / gib + 1,
                        ManagementFactory.getGarbageCollectorMXBeans()
                                .getFirst()
                                .getName());
    }

    /** How many threads wanted to run in the last minute, on average. */
    public static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    /** Bytes of the heap in use once what nobody needs is gone. */
    public static long heap() {
        for (int i = 0; i < 3; i++) System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static String find(String file, String start) {
        Path path = Path.of(file);
        if (!Files.isReadable(path)) return "";
        try {
            List<String> lines = Files.readAllLines(path);
            return lines.stream()
                    .filter(line -> line.startsWith(start))
                    .findFirst()
                    .orElse("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
