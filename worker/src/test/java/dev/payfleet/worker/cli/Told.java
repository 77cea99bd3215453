package dev.payfleet.worker.cli;

import dev.payfleet.cache.CachedResult;
import dev.payfleet.cache.ResultKey;
import dev.payfleet.provider.Tier;
import dev.payfleet.session.ConnectionKey;
import dev.payfleet.session.Credential;
import dev.payfleet.session.Secret;
import dev.payfleet.worker.fleet.Fleet;
import dev.payfleet.worker.job.Challenge;
import dev.payfleet.worker.job.FetchJob;
import dev.payfleet.worker.job.JobKind;
import dev.payfleet.worker.job.JobOutcome;
import dev.payfleet.worker.job.OutcomeCode;
import dev.payfleet.worker.job.OutcomeEvent;
import dev.payfleet.worker.job.ResultRef;
import dev.payfleet.worker.job.Timings;
import dev.payfleet.worker.queue.MessageBody;
import dev.payfleet.worker.wire.OutcomeWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/// Outcomes as a worker would have told them, in the shell's home.
final class Told {
    static final ConnectionKey KEY = new ConnectionKey("acme", "c-17");

    private static final Timings TIMINGS = new Timings(
            Duration.ofMillis(20), Duration.ofMillis(5), Duration.ZERO, Duration.ofMillis(340), Duration.ZERO);

    /// Connecting makes the first claim.
    static final long FIRST_CLAIM = 1;

    private Told() {}

    /// A result that was read just now and lives for an hour.
    static void succeeded(Shell shell, UUID job, String body) {
        try (Fleet fleet = shell.fleet()) {
            connect(fleet);
            succeeded(fleet, job, body, FIRST_CLAIM);
        }
    }

    /// @param claim the latest on the connection
    static void succeeded(Fleet fleet, UUID job, String body, long claim) {
        ResultRef kept = keep(fleet, job, body, claim);
        tell(fleet, OutcomeEvent.terminal(job(job), new JobOutcome.Succeeded(kept), 1, TIMINGS));
    }

    /// A result that is no longer there.
    static void succeededLongAgo(Shell shell, UUID job) {
        Instant then = Instant.now().minus(Duration.ofHours(3));
        ResultRef gone = new ResultRef("gone", then, then.plus(Duration.ofHours(1)), Tier.BROWSER, 7, false);
        try (Fleet fleet = shell.fleet()) {
            tell(fleet, OutcomeEvent.terminal(job(job), new JobOutcome.Succeeded(gone), 1, TIMINGS));
        }
    }

    static void broken(Shell shell, UUID job) {
        JobOutcome broken = new JobOutcome.Failed(OutcomeCode.Failure.ADAPTER_BROKEN, "ev-1");
        try (Fleet fleet = shell.fleet()) {
            tell(fleet, OutcomeEvent.terminal(job(job), broken, 2, TIMINGS));
        }
    }

    static void triedAgainLater(Shell shell, UUID job) {
        JobOutcome.RetryLater later =
                new JobOutcome.RetryLater(OutcomeCode.Retry.PROVIDER_UNAVAILABLE, Duration.ofSeconds(12));
        try (Fleet fleet = shell.fleet()) {
            tell(fleet, OutcomeEvent.passing(job(job), later, 2, TIMINGS));
        }
    }

    static void challenged(Shell shell, UUID job, Challenge challenge) {
        try (Fleet fleet = shell.fleet()) {
            challenged(fleet, job, challenge);
        }
    }

    static void challenged(Fleet fleet, UUID job, Challenge challenge) {
        JobOutcome asked = new JobOutcome.Challenged(challenge, Duration.ofSeconds(5));
        tell(fleet, OutcomeEvent.terminal(job(job), asked, 1, TIMINGS));
    }

    static void connect(Fleet fleet) {
        fleet.connections()
                .connect(KEY, "larkspur", new Credential(Secret.of("someone"), Secret.of("hunter2")), Instant.now());
    }

    /// That the person has to do something.
    static void needs(Fleet fleet, UUID job, OutcomeCode.Action action) {
        tell(fleet, OutcomeEvent.terminal(job(job), new JobOutcome.ActionRequired(action), 1, TIMINGS));
    }

    private static ResultRef keep(Fleet fleet, UUID job, String body, long claim) {
        Instant now = Instant.now();
        CachedResult result = new CachedResult(
                body.getBytes(StandardCharsets.UTF_8), 2, false, now, now.plus(Duration.ofHours(1)), "http");
        String key = fleet.results().put(new ResultKey(KEY, "larkspur", "payruns?" + job), result, claim);
        return new ResultRef(key, result.retrievedAt(), result.expiresAt(), Tier.HTTP, 2, false);
    }

    private static FetchJob job(UUID id) {
        return new FetchJob(
                FetchJob.VERSION,
                id,
                JobKind.CONNECT,
                KEY.clientId(),
                KEY.connectionId(),
                "larkspur",
                null,
                0,
                false,
                Instant.now().plus(Duration.ofHours(1)),
                null,
                null);
    }

    private static void tell(Fleet fleet, OutcomeEvent event) {
        fleet.outcomes().publish(event.jobId(), event.terminal(), MessageBody.of(new OutcomeWriter().write(event)));
    }
}
