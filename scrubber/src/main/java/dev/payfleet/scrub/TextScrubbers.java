package dev.payfleet.scrub;

import java.util.List;
import java.util.stream.Stream;

/// The scrubbers that there are. [#all] is what everything that leaves the process goes through.
public final class TextScrubbers {
    /// What stands in for anything taken out.
    public static final String REDACTED = "<redacted>";

    /// What stands in for a text that could not be scrubbed.
    public static final String UNSCRUBBABLE = "<left out: could not be scrubbed>";

    /// Longer texts are left out whole: the time that scrubbing takes stays bounded, and no log line needs more.
    static final int LONGEST = 200_000;

    private TextScrubbers() {}

    /// Leaves every text as it is; the neutral element of [#merge].
    public static TextScrubber none() {
        return text -> text;
    }

    /// Each of the scrubbers in turn.
    public static TextScrubber merge(List<TextScrubber> scrubbers) {
        return scrubbers.stream().reduce(none(), TextScrubber::and);
    }

    /// The values in use right now, in every spelling in which they get about.
    public static TextScrubber knownSecrets(KnownSecrets secrets) {
        return secrets::scrub;
    }

    /// `Authorization`, `Cookie` and their like, to the end of the line.
    public static TextScrubber headers() {
        return new PatternScrubber(
                "((?:proxy-)?authorization|(?:set-)?cookie2?|x-(?:api-key|auth-token|csrf-token|xsrf-token))(\"?\\s*[:=]\\s*)[^\\r\\n]++",
                "$1$2" + PatternScrubber.REDACTED);
    }

    /// What follows `Bearer` or `Basic`, and compact JWS and JWE wherever they stand.
    public static TextScrubber tokens() {
        return new PatternScrubber(
                        "\\b(bearer|basic|digest|negotiate)\\s++[\\w.~+/=-]{6,}+", "$1 " + PatternScrubber.REDACTED)
                .and(new PatternScrubber("\\beyJ[\\w-]{5,}+(?:\\.[\\w-]*+){1,4}", PatternScrubber.REDACTED));
    }

    /// `password=…`, `"token": "…"` and the like.
    public static TextScrubber assignments() {
        return new PatternScrubber(
                "((?:passw(?:or)?d|passphrase|passwort|secret|token|api_?key|session_?id|jsessionid|otp|passcode|\\bpin\\b|\\bpwd\\b|csrf|credential)[\\w-]{0,40}+[\"']?\\s{0,3}+[=:]\\s{0,3}+)(?:\"[^\"\\r\\n]*+\"?|'[^'\\r\\n]*+'?|[^\\s&,;\"'}\\])]++)",
                "$1" + PatternScrubber.REDACTED);
    }

    /// Queries, fragments and user information of addresses. The path stays, because on-call needs to know the
    /// page.
    public static TextScrubber addresses() {
        return new PatternScrubber(
                        "(\\b[a-z][a-z0-9+.-]{1,20}+://)[^\\s/@?#]++@", "$1" + PatternScrubber.REDACTED + "@")
                .and(new PatternScrubber(
                        "((?:\\b[a-z][a-z0-9+.-]{1,20}+://|(?<![\\w/.~%-])/)[^\\s?#\"'<>]{0,2000}+)[?#][^\\s\"'<>)]++",
                        "$1?" + PatternScrubber.REDACTED));
    }

    /// E-mail addresses.
    public static TextScrubber emails() {
        return new PatternScrubber(
                "(?<![\\w.+-])[\\w.!#$&'*+-]{1,64}+(?:@|%40)(?:[\\w-]{1,63}+\\.)+[\\w-]{2,24}+",
                PatternScrubber.REDACTED);
    }

    /// IBANs, card, account and telephone numbers (nine digits and more, spaces and hyphens between them allowed;
    /// not the inside of a UUID and not a date), and national insurance and social security numbers.
    public static TextScrubber numbers() {
        return new PatternScrubber(
                        "(?-i)\\b[A-Z]{2}\\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?\\b", PatternScrubber.REDACTED)
                .and(new PatternScrubber(
                        "(?<![\\w.:-])(?!\\d{4}-\\d\\d-\\d\\d)\\+?\\(?\\d(?:[ ()-]{0,2}+\\d){8,18}+(?![\\w-])",
                        PatternScrubber.REDACTED))
                .and(new PatternScrubber("\\b\\d{3}-\\d{2}-\\d{4}\\b", PatternScrubber.REDACTED))
                .and(new PatternScrubber(
                        "(?-i)\\b[A-CEGHJ-PR-TW-Z]{2} ?\\d{2} ?\\d{2} ?\\d{2} ?[A-D]\\b", PatternScrubber.REDACTED))
                .and(new PatternScrubber("\\b\\d{2}-\\d{2}-\\d{2}\\b", PatternScrubber.REDACTED));
    }

    /// Amounts of money: with a currency beside them, or with thousands set apart and two decimals; not
    /// the inside of a UUID, of which one in a thousand holds a group like `9cad`.
    public static TextScrubber money() {
        String amount = "\\(?-?\\d(?:[\\d,. ]{0,20}\\d)?\\)?";
        String word = "(?:gbp|usd|eur|sek|cad)";
        return new PatternScrubber("[£$€] ?" + amount, PatternScrubber.REDACTED)
                .and(new PatternScrubber("(?<![\\w-])" + word + " ?" + amount + "(?!-?\\w)", PatternScrubber.REDACTED))
                .and(new PatternScrubber(
                        "(?<![\\w.-])-?\\d(?:[\\d,.]{0,20}\\d)? ?(?:[£$€]|" + word + "(?!-?\\w))",
                        PatternScrubber.REDACTED))
                .and(new PatternScrubber("-?\\b\\d{1,3}(?:,\\d{3})++\\.\\d{2}\\b", PatternScrubber.REDACTED));
    }

    /// All of the above, failing closed. What every log line, event and message goes through.
    public static TextScrubber all(KnownSecrets secrets) {
        return failClosed(merge(Stream.of(
                        knownSecrets(secrets),
                        headers(),
                        tokens(),
                        assignments(),
                        addresses(),
                        emails(),
                        numbers(),
                        money())
                .toList()));
    }

    /// Puts [#UNSCRUBBABLE] in place of a text that is too long or that makes the scrubber fail.
    public static TextScrubber failClosed(TextScrubber scrubber) {
        return text -> {
            if (text.length() > LONGEST) {
                return UNSCRUBBABLE;
            }
            try {
                return scrubber.scrub(text);
            } catch (RuntimeException | StackOverflowError failed) {
                return UNSCRUBBABLE;
            }
        };
    }
}
