package dev.payfleet.worker.grant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.payfleet.worker.queue.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What every memory of used grants does.
public abstract class UsedGrantsContract {
    private static final UUID ONE = new UUID(0, 1);
    private static final UUID TWO = new UUID(0, 2);

    protected final SettableClock clock = SettableClock.atSomeMoment();

    /// The memory under test, empty at first.
    protected abstract UsedGrants used();

    @Test
    void a_grant_is_the_first_jobs() {
        assertThat(used().use(grant("acme", "a"), ONE)).isTrue();
        assertThat(used().use(grant("acme", "a"), TWO)).isFalse();
        assertThat(used().use(grant("acme", "a"), ONE)).isTrue();
    }

    @Test
    void an_id_belongs_to_its_tenant() {
        assertThat(used().use(grant("acme", "a"), ONE)).isTrue();
        assertThat(used().use(grant("other", "a"), TWO)).isTrue();
        assertThat(used().use(grant("acme", "b"), TWO)).isTrue();
    }

    @Test
    void asking_uses_nothing() {
        assertThat(used().mayUse(grant("acme", "a"), ONE)).isTrue();
        assertThat(used().use(grant("acme", "a"), TWO)).isTrue();
        assertThat(used().mayUse(grant("acme", "a"), ONE)).isFalse();
        assertThat(used().mayUse(grant("acme", "a"), TWO)).isTrue();
    }

    @Test
    void a_use_is_forgotten_when_the_grant_is_over() {
        OneTimeGrant grant = grant("acme", "a");
        assertThat(used().use(grant, ONE)).isTrue();
        assertThat(used().sweep(clock.instant())).isZero();

        clock.pass(Duration.ofHours(1));

        assertThat(used().mayUse(grant, TWO)).isTrue();
        assertThat(used().sweep(clock.instant())).isEqualTo(1);
        assertThat(used().sweep(clock.instant())).isZero();
    }

    @Test
    void of_many_jobs_at_once_one_gets_it() throws InterruptedException {
        OneTimeGrant grant = grant("acme", "a");
        List<Callable<Boolean>> jobs = IntStream.range(0, 8)
                .<Callable<Boolean>>mapToObj(i -> () -> used().use(grant, new UUID(1, i)))
                .toList();

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(threads.invokeAll(jobs).stream().map(Future::resultNow)).containsOnlyOnce(true);
        }
    }

    private OneTimeGrant grant(String tenant, String id) {
        return new OneTimeGrant(tenant, id, clock.instant().plus(Duration.ofHours(1)));
    }
}
