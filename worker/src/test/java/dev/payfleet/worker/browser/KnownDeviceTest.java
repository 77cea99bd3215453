package dev.payfleet.worker.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.payfleet.fixture.fernhill.SecondFactor;
import dev.payfleet.fixture.fernhill.SiteEvent;
import dev.payfleet.provider.CredentialSource;
import dev.payfleet.provider.ProviderException;
import dev.payfleet.provider.Trouble;
import dev.payfleet.provider.visit.ChallengeReply;
import dev.payfleet.provider.visit.PageVisit;
import dev.payfleet.session.StoredSession;
import dev.payfleet.session.StoredTrust;
import dev.payfleet.worker.http.TwoClocks;
import dev.payfleet.worker.job.JobOutcome;
import dev.payfleet.worker.job.SignedIn;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Session and trust go their own ways on real lanes, with the site's counts as the judge of who was asked.
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class KnownDeviceTest {
    private static final JobOutcome SERVED = new JobOutcome.Succeeded(null);

    private FernhillOnLanes fernhill;

    @BeforeEach
    void signInWithASecondFactor(@TempDir Path home) throws InterruptedException {
        fernhill = new FernhillOnLanes(home);
        fernhill.connect();
        fernhill.site.ask(fernhill.person.userName(), SecondFactor.SMS);
        SignedIn signedIn = fernhill.onLane(this::answered);
        long fence = fernhill.stores.sessions().claim(FernhillOnLanes.KEY);
        fernhill.stores.sessions().save(FernhillOnLanes.KEY, fence, signedIn.session());
        fernhill.stores
                .trusts()
                .save(FernhillOnLanes.KEY, fence, signedIn.trust().orElseThrow());
    }

    @AfterEach
    void close() {
        fernhill.close();
    }

    @Test
    void aDeviceThatIsKnownIsNotAskedAgainAfterItsSessionIsLost() {
        StoredTrust before = trust().orElseThrow();

        fernhill.loseSession();

        assertThat(fernhill.refresh(false)).isEqualTo(SERVED);
        assertThat(seen(SiteEvent.FACTOR_SPARED)).isEqualTo(1);
        assertThat(seen(SiteEvent.SMS_SENT)).isEqualTo(1);
        assertThat(trust()).contains(before);
        assertThat(session().state().reveal()).contains("fh_session").doesNotContain("fh_device");
    }

    @Test
    void trustWhoseTimeIsOverIsNotShownAndTheDeviceIsAsked() {
        fernhill.loseSession();
        fernhill.clock.pass(Duration.ofDays(30));

        assertThat(fernhill.refresh(true)).isInstanceOf(JobOutcome.Challenged.class);
        assertThat(seen(SiteEvent.PASSWORD_RIGHT)).isEqualTo(2);
        assertThat(seen(SiteEvent.FACTOR_SPARED)).isZero();
    }

    @Test
    void aReadInALiveSessionLeavesTheTrustToItsOwnClock() {
        StoredTrust before = trust().orElseThrow();
        fernhill.clock.pass(Duration.ofMinutes(12));

        assertThat(fernhill.refresh(false)).isEqualTo(SERVED);
        assertThat(seen(SiteEvent.PASSWORD_RIGHT)).isEqualTo(1);
        assertThat(trust()).contains(before);
    }

    /// As a person would: asks for the code, types it, and has the device remembered.
    private SignedIn answered(PageVisit visit, LaneVisit lane) {
        CredentialSource credentials = field -> switch (field) {
            case USERNAME -> fernhill.person.userName();
            case PASSWORD -> fernhill.person.password();
        };
        ProviderException asked = catchThrowableOfType(
                ProviderException.class, () -> visit.signIn(fernhill.provider().signIn(), credentials, () -> {}));
        Trouble.ChallengeAsked challenge = (Trouble.ChallengeAsked) asked.trouble();
        visit.send(challenge.page());
        visit.answer(
                challenge.page(),
                new ChallengeReply.Typed(() -> fernhill.site.rightAnswer(fernhill.person.userName())),
                Duration.ofSeconds(20));
        StoredSession session = new StoredSession(
                lane.storageState(),
                fernhill.clock.instant(),
                fernhill.clock.instant().plus(fernhill.provider().declaration().sessionLifetime()),
                "a browser");
        return new TwoClocks(fernhill.provider().declaration(), fernhill.origins(), fernhill.clock)
                .apart(session.state(), session, Optional.empty());
    }

    private int seen(SiteEvent event) {
        return fernhill.site.counts(fernhill.person.userName()).of(event);
    }

    private StoredSession session() {
        return fernhill.stores.sessions().find(FernhillOnLanes.KEY).orElseThrow();
    }

    private Optional<StoredTrust> trust() {
        return fernhill.stores.trusts().find(FernhillOnLanes.KEY);
    }
}
