package dev.payfleet.worker.job;

import com.microsoft.playwright.Page;
import dev.payfleet.provider.ApiRequest;
import dev.payfleet.provider.CredentialField;
import dev.payfleet.provider.CredentialSource;
import dev.payfleet.provider.ProviderException;
import dev.payfleet.provider.RecordKind;
import dev.payfleet.provider.Tier;
import dev.payfleet.provider.Trouble;
import dev.payfleet.provider.VisitByHttp;
import dev.payfleet.provider.VisitByPage;
import dev.payfleet.session.Secret;
import dev.payfleet.session.StoredSession;
import dev.payfleet.session.StoredTrust;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jsoup.nodes.Document;

/// Both ways of visiting at once, over a site that knows one password and one live session, counts what reaches
/// it, and fails as it is told.
final class FakeSite implements HttpVisits, PageVisits {
    static final String PASSWORD = "right-password";

    private final InstantSource clock;
    private final Deque<Trouble> httpTroubles = new ArrayDeque<>();
    private final Deque<RuntimeException> pageFailures = new ArrayDeque<>();
    private int submits;
    private int httpReads;
    private int pageReads;
    private String liveSession = "none";
    private Optional<RuntimeException> afterSubmit = Optional.empty();
    private boolean sessionsDieAtOnce;

    FakeSite(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public <T> Visited<T> visit(Account account, SignedIn signedIn, Function<VisitByHttp, T> work) {
        httpReads++;
        if (!httpTroubles.isEmpty()) {
            throw new ProviderException(httpTroubles.removeFirst());
        }
        requireLive(signedIn.session());
        return new Visited<>(work.apply(new FakeVisit(Tier.HTTP)), signedIn);
    }

    @Override
    public <T> Visited<T> read(Account account, SignedIn signedIn, Function<VisitByPage, T> work) {
        pageReads++;
        if (!pageFailures.isEmpty()) {
            throw pageFailures.removeFirst();
        }
        requireLive(signedIn.session());
        return new Visited<>(work.apply(new FakeVisit(Tier.BROWSER)), signedIn);
    }

    @Override
    public SignedIn signIn(
            Account account,
            Optional<StoredTrust> trust,
            CredentialSource credentials,
            Optional<OneTimeCodes> codes,
            SignInAttempt attempt) {
        if (!pageFailures.isEmpty()) {
            throw pageFailures.removeFirst();
        }
        String password = credentials.reveal(CredentialField.PASSWORD);
        attempt.submitting();
        submits++;
        afterSubmit.ifPresent(failure -> {
            throw failure;
        });
        if (!password.equals(PASSWORD)) {
            throw failed(new Trouble.CredentialsRejected(), Optional.empty());
        }
        liveSession = "session-" + submits;
        StoredSession session = new StoredSession(
                Secret.of(liveSession), clock.instant(), clock.instant().plus(Duration.ofMinutes(30)), "fake browser");
        if (sessionsDieAtOnce) {
            endSession();
        }
        return new SignedIn(session, trust);
    }

    private void requireLive(StoredSession session) {
        if (!session.state().reveal().equals(liveSession)) {
            throw new ProviderException(new Trouble.SignedOut());
        }
    }

    void endSession() {
        liveSession = "none";
    }

    void endEverySessionAtOnce() {
        sessionsDieAtOnce = true;
    }

    void nextHttpRead(Trouble trouble) {
        httpTroubles.add(trouble);
    }

    void nextPageVisit(RuntimeException failure) {
        pageFailures.add(failure);
    }

    void nextPageVisit(Trouble trouble, String evidenceId) {
        nextPageVisit(failed(trouble, Optional.of(evidenceId)));
    }

    void afterSubmit(RuntimeException failure) {
        afterSubmit = Optional.of(failure);
    }

    void answerAgain() {
        afterSubmit = Optional.empty();
    }

    int submits() {
        return submits;
    }

    int httpReads() {
        return httpReads;
    }

    int pageReads() {
        return pageReads;
    }

    private static VisitFailedException failed(Trouble trouble, Optional<String> evidenceId) {
        return new VisitFailedException(new ProviderException(trouble), evidenceId);
    }

    /// What a reading of the fake provider touches, whichever tier it is.
    private record FakeVisit(Tier tier) implements VisitByHttp, VisitByPage {
        @Override
        public Page page() {
            throw new UnsupportedOperationException("the fake site has no page");
        }

        @Override
        public byte[] download(String path) {
            return new byte[0];
        }

        @Override
        public byte[] send(ApiRequest request) {
            return new byte[0];
        }

        @Override
        public Document open(String path, String readyWhen) {
            return open(path);
        }

        @Override
        public Document await(String readyWhen) {
            return new Document(readyWhen);
        }

        @Override
        public Document open(String path) {
            return new Document(path);
        }

        @Override
        public UUID idOf(RecordKind kind, String remoteId) {
            return new UUID(kind.hashCode(), remoteId.hashCode());
        }

        @Override
        public LocalDate today() {
            return FakeProvider.PAID;
        }
    }
}
