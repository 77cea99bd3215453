package dev.payfleet.worker.wire;

import dev.payfleet.session.ConnectionKey;
import dev.payfleet.worker.job.ChallengeTexts;
import dev.payfleet.worker.job.FetchJob;
import dev.payfleet.worker.job.OutcomeEvent;
import dev.payfleet.worker.job.Timings;
import dev.payfleet.worker.job.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/// What workers write to each other about a challenge: a job is written as a job, and a verdict as an outcome
/// event, or as the job to go on with. Callable from any thread.
public final class ChallengeMessages implements ChallengeTexts {
    private static final String SIGNED_IN = "signed_in";

    private final Continuation continuations;
    private final OutcomeReader outcomeReader = new OutcomeReader();
    private final OutcomeWriter outcomeWriter = new OutcomeWriter();

    /// @param reader which also reads jobs from the queue; its schema is slow to load
    public ChallengeMessages(JobReader reader) {
        this.continuations = new Continuation(reader);
    }

    @Override
    public String continuation(FetchJob job) {
        return continuations.text(job);
    }

    @Override
    public FetchJob continued(String continuation, FetchJob answer) {
        FetchJob met = continuations.job(continuation);
        return new FetchJob(
                met.version(),
                answer.jobId(),
                met.kind(),
                met.clientId(),
                met.connectionId(),
                met.provider(),
                met.query(),
                met.maxAgeSeconds(),
                true,
                answer.deadline(),
                null,
                answer.traceparent());
    }

    @Override
    public String verdict(ConnectionKey connection, UUID job, Verdict verdict) {
        return switch (verdict) {
            case Verdict.SignedIn(String continuation) ->
                text(Json.write(Json.object().put(SIGNED_IN, continuation)));
            case Verdict.Otherwise(var outcome) ->
                text(outcomeWriter.write(new OutcomeEvent(
                        OutcomeEvent.VERSION,
                        job,
                        connection.clientId(),
                        connection.connectionId(),
                        outcome,
                        true,
                        outcome.message(),
                        1,
                        Timings.NONE)));
        };
    }

    @Override
    public Verdict verdict(String text) {
        JsonNode json =
                Json.parse(bytes(text)).orElseThrow(() -> new IllegalArgumentException("verdict: expected JSON"));
        Optional<String> continuation = Json.text(json, SIGNED_IN);
        return continuation
                .<Verdict>map(Verdict.SignedIn::new)
                .orElseGet(() ->
                        new Verdict.Otherwise(outcomeReader.read(bytes(text)).outcome()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
