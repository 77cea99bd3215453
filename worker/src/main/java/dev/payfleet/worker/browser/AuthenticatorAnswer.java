package dev.payfleet.worker.browser;

import com.microsoft.playwright.Page;
import dev.payfleet.provider.ChallengeKind;
import dev.payfleet.provider.ProviderException;
import dev.payfleet.provider.Trouble;
import dev.payfleet.provider.visit.ChallengeReply;
import dev.payfleet.provider.visit.PageVisit;
import dev.payfleet.scrub.KnownSecrets;
import dev.payfleet.worker.job.OneTimeCodes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Answers a second factor in the person's stead, where the person gave us the secret of the authenticator: at most
/// once in a sign-in, on the very page that asks.
final class AuthenticatorAnswer {
    private static final Duration WITHIN = Duration.ofSeconds(20);

    /// What is left of a code's time must do for typing it and for its way to the provider.
    private static final Duration TOO_LATE = Duration.ofSeconds(3);

    private final OneTimeCodes codes;
    private final KnownSecrets secrets;
    private final Clock clock;

    AuthenticatorAnswer(OneTimeCodes codes, KnownSecrets secrets, Clock clock) {
        this.codes = codes;
        this.secrets = secrets;
        this.clock = clock;
    }

    /// Whether a code answers this: it is asked for, or is one of the ways to choose from.
    static boolean serves(Trouble trouble) {
        return trouble instanceof Trouble.ChallengeAsked asked
                && (asked.kind() == ChallengeKind.OTP_APP || asked.choices().contains(ChallengeKind.OTP_APP));
    }

    /// Answers. Returns once a page bears the sign of being signed in.
    ///
    /// @throws ProviderException as [PageVisit#answer] does
    void to(Trouble.ChallengeAsked asked, PageVisit visit) {
        if (asked.kind() == ChallengeKind.OTP_APP) {
            typed(asked, visit);
            return;
        }
        try {
            visit.answer(asked.page(), new ChallengeReply.Chosen(ChallengeKind.OTP_APP), WITHIN);
        } catch (ProviderException e) {
            if (e.trouble() instanceof Trouble.ChallengeAsked now && now.kind() == ChallengeKind.OTP_APP) {
                typed(now, visit);
                return;
            }
            throw e;
        }
    }

    /// The code is computed when the field is typed into, and known to the scrubber until the page has answered.
    private void typed(Trouble.ChallengeAsked asked, PageVisit visit) {
        try (CodeInUse code = new CodeInUse(visit.page())) {
            visit.answer(asked.page(), new ChallengeReply.Typed(code::get), WITHIN);
        }
    }

    private final class CodeInUse implements AutoCloseable {
        private final Page page;
        private KnownSecrets.@Nullable Registration known;

        CodeInUse(Page page) {
            this.page = page;
        }

        String get() {
            Instant now = clock.instant();
            Duration left = codes.left(now);
            if (left.compareTo(TOO_LATE) < 0) {
                page.waitForTimeout((double) left.toMillis());
                now = now.plus(left);
            }
            String code = codes.at(now);
            known = secrets.add(code);
            return code;
        }

        @Override
        public void close() {
            if (known != null) {
                known.close();
            }
        }
    }
}
