package dev.payfleet.worker.queue.aws;

import dev.payfleet.worker.queue.OutcomeCursor;
import java.util.Arrays;
import java.util.stream.Collectors;

/// How far somebody has read in each shard. Not for several threads.
final class Positions {

    private static final String BETWEEN = ".";

    private final long[] read;

    private Positions(long[] read) {
        this.read = read;
    }

    /// @throws IllegalArgumentException for the cursor of another log
    static Positions of(OutcomeCursor cursor, int shards) {
        if (cursor.equals(OutcomeCursor.START)) {
            return new Positions(new long[shards]);
        }
        long[] read = Arrays.stream(cursor.value().split("\\.", -1))
                .mapToLong(Long::parseLong)
                .toArray();
        if (read.length != shards) {
            throw new IllegalArgumentException("cursor: expected one of this log");
        }
        return new Positions(read);
    }

    OutcomeCursor cursor() {
        return new OutcomeCursor(Arrays.stream(read).mapToObj(Long::toString).collect(Collectors.joining(BETWEEN)));
    }

    long in(int shard) {
        return read[shard];
    }

    void advance(int shard, long seq) {
        read[shard] = Math.max(read[shard], seq);
    }
}
