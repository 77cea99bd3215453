package dev.payfleet.worker.terminal;

import java.time.Duration;
import java.util.Locale;

/// Figures as people read them: two or three digits that matter, and a unit.
public final class InWords {
    private static final String[] BYTES = {"KiB", "MiB", "GiB", "TiB"};

    private InWords() {}

    /// `0 ms`, `12 ms`, `1.3 s`, `48 s`, `2 min 5 s`, `3 h 12 min`, `4 d 7 h`.
    public static String duration(Duration duration) {
        Duration time = duration.abs();
        if (time.toMillis() < 1_000) {
            return time.toMillis() + " ms";
        }
        if (time.toMillis() < 9_950) {
            return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1_000.0);
        }
        Duration seconds = Duration.ofSeconds(Math.round(time.toMillis() / 1_000.0));
        if (seconds.toSeconds() < 60) {
            return seconds.toSeconds() + " s";
        }
        if (seconds.toMinutes() < 60) {
            return two(seconds.toMinutes(), "min", seconds.toSecondsPart(), "s");
        }
        return seconds.toHours() < 24
                ? two(seconds.toHours(), "h", seconds.toMinutesPart(), "min")
                : two(seconds.toDays(), "d", seconds.toHoursPart(), "h");
    }

    private static String two(long large, String unit, int small, String part) {
        return small == 0 ? large + " " + unit : large + " " + unit + " " + small + " " + part;
    }

    /// `0 B`, `812 B`, `1.2 KiB`, `34 MiB`.
    public static String bytes(long bytes) {
        if (bytes < 1024) {
            return bytes + " B";
        }
        double amount = bytes / 1024.0;
        int unit = 0;
        while (amount >= 1023.5 && unit < BYTES.length - 1) {
            amount /= 1024;
            unit++;
        }
        return String.format(Locale.ROOT, amount < 9.95 ? "%.1f %s" : "%.0f %s", amount, BYTES[unit]);
    }

    /// `no jobs`, `1 job`, `2 jobs`.
    public static String count(long number, String one, String many) {
        return number == 0 ? "no " + many : number + " " + (number == 1 ? one : many);
    }
}
