package dev.payfleet.worker.job;

import dev.payfleet.provider.CredentialSource;
import dev.payfleet.provider.VisitByHttp;
import dev.payfleet.provider.VisitByPage;
import dev.payfleet.session.StoredTrust;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/// Visits that are counted on their way.
final class CountedVisits implements HttpVisits, PageVisits {
    private final HttpVisits byHttp;
    private final PageVisits byPage;
    private final AtomicInteger http = new AtomicInteger();
    private final AtomicInteger pages = new AtomicInteger();

    CountedVisits(HttpVisits byHttp, PageVisits byPage) {
        this.byHttp = byHttp;
        this.byPage = byPage;
    }

    @Override
    public <T> Visited<T> visit(Account account, SignedIn signedIn, Function<VisitByHttp, T> work) {
        http.incrementAndGet();
        return byHttp.visit(account, signedIn, work);
    }

    @Override
    public <T> Visited<T> read(Account account, SignedIn signedIn, Function<VisitByPage, T> work) {
        pages.incrementAndGet();
        return byPage.read(account, signedIn, work);
    }

    @Override
    public SignedIn signIn(
            Account account,
            Optional<StoredTrust> trust,
            CredentialSource credentials,
            Optional<OneTimeCodes> codes,
            SignInAttempt attempt) {
        return byPage.signIn(account, trust, credentials, codes, attempt);
    }

    int http() {
        return http.get();
    }

    /// Without those that sign in.
    int pages() {
        return pages.get();
    }
}
