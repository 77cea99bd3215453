package dev.payfleet.worker.refresh.simulation;

import java.time.Duration;
import java.util.stream.IntStream;

/// What a simulated fleet did, by hour; sign-ins by minute as well.
public final class Tally {
    private static final int MINUTES = 60;

    private final int[] reads;
    private final int[] httpProbes;
    private final int[] pageProbes;
    private final int[] signIns;
    private final int[] signInsByMinute;
    private final int[] probesByMinute;

    Tally(int hours) {
        reads = new int[hours];
        httpProbes = new int[hours];
        pageProbes = new int[hours];
        signIns = new int[hours];
        signInsByMinute = new int[hours * MINUTES];
        probesByMinute = new int[hours * MINUTES];
    }

    void read(long millis) {
        reads[hour(millis)]++;
    }

    void probed(long millis, boolean byPage) {
        (byPage ? pageProbes : httpProbes)[hour(millis)]++;
        probesByMinute[minute(millis)]++;
    }

    void signedIn(long millis) {
        signIns[hour(millis)]++;
        signInsByMinute[minute(millis)]++;
    }

    private static int hour(long millis) {
        return Math.toIntExact(millis / Duration.ofHours(1).toMillis());
    }

    private static int minute(long millis) {
        return Math.toIntExact(millis / Duration.ofMinutes(1).toMillis());
    }

    /// Reads in that hour.
    public int reads(int hour) {
        return reads[hour];
    }

    /// Probes by HTTP in that hour.
    public int httpProbes(int hour) {
        return httpProbes[hour];
    }

    /// Probes by page in that hour.
    public int pageProbes(int hour) {
        return pageProbes[hour];
    }

    /// Sign-ins in that hour.
    public int signIns(int hour) {
        return signIns[hour];
    }

    /// The most sign-ins in one minute.
    public int signInsInTheWorstMinute() {
        return IntStream.of(signInsByMinute).max().orElse(0);
    }

    /// The most probes in one minute.
    public int probesInTheWorstMinute() {
        return IntStream.of(probesByMinute).max().orElse(0);
    }

    /// The most probes in one minute of that hour.
    int probesInTheWorstMinuteOf(int hour) {
        return IntStream.range(hour * MINUTES, (hour + 1) * MINUTES)
                .map(minute -> probesByMinute[minute])
                .max()
                .orElse(0);
    }

    /// The most sign-ins in one hour.
    public int signInsInTheWorstHour() {
        return IntStream.of(signIns).max().orElse(0);
    }

    /// Sign-ins an hour on the average.
    public double signInsAnHour() {
        return IntStream.of(signIns).average().orElse(0);
    }

    /// Probes in all.
    public long probes() {
        return IntStream.of(probesByMinute).asLongStream().sum();
    }
}
