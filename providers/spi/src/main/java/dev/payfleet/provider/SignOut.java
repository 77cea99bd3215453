package dev.payfleet.provider;

/// How a person signs out at a provider, as data: what is asked of the site with the live session so that it ends
/// it there. Done over HTTP when the person leaves; no browser is started for it.
public sealed interface SignOut {

    /// The name that failures call it by.
    String NAME = "sign-out";

    /// Follows a sign-out link.
    ///
    /// @param path at the primary origin, or an address at a declared one
    static SignOut opening(String path) {
        return new Opening(path);
    }

    /// Sends what the site's script or form sends. Cookies and the API's token go with it.
    ///
    /// @param request such as [ApiRequest#postForm] or [ApiRequest#postJson] with the name [#NAME]
    static SignOut sending(ApiRequest request) {
        return new Sending(request);
    }

    /// Where it leads.
    String path();

    /// Ends the session of this visit. That the site says "you are signed out" is what was wanted.
    ///
    /// @throws ProviderException where the site could not be reached or did not take it
    default void by(VisitByHttp visit) {
        try {
            byte[] _ = switch (this) {
                case Opening(String path) -> visit.download(path);
                case Sending(ApiRequest request) -> visit.send(request);
            };
        } catch (ProviderException e) {
            if (!(e.trouble() instanceof Trouble.SignedOut)) {
                throw e;
            }
        }
    }

    /// See [#opening].
    record Opening(String path) implements SignOut {
        public Opening {
            requirePath(path);
        }
    }

    /// See [#sending].
    record Sending(ApiRequest request) implements SignOut {
        public Sending {
            requirePath(request.path());
        }

        @Override
        public String path() {
            return request.path();
        }
    }

    private static void requirePath(String path) {
        if (!path.startsWith("/") && !path.startsWith("https://")) {
            throw new IllegalArgumentException("sign-out must lead to a path or to an https address");
        }
    }
}
