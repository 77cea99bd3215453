package dev.payfleet.worker.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.payfleet.provider.ProviderException;
import dev.payfleet.provider.Trouble;
import dev.payfleet.session.ConnectionKey;
import dev.payfleet.session.Secret;
import dev.payfleet.session.StoredSession;
import dev.payfleet.worker.queue.SettableClock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BreakingVisitsTest {
    private final SettableClock clock = SettableClock.atSomeMoment();
    private final FakeSite site = new FakeSite(clock);
    private final BreakingVisits visits = new BreakingVisits(site, site, clock);
    private final Account account = new Account(
            new UUID(0, 1),
            new ConnectionKey("client", "ada"),
            new FakeProvider(),
            1,
            Optional.empty(),
            new JobProgress(clock));
    private final SignedIn signedIn = new SignedIn(
            new StoredSession(
                    Secret.of("none"), clock.instant(), clock.instant().plusSeconds(60), null),
            Optional.empty());

    @Test
    void aProviderThatIsDownIsLeftAlone() {
        tenVisitsThatFindItDown();
        assertThatThrownBy(this::visit)
                .isInstanceOfSatisfying(
                        ProviderException.class, e -> assertThat(e.trouble()).isEqualTo(new Trouble.Unavailable()));
        assertThat(site.httpReads()).isEqualTo(10);
    }

    @Test
    void afterAWhileItIsTriedAgain() {
        tenVisitsThatFindItDown();
        clock.pass(Duration.ofSeconds(31));
        visit();
        assertThat(site.httpReads()).isEqualTo(11);
    }

    @Test
    void troubleOfOnePersonAloneSaysNothingOfTheProvider() {
        for (int i = 0; i < 30; i++) {
            site.nextHttpRead(new Trouble.SignedOut());
            assertThatThrownBy(this::visit).isInstanceOf(ProviderException.class);
        }
        assertThat(site.httpReads()).isEqualTo(30);
    }

    private void tenVisitsThatFindItDown() {
        for (int i = 0; i < 10; i++) {
            site.nextHttpRead(new Trouble.Unavailable());
            assertThatThrownBy(this::visit).isInstanceOf(ProviderException.class);
        }
    }

    private void visit() {
        visits.visit(account, signedIn, v -> v.tier());
    }
}
