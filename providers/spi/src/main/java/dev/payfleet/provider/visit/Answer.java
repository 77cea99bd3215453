package dev.payfleet.provider.visit;

import dev.payfleet.provider.ApiSign;
import dev.payfleet.provider.ChallengeKind;
import dev.payfleet.provider.ChallengePage;
import dev.payfleet.provider.CssSelector;
import dev.payfleet.provider.Origin;
import dev.payfleet.provider.PageSign;
import dev.payfleet.provider.StaticTexts;
import dev.payfleet.provider.Trouble;
import dev.payfleet.provider.json.JsonText;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/// What came back for an address, whichever way it was asked, and what it means.
///
/// @param address where it came from, after redirects
/// @param status its HTTP status
/// @param headers by name in lower case
record Answer(URI address, int status, Map<String, String> headers) {

    /// Set by the egress on answers of its own: `origin-refused`, or another word when it could not get
    /// through.
    static final String EGRESS_HEADER = "payfleet-egress";

    /// The trouble that the answer tells of before its body is looked at: the egress speaking for itself.
    Optional<Trouble> egressTrouble() {
        String word = headers.get(EGRESS_HEADER);
        if (word != null) {
            return Optional.of(egressTrouble(word.strip().toLowerCase(Locale.ROOT)));
        }
        boolean proxyAsksForPassword = status == 407 || (status == 401 && headers.containsKey("proxy-authenticate"));
        return proxyAsksForPassword ? Optional.of(new Trouble.EgressUnavailable()) : Optional.empty();
    }

    /// Why the page cannot be read; empty where it can.
    Optional<Trouble> troubleIn(Document page, List<PageSign> signs, Instant now) {
        Optional<Trouble> known =
                egressTrouble().or(() -> signIn(page, signs).flatMap(sign -> trouble(sign, page, now)));
        return known.or(() -> troubleOfStatus(now));
    }

    /// The first sign the page bears.
    Optional<PageSign> signIn(Document page, List<PageSign> signs) {
        return PageSign.first(signs, status, page);
    }

    /// What a sign asks the fleet to do; empty for being signed in.
    Optional<Trouble> trouble(PageSign sign, Document page, Instant now) {
        return switch (sign.meaning()) {
            case SIGNED_IN -> Optional.empty();
            case SIGNED_OUT -> Optional.of(new Trouble.SignedOut());
            case CREDENTIALS_REJECTED -> Optional.of(new Trouble.CredentialsRejected());
            case ACCOUNT_LOCKED -> Optional.of(new Trouble.AccountLocked());
            case ACCOUNT_SETUP_REQUIRED -> Optional.of(new Trouble.AccountSetupRequired());
            case CAPTCHA -> Optional.of(new Trouble.CaptchaAsked());
            case CHALLENGE -> Optional.of(asked(sign, page, now));
            case CHALLENGE_REJECTED -> Optional.of(new Trouble.ChallengeRejected());
            case CHALLENGE_EXPIRED -> Optional.of(new Trouble.ChallengeExpired());
            case SESSION_TAKEN_OVER -> Optional.of(new Trouble.SessionTakenOver());
            case MAINTENANCE -> Optional.of(new Trouble.Unavailable());
            case RATE_LIMITED -> Optional.of(rateLimited(now));
            case INSUFFICIENT_PERMISSION -> Optional.of(new Trouble.InsufficientPermission());
            case NO_ACCOUNTS -> Optional.of(new Trouble.NoAccounts());
        };
    }

    /// What an error of the API tells of itself; empty where it bears no sign.
    Optional<Trouble> troubleOfApi(byte[] body, List<ApiSign> signs, Instant now) {
        List<ApiSign> possible =
                signs.stream().filter(sign -> sign.status() == status).toList();
        if (possible.isEmpty()) {
            return Optional.empty();
        }
        Object json = parsedOrNull(body);
        return possible.stream()
                .filter(sign -> sign.value().equals(JsonMember.textOrNull(json, sign.member())))
                .findFirst()
                .flatMap(sign -> trouble(PageSign.status(sign.meaning(), status), new Document(""), now));
    }

    private static @Nullable Object parsedOrNull(byte[] body) {
        try {
            return JsonText.parse(body);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /// What a status alone tells, where no sign does.
    Optional<Trouble> troubleOfStatus(Instant now) {
        if (status == 429) {
            return Optional.of(rateLimited(now));
        }
        if (status >= 500) {
            return Optional.of(new Trouble.Unavailable());
        }
        if (status == 401) {
            return Optional.of(new Trouble.SignedOut());
        }
        if (status == 403) {
            return Optional.of(new Trouble.InsufficientPermission());
        }
        boolean page = status >= 200 && status < 300;
        return page
                ? Optional.empty()
                : Optional.of(new Trouble.LayoutChanged(PageName.of(address), "a page, not status " + status));
    }

    private Trouble egressTrouble(String word) {
        return switch (word) {
            case "origin-refused" -> new Trouble.OriginRefused(originName());
            // The proxy works, and what it could not reach is the provider.
            case "destination-unreachable" -> new Trouble.Unavailable();
            default -> new Trouble.EgressUnavailable();
        };
    }

    private Trouble rateLimited(Instant now) {
        return new Trouble.RateLimited(RetryAfter.read(headers.get("retry-after"), now));
    }

    private String originName() {
        return Origin.of(address).toString();
    }

    private static Trouble asked(PageSign sign, Document page, Instant now) {
        ChallengePage asked = Objects.requireNonNull(sign.challenge(), "a sign of a challenge says how it is asked");
        List<ChallengeKind> choices = asked.choices().stream()
                .filter(choice -> page.selectFirst(CssSelector.parsed(choice.selector())) != null)
                .map(ChallengePage.Choice::method)
                .toList();
        return new Trouble.ChallengeAsked(asked, prompt(asked, page), choices, now.plus(asked.openFor()));
    }

    /// One of the adapter's own texts, picked by what the page shows, so that nothing of the page is handed on.
    private static String prompt(ChallengePage asked, Document page) {
        ChallengePage.Questions questions = asked.questions();
        if (questions == null) {
            return asked.prompt();
        }
        String shown = StaticTexts.normalize(
                page.select(CssSelector.parsed(questions.selector())).text());
        return questions.texts().stream()
                .filter(text -> StaticTexts.normalize(text).equals(shown))
                .findFirst()
                .orElse(asked.prompt());
    }
}
