package dev.payfleet.provider.visit;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import dev.payfleet.provider.ChallengeKind;
import dev.payfleet.provider.ChallengePage;
import dev.payfleet.provider.PageMeaning;
import dev.payfleet.provider.PageSign;
import dev.payfleet.provider.ProviderException;
import dev.payfleet.provider.Trouble;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/// Answers a second factor on the page that asks for it, and waits for a page that tells how it went.
final class ChallengeAnswering {

    private static final String PAGE = "challenge";
    private static final Trouble NO_ANSWER = new Trouble.TimedOut("the answer to the second factor");

    /// An error that was on the page before counts again only once it has outlived the provider's answer for this
    /// many looks, about half a second: a script needs a moment to take it away.
    private static final int LOOKS_OF_AN_OLD_ERROR = 3;

    private final Page page;
    private final VisitSetting setting;
    private final PageHands hands;
    private final ChallengePage asked;

    ChallengeAnswering(Page page, VisitSetting setting, ChallengePage asked) {
        this.page = page;
        this.setting = setting;
        this.hands = new PageHands(page, PAGE, setting.origins(), setting.timeout());
        this.asked = asked;
    }

    void answer(ChallengeReply reply, Duration within) {
        // Nothing is sent for a tap on a phone, so what the page says already is about this one.
        Set<PageMeaning> before = asked.kind() == ChallengeKind.PUSH_APPROVAL ? Set.of() : meanings();
        String press = prepare(reply);
        try (SubmitWatch watch = new SubmitWatch(page)) {
            if (press != null) {
                hands.press(asked.frame(), press, within, NO_ANSWER);
            }
            awaitVerdict(watch, tellsNothing(watch, before), within);
        }
    }

    /// Presses what has a code sent, and returns once the provider has answered.
    void press(String selector) {
        hands.prepare(asked.frame(), selector);
        try (SubmitWatch watch = new SubmitWatch(page)) {
            hands.press(asked.frame(), selector, setting.timeout(), NO_ANSWER);
            Predicate<PageSign> usual =
                    sign -> sign.meaning() == PageMeaning.CHALLENGE || sign.meaning() == PageMeaning.CHALLENGE_REJECTED;
            Optional<PageWatch.Seen> seen =
                    new PageWatch(page, setting, watch).until(watch::hasAnswered, _ -> false, usual, setting.timeout());
            seen.flatMap(PageWatch.Seen::trouble).ifPresent(ChallengeAnswering::raise);
            if (seen.isEmpty()) {
                raise(NO_ANSWER);
            }
        }
    }

    /// Fills the page in.
    ///
    /// @return what is pressed then; null where the page moves on by itself
    private @Nullable String prepare(ChallengeReply reply) {
        String press = switch (reply) {
            case ChallengeReply.Typed typed -> typed(typed);
            case ChallengeReply.Chosen chosen -> chosen(chosen.method());
            case ChallengeReply.Approved _ -> asked.submit();
        };
        if (press != null) {
            hands.prepare(asked.frame(), press);
        }
        return press;
    }

    private @Nullable String typed(ChallengeReply.Typed reply) {
        String field = asked.answerField();
        if (field == null) {
            throw new IllegalArgumentException("nothing is typed for " + asked.kind());
        }
        hands.type(asked.frame(), field, reply.answer());
        if (asked.trustDevice() != null && hands.isVisible(asked.frame(), asked.trustDevice())) {
            hands.tick(asked.frame(), asked.trustDevice());
        }
        return asked.submit();
    }

    private String chosen(ChallengeKind method) {
        String choice = asked.choices().stream()
                .filter(each -> each.method() == method)
                .map(ChallengePage.Choice::selector)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not a way of this page: " + method));
        if (asked.submit() == null) {
            return choice;
        }
        hands.prepare(asked.frame(), choice);
        hands.press(asked.frame(), choice, setting.timeout(), NO_ANSWER);
        return asked.submit();
    }

    private void awaitVerdict(SubmitWatch watch, Predicate<PageSign> silent, Duration within) {
        try {
            Optional<PageWatch.Seen> seen =
                    new PageWatch(page, setting, watch).until(() -> false, _ -> false, silent, within);
            if (seen.isEmpty()) {
                raise(NO_ANSWER);
            }
            Optional<Trouble> trouble = seen.flatMap(PageWatch.Seen::trouble);
            // Sent back to the beginning: whatever was asked is not asked any more.
            trouble.map(each -> each instanceof Trouble.SignedOut ? new Trouble.ChallengeExpired() : each)
                    .ifPresent(ChallengeAnswering::raise);
        } catch (PlaywrightException e) {
            throw BrowserFailure.tell(e, new Trouble.LayoutChanged(PAGE, "a known answer to the second factor"));
        }
    }

    /// What the page says until the provider's answer has come.
    private Predicate<PageSign> tellsNothing(SubmitWatch watch, Set<PageMeaning> before) {
        return sign -> {
            boolean sameDocument = watch.loads() == 0;
            boolean fresh = watch.hasAnswered() && watch.looksSinceAnswer() >= LOOKS_OF_AN_OLD_ERROR;
            return switch (sign.meaning()) {
                case CHALLENGE -> isSame(sign) && (sameDocument || asked.kind() == ChallengeKind.PUSH_APPROVAL);
                case SIGNED_OUT -> sameDocument;
                case CHALLENGE_REJECTED, CHALLENGE_EXPIRED -> sameDocument && before.contains(sign.meaning()) && !fresh;
                case SIGNED_IN,
                        CREDENTIALS_REJECTED,
                        ACCOUNT_LOCKED,
                        ACCOUNT_SETUP_REQUIRED,
                        CAPTCHA,
                        SESSION_TAKEN_OVER,
                        MAINTENANCE,
                        RATE_LIMITED,
                        INSUFFICIENT_PERMISSION,
                        NO_ACCOUNTS -> false;
            };
        };
    }

    private boolean isSame(PageSign sign) {
        return asked.equals(sign.challenge());
    }

    private Set<PageMeaning> meanings() {
        Document document = BrowserFailure.told(
                () -> PageSnapshot.of(page, setting.origins()), new Trouble.TimedOut("the content of a page"));
        return setting.signs().stream()
                .filter(sign -> sign.matches(200, document))
                .map(PageSign::meaning)
                .collect(Collectors.toSet());
    }

    private static void raise(Trouble trouble) {
        throw new ProviderException(trouble);
    }
}
