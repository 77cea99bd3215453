package dev.payfleet.provider.visit;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitUntilState;
import dev.payfleet.provider.CredentialField;
import dev.payfleet.provider.CredentialSource;
import dev.payfleet.provider.PageMeaning;
import dev.payfleet.provider.ProviderException;
import dev.payfleet.provider.SignInDesk;
import dev.payfleet.provider.SubmitWitness;
import dev.payfleet.provider.Trouble;
import java.net.URI;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/// The desk over a real page. All desks of one sign-in, each for a frame, share what was typed.
final class PageDesk implements SignInDesk {

    private static final Trouble NO_ANSWER = new Trouble.TimedOut("the next page of the sign-in");

    private final Page page;
    private final VisitSetting setting;
    private final PageHands hands;
    private final CredentialSource credentials;
    private final PageWatch looks;
    private final Submit submit;
    private final @Nullable String frame;

    PageDesk(
            Page page,
            VisitSetting setting,
            PageHands hands,
            CredentialSource credentials,
            SubmitWitness witness,
            PageWatch looks) {
        this(page, setting, hands, credentials, looks, new Submit(witness), null);
    }

    private PageDesk(
            Page page,
            VisitSetting setting,
            PageHands hands,
            CredentialSource credentials,
            PageWatch looks,
            Submit submit,
            @Nullable String frame) {
        this.page = page;
        this.setting = setting;
        this.hands = hands;
        this.credentials = credentials;
        this.looks = looks;
        this.submit = submit;
        this.frame = frame;
    }

    /// What the ledger must know of: a password that was typed and is on its way with the next press.
    private static final class Submit {
        private final SubmitWitness witness;
        private boolean typed;

        Submit(SubmitWitness witness) {
            this.witness = witness;
        }

        void pressing() {
            if (typed) {
                witness.submitting();
                typed = false;
            }
        }
    }

    @Override
    public void open(String path) {
        URI address = setting.origins().resolve(path);
        setting.gate().beforeRequest();
        BrowserFailure.told(
                () -> page.navigate(
                        address.toString(),
                        new Page.NavigateOptions()
                                .setWaitUntil(WaitUntilState.DOMCONTENTLOADED)
                                .setTimeout((double) setting.timeout().toMillis())),
                new Trouble.TimedOut("the page " + PageName.of(address)));
        hands.requireDeclared(page.url());
    }

    @Override
    public void await(String selector) {
        Optional<PageWatch.Seen> seen = looks.until(
                () -> hands.isVisible(frame, selector),
                _ -> false,
                sign -> sign.meaning() == PageMeaning.SIGNED_OUT || sign.meaning() == PageMeaning.SIGNED_IN,
                setting.timeout());
        Trouble trouble = seen.map(PageWatch.Seen::trouble)
                .orElse(Optional.of(hands.missing(selector)))
                .orElse(null);
        if (trouble != null) {
            throw new ProviderException(trouble);
        }
    }

    @Override
    public boolean shows(String selector) {
        return hands.isVisible(frame, selector);
    }

    @Override
    public void type(String selector, CredentialField field) {
        await(selector);
        hands.type(frame, selector, () -> credentials.reveal(field));
        submit.typed |= field == CredentialField.PASSWORD;
    }

    @Override
    public void press(String selector) {
        await(selector);
        hands.prepare(frame, selector);
        submit.pressing();
        hands.press(frame, selector, setting.timeout(), NO_ANSWER);
    }

    @Override
    public Document look() {
        return BrowserFailure.told(
                () -> PageSnapshot.of(page, setting.origins()), new Trouble.TimedOut("the content of a page"));
    }

    @Override
    public SignInDesk inFrame(String selector) {
        return new PageDesk(page, setting, hands, credentials, looks, submit, selector);
    }
}
