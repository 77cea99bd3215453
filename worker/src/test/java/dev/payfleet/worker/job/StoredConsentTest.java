package dev.payfleet.worker.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.payfleet.session.ConnectionKey;
import dev.payfleet.session.ConnectionStore;
import dev.payfleet.session.Credential;
import dev.payfleet.session.DisconnectedException;
import dev.payfleet.session.Secret;
import dev.payfleet.session.embedded.EmbeddedUnderTest;
import dev.payfleet.worker.queue.SettableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A job in flight, and the person whose account it uses.
class StoredConsentTest {
    private static final ConnectionKey ADA = new ConnectionKey("client", "ada");

    private final SettableClock clock = SettableClock.atSomeMoment();
    private final AtomicInteger reads = new AtomicInteger();
    private EmbeddedUnderTest stores;
    private JobProgress job;

    @BeforeEach
    void open(@TempDir Path folder) {
        stores = EmbeddedUnderTest.in(folder);
        connect();
        ConnectionStore counted =
                Interposed.before("find", ConnectionStore.class, stores.connections(), reads::incrementAndGet);
        job = new JobProgress(clock);
        job.under(new StoredConsent(counted, ADA, clock));
    }

    @AfterEach
    void close() {
        stores.close();
    }

    @Test
    void a_job_stops_at_its_next_step_within_two_seconds() {
        job.step("page open");
        stores.connections().disconnect(ADA, clock.instant());
        clock.pass(Duration.ofSeconds(2));

        assertThatThrownBy(() -> job.step("request")).isInstanceOf(DisconnectedException.class);

        assertThat(job.step()).isEqualTo("page open");
    }

    @Test
    void a_hundred_steps_a_second_cost_one_read() {
        for (int step = 0; step < 300; step++) {
            clock.pass(Duration.ofMillis(10));
            job.step("request");
        }

        assertThat(reads).hasValue(3);
    }

    @Test
    void who_connects_again_gives_no_consent_to_a_job_that_was_stopped() {
        stores.connections().disconnect(ADA, clock.instant());
        assertThatThrownBy(() -> job.consent().requireNow()).isInstanceOf(DisconnectedException.class);
        connect();

        assertThatThrownBy(() -> job.step("request")).isInstanceOf(DisconnectedException.class);
    }

    @Test
    void an_adapter_does_not_take_the_stop_for_trouble_of_its_own() {
        stores.connections().disconnect(ADA, clock.instant());
        clock.pass(Duration.ofSeconds(2));

        assertThatThrownBy(() -> AdapterCode.run("payruns", () -> {
                    job.step("request");
                    return 1;
                }))
                .isInstanceOf(DisconnectedException.class);
    }

    @Test
    void a_job_without_a_connection_goes_on() {
        assertThatCode(() -> new JobProgress(clock).step("request")).doesNotThrowAnyException();
    }

    private void connect() {
        stores.connections()
                .connect(ADA, "fake", new Credential(Secret.of("ada"), Secret.of("hunter2")), clock.instant());
    }
}
