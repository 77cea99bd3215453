package dev.payfleet.provider.meridian;

import dev.payfleet.provider.ProviderException;
import dev.payfleet.provider.SessionProbe;
import dev.payfleet.provider.Trouble;
import dev.payfleet.provider.Visit;
import dev.payfleet.provider.VisitByHttp;
import dev.payfleet.provider.VisitByPage;

/// Asks who is signed in. A page alone would not tell: every address shows the same empty one at first.
final class MeridianProbe implements SessionProbe {

    @Override
    public boolean alive(Visit visit) {
        try {
            ask(visit);
            return true;
        } catch (ProviderException e) {
            if (e.trouble() instanceof Trouble.SignedOut) {
                return false;
            }
            throw e;
        }
    }

    private static void ask(Visit visit) {
        if (visit instanceof VisitByPage page) {
            MeridianPages.open(page, "account", "/account");
        } else {
            MeridianApi.get((VisitByHttp) visit, "account", "/me");
        }
    }
}
