package dev.payfleet.provider;

import dev.payfleet.payroll.Countries;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;

/// What a provider is, and what its adapter may touch.
///
/// @param id the `provider` of a job: a small letter, then 1 to 30 small letters, digits and hyphens
/// @param name shown to people
/// @param country ISO 3166-1 alpha-2, of [Countries#KNOWN]
/// @param origins all that may be reached, each once; the first is the primary, where paths lead
/// @param signs how a page tells what it is; the first that matches holds; signed in and signed out are
///         mandatory
/// @param staticTexts the text that may be shown in a redrawn screenshot
/// @param politeRate how often the fleet may ask through one egress
/// @param lockOutThreshold wrong passwords after which the provider locks an account; at least 2, otherwise no
///     attempt could be made without risking it, and at most 100
/// @param sessionLifetime how long a session serves at most; more than zero, at most 90 days
/// @param trust how long the provider trusts a device and what carries it; [DeviceTrust#NONE] where it knows no
///     such thing
public record ProviderDeclaration(
        String id,
        String name,
        String country,
        List<Origin> origins,
        List<PageSign> signs,
        StaticTexts staticTexts,
        PoliteRate politeRate,
        int lockOutThreshold,
        Duration sessionLifetime,
        DeviceTrust trust) {

    private static final Duration LONGEST_SESSION = Duration.ofDays(90);
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{1,30}");

    /// Throws [IllegalArgumentException] naming the field that is wrong.
    public ProviderDeclaration {
        require(ID.matcher(id).matches(), "id must match " + ID);
        require(!name.isBlank(), "name must not be blank");
        require(Countries.KNOWN.contains(country), "country must be a code of the contract's list");
        origins = List.copyOf(origins);
        require(!origins.isEmpty(), "origins must hold at least one");
        require(new HashSet<>(origins).size() == origins.size(), "origins must hold each one once");
        signs = List.copyOf(signs);
        requireSign(signs, PageMeaning.SIGNED_IN);
        requireSign(signs, PageMeaning.SIGNED_OUT);
        require(lockOutThreshold >= 2 && lockOutThreshold <= 100, "lockOutThreshold must be from 2 to 100");
        require(
                sessionLifetime.isPositive() && sessionLifetime.compareTo(LONGEST_SESSION) <= 0,
                "sessionLifetime must be more than zero and at most 90 days");
    }

    /// The first sign a page bears; empty where it bears none.
    public Optional<PageSign> signOf(int status, Document page) {
        return signs.stream().filter(sign -> sign.matches(status, page)).findFirst();
    }

    private static void requireSign(List<PageSign> signs, PageMeaning meaning) {
        require(signs.stream().anyMatch(sign -> sign.meaning() == meaning), "signs must hold one of " + meaning);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
