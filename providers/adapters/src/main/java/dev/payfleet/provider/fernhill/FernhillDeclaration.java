package dev.payfleet.provider.fernhill;

import static dev.payfleet.provider.PageSign.challenge;
import static dev.payfleet.provider.PageSign.element;

import dev.payfleet.provider.DeviceTrust;
import dev.payfleet.provider.Origin;
import dev.payfleet.provider.PageMeaning;
import dev.payfleet.provider.PageSign;
import dev.payfleet.provider.PoliteRate;
import dev.payfleet.provider.ProviderDeclaration;
import dev.payfleet.provider.SignInStep;
import dev.payfleet.provider.StepSignIn;
import dev.payfleet.provider.StoredValue;
import java.time.Duration;
import java.util.List;

/// What Fernhill is, how its pages tell what they are, and how one signs in.
final class FernhillDeclaration {

    /// The order matters: what is said of an answer stands above the form that asked for it, and what is said of an
    /// ended session or of a wrong password above the form that signs in.
    private static final List<PageSign> SIGNS = List.of(
            element(PageMeaning.MAINTENANCE, "#maintenance"),
            element(PageMeaning.RATE_LIMITED, "#too-many-requests"),
            element(PageMeaning.ACCOUNT_LOCKED, "#account-locked"),
            element(PageMeaning.CAPTCHA, "form#captcha"),
            element(PageMeaning.ACCOUNT_SETUP_REQUIRED, "form#password-expired"),
            element(PageMeaning.ACCOUNT_SETUP_REQUIRED, "form#new-terms"),
            element(PageMeaning.INSUFFICIENT_PERMISSION, "#not-administrator"),
            element(PageMeaning.NO_ACCOUNTS, "#no-company"),
            element(PageMeaning.SESSION_TAKEN_OVER, "#session-elsewhere"),
            element(PageMeaning.CREDENTIALS_REJECTED, "#password-error"),
            element(PageMeaning.CHALLENGE_EXPIRED, "#answer-late, #push-late"),
            // After three wrong answers the sign-in must begin anew.
            element(PageMeaning.CHALLENGE_EXPIRED, "#answers-spent"),
            element(PageMeaning.CHALLENGE_REJECTED, "#answer-wrong, #push-denied"),
            challenge(FernhillChallenges.BY_SMS, "section#factor-sms"),
            challenge(FernhillChallenges.BY_EMAIL, "section#factor-email"),
            challenge(FernhillChallenges.BY_APP, "section#factor-app"),
            challenge(FernhillChallenges.BY_PUSH, "section#factor-push"),
            challenge(FernhillChallenges.BY_QUESTION, "section#factor-question"),
            challenge(FernhillChallenges.CHOICE, "form#factor-choice"),
            element(PageMeaning.SIGNED_OUT, "form#name-form, form#password-form"),
            element(PageMeaning.SIGNED_IN, "nav#rail-nav"));

    /// Three wrong passwords lock an account, and a remembered device is spared the second factor for 30 days, as
    /// the sign-in pages themselves say. A session ends after 20 minutes without a request. The rate is no limit of
    /// the site's, which runs on one's own machine, but keeps a run-away loop in bounds.
    static final ProviderDeclaration DECLARATION = new ProviderDeclaration(
            "fernhill",
            "Fernhill Payroll",
            "CA",
            List.of(Origin.of("https://app.fernhill.example")),
            SIGNS,
            FernhillTexts.STATIC,
            new PoliteRate(100),
            3,
            Duration.ofMinutes(20),
            DeviceTrust.of(Duration.ofDays(30), StoredValue.cookie("fh_device")));

    /// The panel for the password takes the place of the one for the name, without a new page.
    static final StepSignIn SIGN_IN = new StepSignIn(
            "/login",
            List.of(
                    SignInStep.name("#login", "#continue").readyWhen("body[data-ready=true]"),
                    SignInStep.password("#password", "#sign-in")),
            Duration.ofSeconds(20));

    private FernhillDeclaration() {}
}
