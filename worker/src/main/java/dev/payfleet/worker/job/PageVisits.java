package dev.payfleet.worker.job;

import dev.payfleet.provider.CredentialSource;
import dev.payfleet.provider.VisitByPage;
import dev.payfleet.session.StoredTrust;
import java.util.Optional;
import java.util.function.Function;

/// Port: visiting a provider with a browser. Each visit has a page of its own, on a lane and through the
/// connection's egress, which is closed on every path. Both calls block until a lane is free and the visit is
/// over; the work runs on the lane's thread, which the visit must not leave.
public interface PageVisits {
    /// Reads as the person with a live session and the device trust.
    ///
    /// @return what the work returned, and session and trust as the provider left them
    /// @throws VisitFailedException when the provider could not be read; names the evidence where some was kept
    /// @throws NotNowException when the browser's side failed, not the provider
    <T> Visited<T> read(Account account, SignedIn signedIn, Function<VisitByPage, T> work);

    /// Signs in by the provider's form.
    ///
    /// @param trust what spares a known device the second factor, where it is known
    /// @param credentials asked for right before each typing
    /// @param codes answer a second factor that asks for one of them, at most once; empty where the person gave no
    ///     secret of an authenticator
    /// @param attempt told right before the form goes out; what it throws passes unchanged, and nothing was sent.
    ///     Where the account has somebody to ask, it is told of a second factor as well, and keeps the page
    /// @return the session, lasting as long as the provider's declaration says, and the trust: the one brought in
    ///     where the provider left it as it was
    /// @throws VisitFailedException as [#read]
    /// @throws NotNowException as [#read]
    SignedIn signIn(
            Account account,
            Optional<StoredTrust> trust,
            CredentialSource credentials,
            Optional<OneTimeCodes> codes,
            SignInAttempt attempt);
}
