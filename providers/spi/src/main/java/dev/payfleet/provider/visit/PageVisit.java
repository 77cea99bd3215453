package dev.payfleet.provider.visit;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.WaitUntilState;
import dev.payfleet.provider.CredentialSource;
import dev.payfleet.provider.FormSignIn;
import dev.payfleet.provider.Origins;
import dev.payfleet.provider.PageSign;
import dev.payfleet.provider.ProviderException;
import dev.payfleet.provider.RecordKind;
import dev.payfleet.provider.SubmitWitness;
import dev.payfleet.provider.Tier;
import dev.payfleet.provider.Trouble;
import dev.payfleet.provider.VisitByPage;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/// Reads a provider in a browser's page, and signs in there. The page is parsed as the scripts left it when the
/// document was loaded. Confined to the thread of its Playwright; the caller closes page and context.
public final class PageVisit implements VisitByPage {

    private final Page page;
    private final Origins origins;
    private final List<PageSign> signs;
    private final RecordIds ids;
    private final Clock clock;
    private final RequestGate gate;
    private final Duration timeout;

    /// Opens nothing yet.
    ///
    /// @param page of a context that goes through the egress
    /// @param signs how a page tells what it is, from the provider's declaration
    /// @param clock gives the time for `Retry-After`, and the day with its zone
    /// @param gate asked before every navigation
    /// @param timeout for each navigation
    public PageVisit(
            Page page,
            Origins origins,
            List<PageSign> signs,
            RecordIds ids,
            Clock clock,
            RequestGate gate,
            Duration timeout) {
        this.page = page;
        this.origins = origins;
        this.signs = List.copyOf(signs);
        this.ids = ids;
        this.clock = clock;
        this.gate = gate;
        this.timeout = timeout;
    }

    @Override
    public Document open(String path) {
        Answer answer = navigate(path);
        answer.egressTrouble().ifPresent(PageVisit::raise);
        Document document = document();
        answer.troubleIn(document, signs, clock.instant()).ifPresent(PageVisit::raise);
        return document;
    }

    /// Signs in with a form. Returns once a page bears the sign of being signed in, also without having typed
    /// anything where the person already is.
    ///
    /// @param witness is told once, right before the form is submitted; never, if it did not come to that
    /// @throws ProviderException with the trouble that the provider's answer tells; [Trouble.LayoutChanged] for a
    ///     page that bears no sign
    public void signIn(FormSignIn form, CredentialSource credentials, SubmitWitness witness) {
        Answer answer = navigate(form.path());
        answer.egressTrouble().ifPresent(PageVisit::raise);
        Document first = document();
        Optional<Trouble> trouble = answer.troubleIn(first, signs, clock.instant());
        trouble.filter(other -> !(other instanceof Trouble.SignedOut)).ifPresent(PageVisit::raise);
        boolean signedIn = trouble.isEmpty() && answer.signIn(first, signs).isPresent();
        if (signedIn) {
            return;
        }
        new FormSubmission(page, origins, signs, clock, timeout).submit(form, credentials, witness);
        requireDeclared(URI.create(page.url()));
    }

    @Override
    public Page page() {
        return page;
    }

    @Override
    public UUID idOf(RecordKind kind, String remoteId) {
        return ids.idOf(kind, remoteId);
    }

    @Override
    public Tier tier() {
        return Tier.BROWSER;
    }

    @Override
    public LocalDate today() {
        return LocalDate.now(clock);
    }

    private Answer navigate(String path) {
        URI address = origins.resolve(path);
        gate.beforeRequest();
        Page.NavigateOptions options = new Page.NavigateOptions()
                .setWaitUntil(WaitUntilState.DOMCONTENTLOADED)
                .setTimeout((double) timeout.toMillis());
        Trouble late = new Trouble.TimedOut("the page " + PageName.of(address));
        @Nullable Response response = BrowserFailure.told(() -> page.navigate(address.toString(), options), late);
        requireDeclared(URI.create(page.url()));
        return BrowserAnswers.of(response, page);
    }

    private Document document() {
        Trouble late = new Trouble.TimedOut("the content of a page");
        return Jsoup.parse(BrowserFailure.told(page::content, late), page.url());
    }

    private void requireDeclared(URI address) {
        if (!origins.admits(address)) {
            raise(new Trouble.OriginRefused(address.getScheme() + "://" + address.getHost()));
        }
    }

    private static void raise(Trouble trouble) {
        throw new ProviderException(trouble);
    }
}
