package dev.payfleet.worker.wire;

import dev.payfleet.worker.job.FetchJob;
import java.nio.charset.StandardCharsets;

/// The job that met a challenge, as the text that is kept with it until the person has answered. Its grant is left
/// out: the job that brings the answer has one of its own. Callable from any thread.
public final class Continuation {
    private final JobWriter writer = new JobWriter();
    private final JobReader reader;

    /// @param reader which also reads jobs from the queue; its schema is slow to load
    public Continuation(JobReader reader) {
        this.reader = reader;
    }

    /// The job as text, without its grant.
    public String text(FetchJob job) {
        return new String(writer.write(job.withGrant(null)), StandardCharsets.UTF_8);
    }

    /// The job that [#text] wrote, with no grant.
    ///
    /// @throws IllegalArgumentException when the text is no such job: a newer program may have written it
    public FetchJob job(String text) {
        return switch (reader.read(text.getBytes(StandardCharsets.UTF_8))) {
            case ReadJob.WellFormed(var job) -> job;
            case ReadJob.Malformed malformed ->
                throw new IllegalArgumentException("the continuation of a challenge is no job: " + malformed.reason());
        };
    }
}
