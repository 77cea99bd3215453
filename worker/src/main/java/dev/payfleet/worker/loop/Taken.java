package dev.payfleet.worker.loop;

import dev.payfleet.worker.job.FetchJob;
import dev.payfleet.worker.job.JobProgress;
import dev.payfleet.worker.job.TakenJob;
import dev.payfleet.worker.queue.Delivery;
import dev.payfleet.worker.wire.ReadJob;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// One message of a turn, read.
///
/// @param oldest whether it was the oldest of its group when it came
record Taken(Delivery delivery, boolean oldest, JobProgress progress, ReadJob read) {

    /// A job that was admitted, with its message.
    record Job(Delivery delivery, TakenJob taken) {

        FetchJob job() {
            return taken.job();
        }

        JobProgress progress() {
            return taken.progress();
        }
    }

    /// Takes the first of those that are left, and those right behind it that may travel with it.
    ///
    /// @param alone whether none may
    static List<Taken> next(Deque<Taken> left, boolean alone) {
        List<Taken> next = new ArrayList<>(List.of(left.removeFirst()));
        while (!alone && !left.isEmpty() && next.getFirst().travelsWith(left.getFirst())) {
            next.add(left.removeFirst());
        }
        return next;
    }

    private boolean travelsWith(Taken other) {
        return read instanceof ReadJob.WellFormed(FetchJob mine)
                && other.read instanceof ReadJob.WellFormed(FetchJob theirs)
                && new TakenJob(mine, progress).travelsWith(theirs);
    }
}
