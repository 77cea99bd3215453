package dev.payfleet.provider.visit;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import dev.payfleet.provider.PageMeaning;
import dev.payfleet.provider.PageSign;
import dev.payfleet.provider.Trouble;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/// Looks at a page after its form was submitted until it tells how the sign-in went. Being signed out tells
/// nothing: it is what the form's own page says before the answer has come.
final class SignInVerdict {

    /// Playwright asks about every 10 ms while it waits. A new document is looked at at once; for a page that
    /// answers by script, without one, every 20th time is often enough.
    private static final int LOOK_EVERY = 20;

    private final Page page;
    private final List<PageSign> signs;
    private final Clock clock;
    private final SubmitWatch watch;

    private int seenLoads;
    private int asked;
    private boolean looking;
    private Optional<Trouble> trouble = Optional.empty();

    SignInVerdict(Page page, List<PageSign> signs, Clock clock, SubmitWatch watch) {
        this.page = page;
        this.signs = signs;
        this.clock = clock;
        this.watch = watch;
    }

    /// What went wrong; empty where the person is signed in. Valid once [#isIn()] is true.
    Optional<Trouble> trouble() {
        return trouble;
    }

    boolean isIn() {
        boolean loaded = watch.loads() != seenLoads;
        if (looking || (!loaded && ++asked % LOOK_EVERY != 0)) {
            return false;
        }
        seenLoads = watch.loads();
        looking = true;
        try {
            return look(Jsoup.parse(page.content(), page.url()));
        } catch (PlaywrightException e) {
            if (page.isClosed()) {
                throw e;
            }
            // The page is on its way to the next document, which will be looked at.
            return false;
        } finally {
            looking = false;
        }
    }

    private boolean look(Document document) {
        Answer answer = BrowserAnswers.of(watch.document(), page);
        Optional<PageSign> sign = answer.signIn(document, signs).filter(s -> s.meaning() != PageMeaning.SIGNED_OUT);
        trouble = answer.egressTrouble();
        if (trouble.isEmpty() && sign.isPresent()) {
            trouble = answer.trouble(sign.get(), clock.instant());
            return true;
        }
        if (trouble.isEmpty() && (answer.status() == 429 || answer.status() >= 500)) {
            trouble = answer.troubleOfStatus(clock.instant());
        }
        return trouble.isPresent();
    }
}
