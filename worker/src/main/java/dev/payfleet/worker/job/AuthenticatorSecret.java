package dev.payfleet.worker.job;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import dev.payfleet.session.Secret;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.commons.codec.binary.Base32;

/// The secret of an authenticator as people are shown it, read. What is wrong with it is told without a character
/// of it.
///
/// @param key what the codes are computed from
/// @param algorithm of the HMAC, as Java names it
/// @param digits of a code, 6 to 8
/// @param period how long a code is good for
record AuthenticatorSecret(Secret key, String algorithm, int digits, Duration period) {
    private static final String SCHEME = "otpauth:";
    private static final Map<String, String> ALGORITHMS = Map.of(
            "SHA1", TimeBasedOneTimePasswordGenerator.TOTP_ALGORITHM_HMAC_SHA1,
            "SHA256", TimeBasedOneTimePasswordGenerator.TOTP_ALGORITHM_HMAC_SHA256,
            "SHA512", TimeBasedOneTimePasswordGenerator.TOTP_ALGORITHM_HMAC_SHA512);
    private static final Set<String> DIGITS = Set.of("6", "7", "8");
    private static final int LONGEST_PERIOD = 300;

    /// 80 bits, the least that is in use; what is shorter was not copied whole.
    private static final int SHORTEST = 10;

    /// How many characters may stand beyond the last whole eight.
    private static final Set<Integer> ENDS = Set.of(0, 2, 4, 5, 7);

    static AuthenticatorSecret parse(String text) {
        String given = text.strip();
        return given.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? ofAddress(given)
                : new AuthenticatorSecret(decoded(given), algorithm("SHA1"), 6, Duration.ofSeconds(30));
    }

    private static AuthenticatorSecret ofAddress(String address) {
        URI uri = uri(address);
        if (!"totp".equalsIgnoreCase(uri.getHost())) {
            throw wrong("is not of a code that goes by the time: expected otpauth://totp/");
        }
        Map<String, String> given = parameters(uri);
        String digits = given.getOrDefault("digits", "6");
        if (!DIGITS.contains(digits)) {
            throw wrong("asks for other digits than 6, 7 or 8");
        }
        return new AuthenticatorSecret(
                decoded(given.getOrDefault("secret", "")),
                algorithm(given.getOrDefault("algorithm", "SHA1")),
                Integer.parseInt(digits),
                period(given.getOrDefault("period", "30")));
    }

    private static URI uri(String address) {
        try {
            return new URI(address);
        } catch (URISyntaxException e) {
            // Without the cause, which quotes the whole address.
            throw wrong("is not a well-formed otpauth:// address");
        }
    }

    private static Map<String, String> parameters(URI uri) {
        Map<String, String> parameters = new HashMap<>();
        String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
        for (String each : query.split("&", -1)) {
            int equals = Math.max(0, each.indexOf('='));
            parameters.put(
                    each.substring(0, equals).toLowerCase(Locale.ROOT),
                    URLDecoder.decode(each.substring(Math.min(each.length(), equals + 1)), StandardCharsets.UTF_8));
        }
        return parameters;
    }

    private static Secret decoded(String base32) {
        String letters = base32.replaceAll("[\\s-]", "").replaceAll("=+$", "").toUpperCase(Locale.ROOT);
        if (!letters.matches("[A-Z2-7]*") || !ENDS.contains(letters.length() % 8)) {
            throw wrong("is not base32 (letters and the digits 2 to 7), nor an otpauth:// address");
        }
        byte[] key = Base32.builder().get().decode(letters);
        if (key.length < SHORTEST) {
            throw wrong("is shorter than 16 characters");
        }
        return Secret.takeOwnershipOf(key);
    }

    private static String algorithm(String name) {
        String known =
                ALGORITHMS.get(name.toUpperCase(Locale.ROOT).replace("HMAC", "").replace("-", ""));
        if (known == null) {
            throw wrong("asks for another algorithm than SHA1, SHA256 or SHA512");
        }
        return known;
    }

    private static Duration period(String seconds) {
        if (!seconds.matches("[1-9][0-9]{0,2}") || Integer.parseInt(seconds) > LONGEST_PERIOD) {
            throw wrong("asks for a period that is not from 1 to " + LONGEST_PERIOD + " seconds");
        }
        return Duration.ofSeconds(Integer.parseInt(seconds));
    }

    private static IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException(what);
    }
}
