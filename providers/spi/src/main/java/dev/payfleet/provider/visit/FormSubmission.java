package dev.payfleet.provider.visit;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.WaitForSelectorState;
import dev.payfleet.provider.CredentialField;
import dev.payfleet.provider.CredentialSource;
import dev.payfleet.provider.FormSignIn;
import dev.payfleet.provider.Origins;
import dev.payfleet.provider.PageSign;
import dev.payfleet.provider.ProviderException;
import dev.payfleet.provider.SubmitWitness;
import dev.payfleet.provider.Trouble;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Types a credential into a form that is open, submits it, and waits for a page that tells how it went.
final class FormSubmission {

    private static final String PAGE = "sign-in";
    private static final Trouble NO_ANSWER = new Trouble.TimedOut("the answer to the sign-in");

    /// Where the form would be sent: the submit's own address, else the form's. Read as attributes, because a field
    /// named "action" hides the property.
    private static final String TARGET = """
            submit => {
              const form = submit.form ?? submit.closest('form');
              const action = submit.getAttribute('formaction') ?? form?.getAttribute('action') ?? '';
              return new URL(action, document.baseURI).href;
            }""";

    private final Page page;
    private final Origins origins;
    private final List<PageSign> signs;
    private final Clock clock;
    private final Duration timeout;

    FormSubmission(Page page, Origins origins, List<PageSign> signs, Clock clock, Duration timeout) {
        this.page = page;
        this.origins = origins;
        this.signs = signs;
        this.clock = clock;
        this.timeout = timeout;
    }

    void submit(FormSignIn form, CredentialSource credentials, SubmitWitness witness) {
        awaitReady(form);
        type(form.usernameField(), CredentialField.USERNAME, credentials);
        type(form.passwordField(), CredentialField.PASSWORD, credentials);
        Locator submit = one(form.submit());
        // A trial waits until the click would work: what comes after the witness must not fail for want of a
        // button.
        told(
                form.submit(),
                () -> submit.click(new Locator.ClickOptions().setTrial(true).setTimeout(millis(timeout))));
        requireDeclaredTarget(submit, form);
        try (SubmitWatch watch = new SubmitWatch(page)) {
            witness.submitting();
            press(submit, form);
            awaitVerdict(form, watch);
        }
    }

    private void awaitReady(FormSignIn form) {
        awaitElement(form.usernameField(), WaitForSelectorState.VISIBLE);
        awaitElement(form.passwordField(), WaitForSelectorState.VISIBLE);
        if (form.readyWhen() != null) {
            awaitElement(form.readyWhen(), WaitForSelectorState.ATTACHED);
        }
    }

    private void awaitElement(String selector, WaitForSelectorState state) {
        told(
                selector,
                () -> one(selector)
                        .waitFor(new Locator.WaitForOptions().setState(state).setTimeout(millis(timeout))));
    }

    /// The origin is looked at right before each typing: a script may have led the page elsewhere in between.
    private void type(String selector, CredentialField field, CredentialSource credentials) {
        requireDeclared(page.url());
        told(
                selector,
                () -> one(selector)
                        .fill(credentials.reveal(field), new Locator.FillOptions().setTimeout(millis(timeout))));
    }

    private void requireDeclaredTarget(Locator submit, FormSignIn form) {
        requireDeclared(page.url());
        Object target = BrowserFailure.told(() -> submit.evaluate(TARGET), missing(form.submit()));
        requireDeclared(String.valueOf(target));
    }

    private void requireDeclared(String address) {
        URI uri = URI.create(address);
        if (!origins.admits(uri)) {
            throw new ProviderException(new Trouble.OriginRefused(uri.getScheme() + "://" + uri.getHost()));
        }
    }

    /// Playwright's click also waits until the answer begins to come.
    private static void press(Locator submit, FormSignIn form) {
        Locator.ClickOptions options = new Locator.ClickOptions().setTimeout(millis(form.answerWithin()));
        BrowserFailure.told(
                () -> {
                    submit.click(options);
                    return true;
                },
                NO_ANSWER);
    }

    private void awaitVerdict(FormSignIn form, SubmitWatch watch) {
        SignInVerdict verdict = new SignInVerdict(page, signs, clock, watch);
        try {
            page.waitForCondition(
                    verdict::isIn, new Page.WaitForConditionOptions().setTimeout(millis(form.answerWithin())));
        } catch (TimeoutError e) {
            throw new ProviderException(watch.loads() == 0 ? NO_ANSWER : unknown());
        } catch (PlaywrightException e) {
            throw BrowserFailure.tell(e, unknown());
        }
        Optional<Trouble> trouble = verdict.trouble();
        if (trouble.isPresent()) {
            throw new ProviderException(trouble.get());
        }
    }

    private Locator one(String selector) {
        return page.locator(selector).first();
    }

    private static void told(String selector, Runnable action) {
        BrowserFailure.told(
                () -> {
                    action.run();
                    return true;
                },
                missing(selector));
    }

    private static Trouble missing(String selector) {
        return new Trouble.LayoutChanged(PAGE, selector);
    }

    private static Trouble unknown() {
        return new Trouble.LayoutChanged(PAGE, "a known answer to the form");
    }

    private static double millis(Duration duration) {
        return (double) duration.toMillis();
    }
}
