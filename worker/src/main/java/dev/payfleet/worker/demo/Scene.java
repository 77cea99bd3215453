package dev.payfleet.worker.demo;

import dev.payfleet.worker.job.FetchJob;
import java.util.List;

/// A piece of one person's part: something happens, then jobs are sent.
///
/// @param before what happens first, on the side of the site or of the demo
/// @param jobs what is sent then, in this order
record Scene(Runnable before, List<FetchJob> jobs) {
    Scene {
        jobs = List.copyOf(jobs);
    }

    static Scene of(List<FetchJob> jobs) {
        return new Scene(() -> {}, jobs);
    }
}
