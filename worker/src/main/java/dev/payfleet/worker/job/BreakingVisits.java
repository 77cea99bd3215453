package dev.payfleet.worker.job;

import dev.payfleet.provider.CredentialSource;
import dev.payfleet.provider.ProviderException;
import dev.payfleet.provider.Trouble;
import dev.payfleet.provider.VisitByHttp;
import dev.payfleet.provider.VisitByPage;
import dev.payfleet.session.StoredTrust;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// Leaves a provider alone that is down: when most of the last visits to it found it unavailable or too slow, the
/// next ones are not made for a while, and then a few try whether it is back. Spares the provider, the lanes, and
/// above all the sign-ins that nobody would have answered.
///
/// A decorator of both ways of visiting; safe for use by many threads.
public final class BreakingVisits implements HttpVisits, PageVisits {
    private static final int REMEMBERED = 20;
    private static final int THAT_TELL = 10;
    private static final float DOWN_PERCENT = 70;
    private static final Duration LEFT_ALONE = Duration.ofSeconds(30);
    private static final int TRIALS = 2;

    private final HttpVisits http;
    private final PageVisits pages;
    private final CircuitBreakerRegistry breakers;

    /// @param clock tells when a provider was left alone for long enough
    public BreakingVisits(HttpVisits http, PageVisits pages, Clock clock) {
        this.http = http;
        this.pages = pages;
        this.breakers = CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
                .slidingWindow(REMEMBERED, THAT_TELL, CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
                .failureRateThreshold(DOWN_PERCENT)
                .waitDurationInOpenState(LEFT_ALONE)
                .permittedNumberOfCallsInHalfOpenState(TRIALS)
                .clock(clock)
                .recordException(BreakingVisits::saysThatTheProviderIsDown)
                .build());
    }

    @Override
    public <T> Visited<T> visit(Account account, SignedIn signedIn, Function<VisitByHttp, T> work) {
        return unlessDown(account, () -> http.visit(account, signedIn, work));
    }

    @Override
    public <T> Visited<T> read(Account account, SignedIn signedIn, Function<VisitByPage, T> work) {
        return unlessDown(account, () -> pages.read(account, signedIn, work));
    }

    @Override
    public SignedIn signIn(
            Account account,
            Optional<StoredTrust> trust,
            CredentialSource credentials,
            Optional<OneTimeCodes> codes,
            SignInAttempt attempt) {
        return unlessDown(account, () -> pages.signIn(account, trust, credentials, codes, attempt));
    }

    private <T> T unlessDown(Account account, Supplier<T> visit) {
        CircuitBreaker breaker =
                breakers.circuitBreaker(account.provider().declaration().id());
        try {
            return breaker.executeSupplier(visit);
        } catch (CallNotPermittedException e) {
            throw new ProviderException(new Trouble.Unavailable(), e);
        }
    }

    private static boolean saysThatTheProviderIsDown(Throwable failure) {
        return switch (failure) {
            case ProviderException e -> isDown(e.trouble());
            case VisitFailedException e -> isDown(e.trouble());
            default -> false;
        };
    }

    private static boolean isDown(Trouble trouble) {
        return trouble instanceof Trouble.Unavailable || trouble instanceof Trouble.TimedOut;
    }
}
