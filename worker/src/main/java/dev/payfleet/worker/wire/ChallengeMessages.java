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

    private final JobReader jobReader = new JobReader();
    private final JobWriter jobWriter = new JobWriter();
    private final OutcomeReader outcomeReader = new OutcomeReader();
    private final OutcomeWriter outcomeWriter = new OutcomeWriter();

    @Override
    public String continuation(FetchJob job) {
        return text(jobWriter.write(job.withoutGrant()));
    }

    @Override
    public FetchJob continued(String continuation, FetchJob answer) {
        if (jobReader.read(bytes(continuation)) instanceof ReadJob.WellFormed(FetchJob job)) {
            return job.under(answer);
        }
        throw new IllegalArgumentException("continuation: expected a job");
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
