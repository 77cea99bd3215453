package dev.payfleet.provider;

/// Learns with one cheap request whether a stored session still serves.
@FunctionalInterface
public interface SessionProbe {

    /// Opens what only a signed-in person sees.
    ///
    /// @return false where the session is signed out
    /// @throws ProviderException for any other trouble
    boolean alive(Visit visit);

    /// The probe that opens a small page which only a signed-in person sees.
    static SessionProbe opening(String path) {
        return visit -> {
            try {
                visit.open(path);
                return true;
            } catch (ProviderException e) {
                if (e.trouble() instanceof Trouble.SignedOut) {
                    return false;
                }
                throw e;
            }
        };
    }
}
