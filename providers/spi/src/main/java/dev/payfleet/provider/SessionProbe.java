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
        return visit -> serves(() -> visit.open(path));
    }

    /// The probe of a site whose pages are drawn by scripts: asks its API by HTTP, and by page waits for what only
    /// a signed-in person sees.
    ///
    /// @param request a small one
    /// @param path of a small page
    /// @param readyWhen CSS selector of what is waited for there
    static SessionProbe asking(ApiRequest request, String path, String readyWhen) {
        return visit -> serves(() -> {
            switch (visit) {
                case VisitByHttp http -> http.send(request);
                case VisitByPage page -> page.open(path, readyWhen);
                default -> visit.open(path);
            }
        });
    }

    private static boolean serves(Runnable asking) {
        try {
            asking.run();
            return true;
        } catch (ProviderException e) {
            if (e.trouble() instanceof Trouble.SignedOut) {
                return false;
            }
            throw e;
        }
    }
}
