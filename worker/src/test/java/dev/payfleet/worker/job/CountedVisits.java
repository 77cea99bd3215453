package dev.payfleet.worker.job;

import dev.payfleet.provider.CredentialSource;
import dev.payfleet.provider.SubmitWitness;
import dev.payfleet.provider.VisitByHttp;
import dev.payfleet.provider.VisitByPage;
import dev.payfleet.session.StoredSession;
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
    public <T> Visited<T> visit(Account account, StoredSession session, Function<VisitByHttp, T> work) {
        http.incrementAndGet();
        return byHttp.visit(account, session, work);
    }

    @Override
    public <T> Visited<T> read(Account account, StoredSession session, Function<VisitByPage, T> work) {
        pages.incrementAndGet();
        return byPage.read(account, session, work);
    }

    @Override
    public StoredSession signIn(Account account, CredentialSource credentials, SubmitWitness witness) {
        return byPage.signIn(account, credentials, witness);
    }

    int http() {
        return http.get();
    }

    /// Without those that sign in.
    int pages() {
        return pages.get();
    }
}
