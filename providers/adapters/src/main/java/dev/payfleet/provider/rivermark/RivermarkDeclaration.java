package dev.payfleet.provider.rivermark;

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

/// What Rivermark is, how its pages tell what they are, and how one signs in.
final class RivermarkDeclaration {

    private static final Origin PAYROLL = Origin.of("https://lohn.rivermark.example");

    /// Where name and password are typed, and nothing else.
    private static final Origin IDENTITY = Origin.of("https://konto.rivermark.example");

    /// The order matters: what is said of a wrong password stands above the form that asked for it.
    private static final List<PageSign> SIGNS = List.of(
            element(PageMeaning.MAINTENANCE, "#wartung"),
            element(PageMeaning.RATE_LIMITED, "#zu-viele-anfragen"),
            element(PageMeaning.ACCOUNT_LOCKED, "#konto-gesperrt"),
            element(PageMeaning.INSUFFICIENT_PERMISSION, "#keine-berechtigung"),
            element(PageMeaning.CREDENTIALS_REJECTED, "#anmelde-fehler"),
            element(PageMeaning.SIGNED_OUT, "form#anmelde-form"),
            element(PageMeaning.SIGNED_IN, "nav#hauptnavigation"));

    /// Five wrong passwords lock an account, as the form itself says. The rate is no limit of the site's, which
    /// runs on one's own machine, but keeps a run-away loop in bounds.
    static final ProviderDeclaration DECLARATION = new ProviderDeclaration(
            "rivermark",
            "Rivermark Lohn",
            "DE",
            List.of(PAYROLL, IDENTITY),
            SIGNS,
            RivermarkTexts.STATIC,
            new PoliteRate(100),
            5,
            Duration.ofMinutes(30),
            DeviceTrust.NONE);

    /// Whoever is not signed in is led to the identity origin and, with a code, back to the portal. The form stands
    /// in an open shadow root.
    static final FormSignIn SIGN_IN = new FormSignIn(
                    "/portal/start", "#benutzer", "#kennwort", "#anmelden", null, Duration.ofSeconds(20))
            .through(IDENTITY);

    private RivermarkDeclaration() {}
}
