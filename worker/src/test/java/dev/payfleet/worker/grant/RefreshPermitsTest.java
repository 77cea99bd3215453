package dev.payfleet.worker.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.payfleet.session.HandedIn;
import dev.payfleet.worker.job.AnswerTo;
import dev.payfleet.worker.job.FetchJob;
import dev.payfleet.worker.job.GrantCheck;
import dev.payfleet.worker.job.GrantRefusal;
import dev.payfleet.worker.job.JobKind;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Which of the fleet's own permits allow a refresh, and with which words the others are refused.
class RefreshPermitsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
    private static final UUID ID = UUID.fromString("6f1c0a52-6b38-5a0e-9a55-0c1d2f3a4b5c");
    private static final Instant DEADLINE = NOW.plus(Duration.ofMinutes(15));
    private static final FetchJob PERMITTED = permits(1, NOW).sign(refresh(null));
    private static final GrantCheck OTHERS = _ -> Optional.of(GrantRefusal.UNKNOWN_KEY);

    static Stream<Arguments> refused() {
        String permit = PERMITTED.grant();
        return Stream.of(
                arguments("another job", job(UUID.randomUUID(), JobKind.REFRESH, "acme", "c", "p", DEADLINE, permit)),
                arguments("another tenant", job(ID, JobKind.REFRESH, "zenith", "c", "p", DEADLINE, permit)),
                arguments("another connection", job(ID, JobKind.REFRESH, "acme", "d", "p", DEADLINE, permit)),
                arguments("another provider", job(ID, JobKind.REFRESH, "acme", "c", "q", DEADLINE, permit)),
                arguments(
                        "a later deadline",
                        job(ID, JobKind.REFRESH, "acme", "c", "p", DEADLINE.plusSeconds(1), permit)),
                arguments("of another key", permits(2, NOW).sign(refresh(null))),
                arguments("cut short", refresh(permit.substring(0, permit.length() - 3))));
    }

    @Test
    void whatTheFleetSignedIsAllowed() {
        assertThat(refusal(PERMITTED, NOW)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void aPermitForSomethingElseIsNotSigned(String what, FetchJob job) {
        assertThat(refusal(job, NOW)).as(what).contains(GrantRefusal.SIGNATURE);
    }

    @ParameterizedTest
    @MethodSource("otherKinds")
    void aPermitIsGoodForNoOtherKind(JobKind kind) {
        assertThat(refusal(job(ID, kind, "acme", "c", "p", DEADLINE, PERMITTED.grant()), NOW))
                .contains(GrantRefusal.SUBJECT);
        assertThatThrownBy(() -> permits(1, NOW).sign(job(ID, kind, "acme", "c", "p", DEADLINE, null)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    static Stream<JobKind> otherKinds() {
        return Stream.of(JobKind.CONNECT, JobKind.ANSWER, JobKind.DISCONNECT);
    }

    @Test
    void whatIsNoPermitAfterItsWordIsMalformed() {
        assertThat(refusal(refresh(RefreshPermits.PREFIX + "not base64!"), NOW)).contains(GrantRefusal.MALFORMED);
    }

    @Test
    void aLatePermitStillLetsItsJobBeAnsweredAndALongPastOneDoesNot() {
        assertThat(refusal(PERMITTED, DEADLINE.plusSeconds(1))).isEmpty();
        assertThat(refusal(PERMITTED, DEADLINE.plus(RefreshPermits.LATE))).contains(GrantRefusal.EXPIRED);
    }

    @Test
    void everyOtherGrantIsUpstreamsAffair() {
        assertThat(refusal(refresh("a.b.c"), NOW)).contains(GrantRefusal.UNKNOWN_KEY);
        assertThat(refusal(refresh(null), NOW)).contains(GrantRefusal.UNKNOWN_KEY);
    }

    private static Optional<GrantRefusal> refusal(FetchJob job, Instant now) {
        return permits(1, now).before(OTHERS).refusal(job);
    }

    private static RefreshPermits permits(int key, Instant now) {
        byte[] bytes = new byte[32];
        bytes[0] = (byte) key;
        return new RefreshPermits(() -> new SecretKeySpec(bytes, "HmacSHA256"), InstantSource.fixed(now));
    }

    private static FetchJob refresh(@Nullable String grant) {
        return job(ID, JobKind.REFRESH, "acme", "c", "p", DEADLINE, grant);
    }

    private static FetchJob job(
            UUID id,
            JobKind kind,
            String client,
            String connection,
            String provider,
            Instant deadline,
            @Nullable String grant) {
        return new FetchJob(
                FetchJob.VERSION,
                id,
                kind,
                client,
                connection,
                provider,
                null,
                0,
                false,
                deadline,
                grant,
                null,
                kind == JobKind.ANSWER ? new AnswerTo(ID, HandedIn.Wish.APPROVE, null) : null);
    }
}
