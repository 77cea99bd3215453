package dev.payfleet.provider.visit;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.TimeoutError;
import dev.payfleet.provider.PageSign;
import dev.payfleet.provider.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/// Looks at a page again and again until it tells something.
final class PageWatch {

    /// Playwright asks about every 10 ms while it waits. A new document is looked at at once; for a page that
    /// changes by script, without one, every 20th time is often enough.
    private static final int LOOK_EVERY = 20;

    private final Page page;
    private final VisitSetting setting;
    private final SubmitWatch watch;

    PageWatch(Page page, VisitSetting setting, SubmitWatch watch) {
        this.page = page;
        this.setting = setting;
        this.watch = watch;
    }

    /// What a look found.
    ///
    /// @param sign the first sign that the page bears and that tells something
    /// @param trouble why it cannot be gone on with
    /// @param document the page; null where what was waited for came without a look
    record Seen(
            Optional<PageSign> sign,
            Optional<Trouble> trouble,
            @Nullable Document document) {

        private static final Seen THERE = new Seen(Optional.empty(), Optional.empty(), null);
    }

    /// Waits until something is there, or the page tells something.
    ///
    /// @param there is asked about every 10 ms
    /// @param arrived is asked at each look at the page
    /// @param silent signs that tell nothing here
    /// @return empty where the time ran out
    /// @throws BrowserLostException where the browser fails
    Optional<Seen> until(
            BooleanSupplier there, Predicate<Document> arrived, Predicate<PageSign> silent, Duration within) {
        Look look = new Look(there, arrived, silent);
        try {
            page.waitForCondition(
                    look::isEnough, new Page.WaitForConditionOptions().setTimeout((double) within.toMillis()));
            return Optional.ofNullable(look.seen);
        } catch (TimeoutError e) {
            return Optional.empty();
        } catch (PlaywrightException e) {
            throw BrowserFailure.tell(e, new Trouble.TimedOut("a page"));
        }
    }

    private Instant now() {
        return setting.clock().instant();
    }

    private final class Look {
        private final BooleanSupplier there;
        private final Predicate<Document> arrived;
        private final Predicate<PageSign> silent;
        private int seenLoads = watch.loads();
        private int asked;
        private boolean looking;
        private @Nullable Seen seen;

        Look(BooleanSupplier there, Predicate<Document> arrived, Predicate<PageSign> silent) {
            this.there = there;
            this.arrived = arrived;
            this.silent = silent;
        }

        /// Playwright may ask again while an answer to the last question is still waited for.
        boolean isEnough() {
            if (looking) {
                return false;
            }
            looking = true;
            try {
                return isThere() || (isTime() && tells(PageSnapshot.of(page, setting.origins())));
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

        private boolean isThere() {
            if (there.getAsBoolean()) {
                seen = Seen.THERE;
                return true;
            }
            return false;
        }

        private boolean isTime() {
            boolean loaded = watch.loads() != seenLoads;
            seenLoads = watch.loads();
            return loaded || ++asked % LOOK_EVERY == 0;
        }

        private boolean tells(Document document) {
            watch.looked();
            Answer answer = BrowserAnswers.of(watch.document(), page);
            Optional<PageSign> sign = answer.signIn(document, setting.signs()).filter(each -> !silent.test(each));
            Optional<Trouble> trouble =
                    answer.egressTrouble().or(() -> sign.flatMap(each -> answer.trouble(each, document, now())));
            if (trouble.isEmpty() && sign.isEmpty() && (answer.status() == 429 || answer.status() >= 500)) {
                trouble = answer.troubleOfStatus(now());
            }
            seen = new Seen(sign, trouble, document);
            return trouble.isPresent() || sign.isPresent() || arrived.test(document);
        }
    }
}
