package dev.payfleet.worker.http;

import dev.payfleet.provider.DeviceTrust;
import dev.payfleet.provider.Origins;
import dev.payfleet.provider.ProviderDeclaration;
import dev.payfleet.session.Secret;
import dev.payfleet.session.StoredSession;
import dev.payfleet.session.StoredTrust;
import dev.payfleet.worker.job.SignedIn;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Parts what a browser keeps into session and device trust, as the provider's declaration tells them apart, and
/// lets the trust age by its own clock: that starts with a new value, not with another session. Immutable.
public final class TwoClocks {
    private final DeviceTrust declared;
    private final WhichValues carriers;
    private final InstantSource clock;

    /// @param origins of the visit, with the stand-ins that are in force
    public TwoClocks(ProviderDeclaration provider, Origins origins, InstantSource clock) {
        this.declared = provider.trust();
        this.carriers = WhichValues.named(declared.carriedBy(), origins);
        this.clock = clock;
    }

    /// What a visit restores: both as one state. Where there is no trust, the session's very own.
    public static Secret together(SignedIn signedIn) {
        Secret session = signedIn.session().state();
        return signedIn.trust()
                .map(trust -> BrowserState.read(session)
                        .together(BrowserState.read(trust.state()))
                        .secret())
                .orElse(session);
    }

    /// What a visit left, apart.
    ///
    /// @param left the browser's state at the end of the visit
    /// @param session whose times and browser the session part takes over
    /// @param given the trust that the visit was given; it stays as it is where the value that carries it does
    public SignedIn apart(Secret left, StoredSession session, Optional<StoredTrust> given) {
        if (declared.carriedBy().isEmpty()) {
            return new SignedIn(withState(session, left), Optional.empty());
        }
        BrowserState whole = BrowserState.read(left);
        Secret rest = whole.only(carriers.others()).secret();
        return new SignedIn(withState(session, rest), trust(whole.only(carriers), given));
    }

    private Optional<StoredTrust> trust(BrowserState carried, Optional<StoredTrust> given) {
        if (carried.isEmpty()) {
            return Optional.empty();
        }
        Optional<StoredTrust> unchanged =
                given.filter(trust -> BrowserState.read(trust.state()).hasSameValuesAs(carried));
        return unchanged.or(() -> {
            Instant now = clock.instant();
            return Optional.of(new StoredTrust(carried.secret(), now, now.plus(declared.lifetime())));
        });
    }

    private static StoredSession withState(StoredSession session, Secret state) {
        return new StoredSession(state, session.obtainedAt(), session.expiresAt(), session.userAgent());
    }
}
