package dev.payfleet.aws;

import dev.payfleet.session.StoreUnavailableException;
import dev.payfleet.session.StoreUnavailableException.Reason;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/// Repeats what lost against somebody else's write to the same record, a little later each time and a bounded
/// number of times.
public final class Contention {
    private static final int TRIES = 30;
    private static final long FIRST_NANOS = 2_000_000;
    private static final long CEILING_NANOS = 200_000_000;

    private Contention() {}

    /// Tries until there is a result: a few seconds at the longest.
    ///
    /// @param asked what for, for the message
    /// @param attempt one try, which reads anew what it depends on; empty when somebody else was faster
    /// @throws StoreUnavailableException when somebody else always was
    public static <T> T settle(String asked, Supplier<Optional<T>> attempt) {
        long pause = FIRST_NANOS;
        boolean interrupted = false;
        try {
            for (int i = 0; i < TRIES; i++) {
                Optional<T> result = attempt.get();
                if (result.isPresent()) {
                    return result.get();
                }
                // Jitter keeps two workers from asking in step.
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(pause / 2, pause + 1));
                // A worker that is being stopped must still settle what it did; the interrupt is handed back.
                interrupted |= Thread.interrupted();
                pause = Math.min(pause * 2, CEILING_NANOS);
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        throw new StoreUnavailableException(Reason.BUSY, asked, "lost " + TRIES + " times against other writers");
    }
}
