package dev.payfleet.worker.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.payfleet.cache.ResultCache;
import dev.payfleet.provider.ProviderCatalog;
import dev.payfleet.provider.Resource;
import dev.payfleet.provider.ResourceQuery;
import dev.payfleet.scrub.KnownSecrets;
import dev.payfleet.session.ConnectionKey;
import dev.payfleet.session.Credential;
import dev.payfleet.session.DisconnectedException;
import dev.payfleet.session.Secret;
import dev.payfleet.session.SessionStore;
import dev.payfleet.session.SignInLedger;
import dev.payfleet.session.StoredTrust;
import dev.payfleet.session.StoresUnderTest;
import dev.payfleet.worker.audit.NotedAudit;
import dev.payfleet.worker.evidence.Evidence;
import dev.payfleet.worker.evidence.EvidenceId;
import dev.payfleet.worker.evidence.EvidenceOwner;
import dev.payfleet.worker.evidence.EvidenceStore;
import dev.payfleet.worker.evidence.RedrawnPng;
import dev.payfleet.worker.queue.SettableClock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A job in flight is held right before each of its writes, and its person leaves meanwhile. Nothing may be kept.
@Timeout(120)
abstract class TooLateContract {
    private static final ConnectionKey ADA = new ConnectionKey("client", "ada");
    private static final int RACES = 10;

    private final SettableClock clock = SettableClock.atSomeMoment();
    private final FakeSite site = new FakeSite(clock);
    private StoresUnderTest stores;
    private EvidenceStore evidence;
    private Departure departure;
    private int departures;

    /// Empty stores; files, if any, go to the folder.
    abstract StoresUnderTest stores(Path folder);

    /// An empty place for evidence beside them.
    abstract EvidenceStore evidence(StoresUnderTest stores, Path folder);

    @BeforeEach
    void open(@TempDir Path folder) {
        stores = stores(folder);
        evidence = evidence(stores, folder);
        departure = new Departure(
                new Departure.Places(
                        stores.connections(), stores.sessions(), evidence, new NothingQueued(), stores.departures()),
                SignOuts.NO_WAY_OUT,
                new NotedAudit(),
                clock);
        connect();
    }

    @AfterEach
    void close() {
        stores.close();
    }

    @Test
    void held_before_the_sign_in_is_counted() {
        SignInLedger ledger = Interposed.before("begin", SignInLedger.class, stores.ledger(), this::leave);

        assertThat(run(stores.sessions(), ledger, stores.results())).isEqualTo(new JobOutcome.Disconnected());

        assertThat(site.submits()).isZero();
        assertNothingIsLeft();
    }

    @Test
    void held_before_the_sign_in_is_settled() {
        SignInLedger ledger = Interposed.before("settle", SignInLedger.class, stores.ledger(), this::leave);

        assertThat(run(stores.sessions(), ledger, stores.results())).isEqualTo(new JobOutcome.Disconnected());

        assertNothingIsLeft();
    }

    @Test
    void held_before_the_session_is_saved() {
        SessionStore sessions = Interposed.before("save", SessionStore.class, stores.sessions(), this::leave);

        assertThat(run(sessions, stores.ledger(), stores.results())).isEqualTo(new JobOutcome.Disconnected());

        assertNothingIsLeft();
    }

    @Test
    void held_before_the_trust_is_saved() {
        long fence = stores.sessions().claim(ADA);
        leave();

        assertThatThrownBy(() -> stores.trusts()
                        .save(
                                ADA,
                                fence,
                                new StoredTrust(
                                        Secret.of("trusted"),
                                        clock.instant(),
                                        clock.instant().plusSeconds(60))))
                .isInstanceOf(DisconnectedException.class);

        assertNothingIsLeft();
    }

    @Test
    void held_before_the_result_is_put() {
        ResultCache results = Interposed.before("put", ResultCache.class, stores.results(), this::leave);

        assertThat(run(stores.sessions(), stores.ledger(), results)).isEqualTo(new JobOutcome.Disconnected());

        assertNothingIsLeft();
    }

    @Test
    void held_before_the_evidence_is_put() {
        assertThatThrownBy(() -> keep(() -> {
                    leave();
                    return evidence.save(picture());
                }))
                .isInstanceOf(DisconnectedException.class);

        assertNothingIsLeft();
    }

    @Test
    void held_after_the_evidence_was_put() {
        assertThatThrownBy(() -> keep(() -> {
                    EvidenceId kept = evidence.save(picture());
                    leave();
                    return kept;
                }))
                .isInstanceOf(DisconnectedException.class);

        assertNothingIsLeft();
    }

    @Test
    void killed_after_the_evidence_was_put_too_late() {
        leave();
        EvidenceId _ = evidence.save(picture());

        assertThat(run(stores.sessions(), stores.ledger(), stores.results())).isEqualTo(new JobOutcome.Disconnected());

        assertNothingIsLeft();
    }

    @Test
    void whoever_is_faster_no_evidence_is_left() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int race = 0; race < RACES; race++) {
                connect();
                CountDownLatch together = new CountDownLatch(1);
                Future<?> keeping = threads.submit(() -> {
                    together.await();
                    return keep(() -> evidence.save(picture()));
                });
                Future<?> leaving = threads.submit(() -> {
                    together.await();
                    return departure.leave(ADA);
                });
                together.countDown();

                leaving.get();
                awaitKept(keeping);
                assertThat(evidence.count(EvidenceOwner.of(ADA))).isZero();
            }
        }
    }

    @Test
    void who_connects_again_is_served_again() {
        leave();
        connect();

        assertThat(run(stores.sessions(), stores.ledger(), stores.results())).isInstanceOf(JobOutcome.Succeeded.class);
    }

    /// It was either kept before the wipe, which took it along, or refused.
    private static void awaitKept(Future<?> keeping) throws InterruptedException {
        try {
            keeping.get();
        } catch (ExecutionException e) {
            assertThat(e).hasCauseInstanceOf(DisconnectedException.class);
        }
    }

    private <T> T keep(Supplier<T> write) {
        return new StoredConsent(stores.connections(), ADA, clock)
                .keeping(write, () -> evidence.wipe(EvidenceOwner.of(ADA)));
    }

    private void leave() {
        Departure.Left _ = departure.leave(ADA);
        departures++;
    }

    private void connect() {
        stores.connections()
                .connect(
                        ADA,
                        FakeProvider.ID,
                        new Credential(Secret.of("ada"), Secret.of(FakeSite.PASSWORD)),
                        clock.instant());
    }

    private JobOutcome run(SessionStore sessions, SignInLedger ledger, ResultCache results) {
        JobRunner runner = JobRunner.of(
                ProviderCatalog.of(List.of(new FakeProvider())),
                new JobRunner.Shelves(
                        stores.connections(),
                        sessions,
                        stores.trusts(),
                        ledger,
                        results,
                        stores.challenges(),
                        new NotedAudit()),
                site,
                site,
                (resource, records) -> (resource + " " + records.size()).getBytes(StandardCharsets.UTF_8),
                StoryParts.texts(),
                new KnownSecrets(),
                departure,
                StoryParts.NO_END,
                Duration.ofHours(1),
                clock);
        return runner.run(job(), new JobProgress(clock));
    }

    private FetchJob job() {
        return new FetchJob(
                FetchJob.VERSION,
                UUID.randomUUID(),
                JobKind.FETCH,
                ADA.clientId(),
                ADA.connectionId(),
                FakeProvider.ID,
                new ResourceQuery.Whole(Resource.IDENTITY),
                0,
                false,
                clock.instant().plusSeconds(60),
                null,
                null);
    }

    private Evidence picture() {
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
        return new Evidence(
                EvidenceOwner.of(ADA), FakeProvider.ID, "pay runs", clock.instant(), RedrawnPng.of(png), "");
    }

    private void assertNothingIsLeft() {
        assertThat(departures).isEqualTo(1);
        assertThat(departure.left(ADA).values()).containsOnly(0);
    }
}
