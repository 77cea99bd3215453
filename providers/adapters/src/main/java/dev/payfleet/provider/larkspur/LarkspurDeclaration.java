package dev.payfleet.provider.larkspur;

import static dev.payfleet.provider.PageSign.element;

import dev.payfleet.provider.DeviceTrust;
import dev.payfleet.provider.FormSignIn;
import dev.payfleet.provider.Origin;
import dev.payfleet.provider.PageMeaning;
import dev.payfleet.provider.PageSign;
import dev.payfleet.provider.PoliteRate;
import dev.payfleet.provider.ProviderDeclaration;
import java.time.Duration;
import java.util.List;

/// What Larkspur is, how its pages tell what they are, and how one signs in.
final class LarkspurDeclaration {

    /// The order matters: a closed site and a locked account show neither form nor menu, and the page of a wrong
    /// password shows the form as well.
    private static final List<PageSign> SIGNS = List.of(
            element(PageMeaning.MAINTENANCE, "#maintenance"),
            element(PageMeaning.RATE_LIMITED, "#too-many-requests"),
            element(PageMeaning.ACCOUNT_LOCKED, "#account-locked"),
            element(PageMeaning.CREDENTIALS_REJECTED, "#sign-in-error"),
            element(PageMeaning.SIGNED_OUT, "form#sign-in-form"),
            element(PageMeaning.SIGNED_IN, "nav#main-nav"));

    /// Five wrong passwords in a row lock an account, as the sign-in page itself says. A session ends after 30
    /// minutes without a request. The rate is no limit of the site's, which runs on one's own machine, but keeps a
    /// run-away loop in bounds.
    static final ProviderDeclaration DECLARATION = new ProviderDeclaration(
            "larkspur",
            "Larkspur Payroll",
            "GB",
            List.of(Origin.of("https://payroll.larkspur.example")),
            SIGNS,
            LarkspurTexts.STATIC,
            new PoliteRate(100),
            5,
            Duration.ofMinutes(30),
            DeviceTrust.NONE);

    static final FormSignIn SIGN_IN = new FormSignIn(
            "/sign-in",
            "#username",
            "#password",
            "#sign-in-button",
            "#sign-in-form[data-ready=true]",
            Duration.ofSeconds(20));

    private LarkspurDeclaration() {}
}
