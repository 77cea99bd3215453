package dev.payfleet.provider.meridian;

import static dev.payfleet.provider.PageSign.element;

import dev.payfleet.provider.ApiAccess;
import dev.payfleet.provider.ApiSign;
import dev.payfleet.provider.DeviceTrust;
import dev.payfleet.provider.FormSignIn;
import dev.payfleet.provider.Origin;
import dev.payfleet.provider.PageMeaning;
import dev.payfleet.provider.PageSign;
import dev.payfleet.provider.PoliteRate;
import dev.payfleet.provider.ProviderDeclaration;
import dev.payfleet.provider.StoredValue;
import dev.payfleet.provider.TokenRefresh;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// What Meridian is, how its pages tell what they are, how one signs in and how its interface knows who asks.
final class MeridianDeclaration {

    private static final Origin PRIMARY = Origin.of("https://app.meridianpay.example");

    /// The order matters: whoever was signed out by a sign-in elsewhere sees the form beneath that notice, and so
    /// does whoever gave a wrong password. What could not be loaded stands where the page would be.
    private static final List<PageSign> SIGNS = List.of(
            element(PageMeaning.MAINTENANCE, "#maintenance, #load-failed"),
            element(PageMeaning.RATE_LIMITED, "#slow-down"),
            element(PageMeaning.ACCOUNT_LOCKED, "#account-locked"),
            element(PageMeaning.CREDENTIALS_REJECTED, "#sign-in-error"),
            element(PageMeaning.SESSION_TAKEN_OVER, "#session-ended[data-reason=session_superseded]"),
            element(PageMeaning.SIGNED_OUT, "form#sign-in"),
            element(PageMeaning.SIGNED_IN, MeridianPages.READY + " #app-nav"));

    /// Six wrong passwords in a row lock an account, as the sign-in page itself says. A session can be refreshed
    /// for twelve hours. The rate is no limit of the site's, which runs on one's own machine, but keeps a
    /// run-away loop in bounds.
    static final ProviderDeclaration DECLARATION = new ProviderDeclaration(
            "meridian",
            "Meridian Pay",
            "US",
            List.of(PRIMARY),
            SIGNS,
            MeridianTexts.STATIC,
            new PoliteRate(100),
            6,
            Duration.ofHours(12),
            DeviceTrust.NONE);

    static final FormSignIn SIGN_IN = new FormSignIn(
            "/sign-in",
            "input[name=email]",
            "input[name=password]",
            "form#sign-in button[type=submit]",
            "form#sign-in",
            Duration.ofSeconds(20));

    private static final StoredValue SESSION = StoredValue.session("meridian.session");

    /// A refresh token serves once, so that the new one must be kept.
    static final ApiAccess API = ApiAccess.bearer(PRIMARY, MeridianApi.PREFIX, SESSION.member("accessToken"))
            .refreshedBy(new TokenRefresh(
                    MeridianApi.PREFIX + "/auth/refresh",
                    TokenRefresh.Body.JSON,
                    Map.of(),
                    Map.of("refresh_token", SESSION.member("refreshToken")),
                    Map.of(
                            "access_token", SESSION.member("accessToken"),
                            "refresh_token", SESSION.member("refreshToken"))))
            .telling(new ApiSign(PageMeaning.SESSION_TAKEN_OVER, 401, "error.code", "session_superseded"));

    private MeridianDeclaration() {}
}
