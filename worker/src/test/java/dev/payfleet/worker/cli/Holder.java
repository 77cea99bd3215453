package dev.payfleet.worker.cli;

import dev.payfleet.session.ChallengeDesk;
import dev.payfleet.session.HandedIn;
import dev.payfleet.session.OpenChallenge;
import dev.payfleet.session.Secret;
import dev.payfleet.worker.fleet.Fleet;
import dev.payfleet.worker.job.AnswerTo;
import dev.payfleet.worker.job.FetchJob;
import dev.payfleet.worker.queue.Delivery;
import dev.payfleet.worker.wire.JobReader;
import dev.payfleet.worker.wire.ReadJob;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/// Plays both workers on a shell's home: the one that has a page open, and the one that takes the answer's job.
final class Holder implements AutoCloseable {
    private final Fleet fleet;
    private final ChallengeDesk desk;

    Holder(Shell shell) {
        fleet = shell.fleet();
        desk = fleet.challenges();
    }

    /// Has something asked of the one connection there is.
    OpenChallenge asks(String kind, String prompt, String... choices) {
        return asks(kind, prompt, Instant.now().plusSeconds(300), Instant.now().plusSeconds(300), choices);
    }

    OpenChallenge asks(String kind, String prompt, Instant expiresAt, Instant heldUntil, String... choices) {
        Told.connect(fleet);
        OpenChallenge asked =
                new OpenChallenge(UUID.randomUUID(), kind, prompt, List.of(choices), expiresAt, heldUntil, "{}");
        desk.open(Told.KEY, Told.FIRST_CLAIM, asked);
        return asked;
    }

    /// What came in: the job, what the page's worker took, and the answer that was typed, if any.
    record Came(FetchJob job, HandedIn wish, Optional<Secret> answer) {}

    /// What the worker says of it, in the end.
    @FunctionalInterface
    interface Says {
        void of(Fleet fleet, Came came);
    }

    /// Waits for one answer on a thread of its own, as far as the page, and says what comes of it.
    CompletableFuture<Came> serves(Says says) {
        CompletableFuture<Came> served = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                Came came = take();
                says.of(fleet, came);
                served.complete(came);
            } catch (InterruptedException | RuntimeException | AssertionError e) {
                served.completeExceptionally(e);
            }
        });
        return served;
    }

    /// What lies on the queue now, as far as the page.
    Came take() throws InterruptedException {
        Delivery delivery = fleet.queue()
                .receive(1, Duration.ofMinutes(1), Duration.ofSeconds(30))
                .getFirst()
                .first();
        FetchJob job =
                ((ReadJob.WellFormed) new JobReader().read(delivery.body().bytes())).job();
        AnswerTo answer = Optional.ofNullable(job.answer()).orElseThrow();
        if (!desk.handIn(job.key(), answer.challenge(), answer.handedIn(job.jobId()))) {
            throw new AssertionError("no such challenge is open");
        }
        HandedIn taken = desk.take(job.key(), answer.challenge()).orElseThrow();
        Optional<Secret> typed = desk.answer(job.key(), job.jobId());
        desk.tell(job.key(), answer.challenge(), job.jobId(), "{}", true);
        fleet.queue().complete(delivery.receipt());
        return new Came(job, taken, typed);
    }

    boolean nothingCame() {
        return fleet.desk().depths().ready() == 0;
    }

    @Override
    public void close() {
        fleet.close();
    }
}
