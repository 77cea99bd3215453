package dev.payfleet.provider.visit;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.WaitUntilState;
import dev.payfleet.provider.ChallengePage;
import dev.payfleet.provider.CredentialSource;
import dev.payfleet.provider.CssSelector;
import dev.payfleet.provider.PageMeaning;
import dev.payfleet.provider.PageSign;
import dev.payfleet.provider.ProviderException;
import dev.payfleet.provider.RecordKind;
import dev.payfleet.provider.SignIn;
import dev.payfleet.provider.SubmitWitness;
import dev.payfleet.provider.Tier;
import dev.payfleet.provider.Trouble;
import dev.payfleet.provider.VisitByPage;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/// Reads a provider in a browser's page, signs in and answers second factors there. The page is parsed as the
/// scripts left it when the document was loaded, or when what was waited for had come. Confined to the thread of
/// its Playwright; the caller closes page and context.
public final class PageVisit implements VisitByPage {

    private final Page page;
    private final VisitSetting setting;

    /// Opens nothing yet.
    ///
    /// @param page of a context that goes through the egress
    public PageVisit(Page page, VisitSetting setting) {
        this.page = page;
        this.setting = setting;
    }

    @Override
    public Document open(String path) {
        Answer answer = navigate(path);
        answer.egressTrouble().ifPresent(PageVisit::raise);
        Document document = document();
        answer.troubleIn(document, setting.signs(), now()).ifPresent(PageVisit::raise);
        return document;
    }

    @Override
    public Document open(String path, String readyWhen) {
        try (SubmitWatch watch = new SubmitWatch(page)) {
            Answer answer = navigate(path);
            answer.egressTrouble().or(() -> answer.troubleOfStatus(now())).ifPresent(PageVisit::raise);
            return awaited(PageName.of(answer.address()), readyWhen, watch);
        }
    }

    @Override
    public Document await(String readyWhen) {
        try (SubmitWatch watch = new SubmitWatch(page)) {
            return awaited(PageName.of(URI.create(page.url())), readyWhen, watch);
        }
    }

    @Override
    public byte[] download(String path) {
        return new PageDownload(page, setting).of(path);
    }

    /// Signs in. Returns once a page bears the sign of being signed in, also without having typed anything where
    /// the person already is. Where a second factor is asked for, the page stays open for [#answer].
    ///
    /// @param witness is told once, right before the password is submitted; never, if it did not come to that
    /// @throws ProviderException with the trouble that the provider's answer tells; [Trouble.LayoutChanged] for a
    ///     page that bears no sign
    public void signIn(SignIn signIn, CredentialSource credentials, SubmitWitness witness) {
        Answer answer = navigate(signIn.path());
        answer.egressTrouble().ifPresent(PageVisit::raise);
        Document first = document();
        Optional<Trouble> trouble = answer.troubleIn(first, setting.signs(), now());
        trouble.filter(other -> !(other instanceof Trouble.SignedOut)).ifPresent(PageVisit::raise);
        boolean signedIn =
                trouble.isEmpty() && answer.signIn(first, setting.signs()).isPresent();
        if (signedIn) {
            return;
        }
        new PageSignIn(page, setting, credentials, witness).by(signIn);
        requireDeclared(URI.create(page.url()));
    }

    /// Answers a second factor on the very page that asks for it. Returns once a page bears the sign of being
    /// signed in.
    ///
    /// @param asked of the [Trouble.ChallengeAsked] that the page ended in
    /// @param within how long the provider may take to a page that tells how it went
    /// @throws ProviderException with [Trouble.ChallengeRejected], after which the page may be answered again,
    ///     [Trouble.ChallengeExpired], a further [Trouble.ChallengeAsked], or whatever else the page tells
    /// @throws IllegalArgumentException for a reply that the page does not take
    public void answer(ChallengePage asked, ChallengeReply reply, Duration within) {
        new ChallengeAnswering(page, setting, asked).answer(reply, within);
        requireDeclared(URI.create(page.url()));
    }

    /// Has the code sent, where the provider waits to be told to. Does nothing where it sends by itself.
    ///
    /// @throws ProviderException with whatever the page tells besides that it still asks
    public void send(ChallengePage asked) {
        if (asked.send() != null) {
            new ChallengeAnswering(page, setting, asked).press(asked.send());
        }
    }

    /// Has the code sent again.
    ///
    /// @return whether the provider has such a thing
    /// @throws ProviderException with whatever the page tells besides that it still asks
    public boolean resend(ChallengePage asked) {
        if (asked.resend() == null) {
            return false;
        }
        new ChallengeAnswering(page, setting, asked).press(asked.resend());
        return true;
    }

    @Override
    public Page page() {
        return page;
    }

    @Override
    public UUID idOf(RecordKind kind, String remoteId) {
        return setting.ids().idOf(kind, remoteId);
    }

    @Override
    public Tier tier() {
        return Tier.BROWSER;
    }

    @Override
    public LocalDate today() {
        return LocalDate.now(setting.clock());
    }

    private Answer navigate(String path) {
        URI address = setting.origins().resolve(path);
        setting.gate().beforeRequest();
        Page.NavigateOptions options = new Page.NavigateOptions()
                .setWaitUntil(WaitUntilState.DOMCONTENTLOADED)
                .setTimeout((double) setting.timeout().toMillis());
        Trouble late = new Trouble.TimedOut("the page " + PageName.of(address));
        @Nullable Response response = BrowserFailure.told(() -> page.navigate(address.toString(), options), late);
        requireDeclared(URI.create(page.url()));
        return BrowserAnswers.of(response, page);
    }

    private Document awaited(String name, String readyWhen, SubmitWatch watch) {
        PageWatch looks = new PageWatch(page, setting, watch);
        Trouble missing = new Trouble.LayoutChanged(name, readyWhen);
        Predicate<Document> arrived = document -> document.selectFirst(CssSelector.parsed(readyWhen)) != null;
        PageWatch.Seen seen = BrowserFailure.told(
                        () -> looks.until(() -> false, arrived, PageVisit::isSignedIn, setting.timeout()), missing)
                .orElseThrow(() -> new ProviderException(missing));
        seen.trouble().ifPresent(PageVisit::raise);
        requireDeclared(URI.create(page.url()));
        return seen.document() == null ? document() : seen.document();
    }

    private static boolean isSignedIn(PageSign sign) {
        return sign.meaning() == PageMeaning.SIGNED_IN;
    }

    private Document document() {
        Trouble late = new Trouble.TimedOut("the content of a page");
        return BrowserFailure.told(() -> PageSnapshot.of(page, setting.origins()), late);
    }

    private Instant now() {
        return setting.clock().instant();
    }

    private void requireDeclared(URI address) {
        if (!setting.origins().admits(address)) {
            raise(new Trouble.OriginRefused(address.getScheme() + "://" + address.getHost()));
        }
    }

    private static void raise(Trouble trouble) {
        throw new ProviderException(trouble);
    }
}
