package dev.payfleet.provider.visit;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import dev.payfleet.provider.CredentialField;
import dev.payfleet.provider.CredentialSource;
import dev.payfleet.provider.FormSignIn;
import dev.payfleet.provider.PageMeaning;
import dev.payfleet.provider.PageSign;
import dev.payfleet.provider.ProviderException;
import dev.payfleet.provider.ScriptedSignIn;
import dev.payfleet.provider.SignIn;
import dev.payfleet.provider.SignInStep;
import dev.payfleet.provider.StepSignIn;
import dev.payfleet.provider.SubmitWitness;
import dev.payfleet.provider.Trouble;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Types a credential into a page that is open, submits it, and waits for a page that tells how it went. Being
/// signed out tells nothing: it is what the form's own page says before the answer has come.
final class PageSignIn {

    static final String PAGE = "sign-in";
    private static final Trouble NO_ANSWER = new Trouble.TimedOut("the answer to the sign-in");

    private final Page page;
    private final VisitSetting setting;
    private final PageHands hands;
    private final CredentialSource credentials;
    private final SubmitWitness witness;

    PageSignIn(Page page, VisitSetting setting, CredentialSource credentials, SubmitWitness witness) {
        this.page = page;
        this.setting = setting;
        this.hands = new PageHands(page, PAGE, setting.origins(), setting.timeout());
        this.credentials = credentials;
        this.witness = witness;
    }

    void by(SignIn signIn) {
        try (SubmitWatch watch = new SubmitWatch(page)) {
            PageWatch looks = new PageWatch(page, setting, watch);
            switch (signIn) {
                case FormSignIn form -> inSteps(List.of(stepOf(form)), signIn, looks);
                case StepSignIn steps -> inSteps(steps.steps(), signIn, looks);
                case ScriptedSignIn scripted -> {
                    scripted.script().run(new PageDesk(page, setting, hands, credentials, witness, looks));
                    awaitVerdict(signIn, watch, looks);
                }
            }
        }
    }

    private static SignInStep stepOf(FormSignIn form) {
        Map<CredentialField, String> fields =
                Map.of(CredentialField.USERNAME, form.usernameField(), CredentialField.PASSWORD, form.passwordField());
        return new SignInStep(fields, form.submit(), form.readyWhen(), form.frame());
    }

    private void inSteps(List<SignInStep> steps, SignIn signIn, PageWatch looks) {
        for (SignInStep step : steps) {
            if (awaitReady(step, looks)) {
                return;
            }
            new EnumMap<>(step.fields())
                    .forEach((field, selector) -> hands.type(step.frame(), selector, () -> credentials.reveal(field)));
            hands.prepare(step.frame(), step.submit());
            if (step.fields().containsKey(CredentialField.PASSWORD)) {
                submit(step, signIn);
            } else {
                hands.press(step.frame(), step.submit(), setting.timeout(), NO_ANSWER);
            }
        }
    }

    private void submit(SignInStep step, SignIn signIn) {
        try (SubmitWatch watch = new SubmitWatch(page)) {
            witness.submitting();
            hands.press(step.frame(), step.submit(), signIn.answerWithin(), NO_ANSWER);
            awaitVerdict(signIn, watch, new PageWatch(page, setting, watch));
        }
    }

    /// Waits until the step can be typed into.
    ///
    /// @return whether the person is signed in already, as a provider that knows the device may find
    private boolean awaitReady(SignInStep step, PageWatch looks) {
        Optional<PageWatch.Seen> seen =
                looks.until(() -> missingOrNull(step) == null, _ -> false, PageSignIn::isSilent, setting.timeout());
        if (seen.isEmpty()) {
            throw new ProviderException(hands.missing(String.valueOf(missingOrNull(step))));
        }
        seen.get().trouble().ifPresent(PageSignIn::raise);
        return seen.get().sign().isPresent();
    }

    private @Nullable String missingOrNull(SignInStep step) {
        for (String field : new EnumMap<>(step.fields()).values()) {
            if (!hands.isVisible(step.frame(), field)) {
                return field;
            }
        }
        String ready = step.readyWhen();
        return ready == null || hands.isAttached(step.frame(), ready) ? null : ready;
    }

    private void awaitVerdict(SignIn signIn, SubmitWatch watch, PageWatch looks) {
        Duration within = signIn.answerWithin();
        try {
            Optional<PageWatch.Seen> seen = looks.until(() -> false, _ -> false, PageSignIn::isSilent, within);
            if (seen.isEmpty()) {
                raise(watch.loads() == 0 ? NO_ANSWER : unknown());
            }
            seen.flatMap(PageWatch.Seen::trouble).ifPresent(PageSignIn::raise);
        } catch (PlaywrightException e) {
            throw BrowserFailure.tell(e, unknown());
        }
    }

    private static boolean isSilent(PageSign sign) {
        return sign.meaning() == PageMeaning.SIGNED_OUT;
    }

    private static Trouble unknown() {
        return new Trouble.LayoutChanged(PAGE, "a known answer to the form");
    }

    private static void raise(Trouble trouble) {
        throw new ProviderException(trouble);
    }
}
