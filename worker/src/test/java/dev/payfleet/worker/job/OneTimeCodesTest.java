package dev.payfleet.worker.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.payfleet.session.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OneTimeCodesTest {
    private static final String BASE32 = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
    private static final Instant MOMENT = Instant.ofEpochSecond(1_234_567_890);

    /// The test vectors of RFC 6238, Appendix B.
    @ParameterizedTest
    @CsvSource({
        "59, SHA1, 94287082",
        "59, SHA256, 46119246",
        "59, SHA512, 90693936",
        "1111111109, SHA1, 07081804",
        "1111111109, SHA256, 68084774",
        "1111111109, SHA512, 25091201",
        "1111111111, SHA1, 14050471",
        "1111111111, SHA256, 67062674",
        "1111111111, SHA512, 99943326",
        "1234567890, SHA1, 89005924",
        "1234567890, SHA256, 91819424",
        "1234567890, SHA512, 93441116",
        "2000000000, SHA1, 69279037",
        "2000000000, SHA256, 90698825",
        "2000000000, SHA512, 38618901",
        "20000000000, SHA1, 65353130",
        "20000000000, SHA256, 77737706",
        "20000000000, SHA512, 47863826"
    })
    void agreesWithTheStandard(long seconds, String algorithm, String code) {
        int length = switch (algorithm) {
            case "SHA1" -> 20;
            case "SHA256" -> 32;
            default -> 64;
        };
        String seed = "1234567890".repeat(7).substring(0, length);
        String secret = Base32.builder().get().encodeToString(seed.getBytes(StandardCharsets.US_ASCII));

        OneTimeCodes codes = OneTimeCodes.of(Secret.of(
                "otpauth://totp/Pay:ada?secret=" + secret + "&algorithm=" + algorithm + "&digits=8&period=30"));

        assertThat(codes.at(Instant.ofEpochSecond(seconds))).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                BASE32,
                "gezd gnbv gy3t qojq gezd gnbv gy3t qojq\n",
                "GEZD-GNBV-GY3T-QOJQ-GEZD-GNBV-GY3T-QOJQ",
                "otpauth://totp/Pay%20roll:ada@example.org?issuer=Pay%20roll&secret=" + BASE32,
                "OTPAUTH://TOTP/ada?SECRET=gezdgnbvgy3tqojqgezdgnbvgy3tqojq&algorithm=sha1&digits=6&period=30"
            })
    void readsASecretHoweverItIsShown(String shown) {
        assertThat(OneTimeCodes.of(Secret.of(shown)).at(MOMENT)).isEqualTo("005924");
    }

    @Test
    void goesByThePeriodOfTheAddress() {
        OneTimeCodes slow = OneTimeCodes.of(Secret.of("otpauth://totp/ada?secret=" + BASE32 + "&period=60"));

        assertThat(slow.left(Instant.ofEpochSecond(60))).isEqualTo(Duration.ofSeconds(60));
        assertThat(slow.left(Instant.ofEpochMilli(119_999))).isEqualTo(Duration.ofMillis(1));
        assertThat(slow.at(Instant.ofEpochSecond(60))).isEqualTo(slow.at(Instant.ofEpochSecond(119)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hunter1                                        | is not base32",
                "GEZDGNBVGY3TQOJQG                              | is not base32",
                "JBSWY3DP                                       | is shorter than 16 characters",
                "otpauth://hotp/ada?secret=GEZDGNBVGY3TQOJQ     | is not of a code that goes by the time",
                "otpauth://totp/a da?secret=GEZDGNBVGY3TQOJQ    | is not a well-formed otpauth:// address",
                "otpauth://totp/ada?issuer=Pay                  | is shorter than 16 characters",
                "otpauth://totp/ada?secret=GEZDGNBVGY3TQOJQ&digits=4      | asks for other digits",
                "otpauth://totp/ada?secret=GEZDGNBVGY3TQOJQ&period=0      | asks for a period",
                "otpauth://totp/ada?secret=GEZDGNBVGY3TQOJQ&algorithm=MD5 | asks for another algorithm"
            })
    void saysWhatIsWrongWithoutRepeatingIt(String shown, String wrong) {
        assertThatThrownBy(() -> OneTimeCodes.of(Secret.of(shown)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasNoCause()
                .hasMessageStartingWith(wrong)
                .hasMessageNotContainingAny("GEZD", "JBSW", "hunter", "ada");
    }

    @Test
    void printsNothingOfTheSecret() {
        assertThat(OneTimeCodes.of(Secret.of(BASE32))).hasToString("OneTimeCodes[<redacted>]");
        assertThat(AuthenticatorSecret.parse(BASE32).toString()).contains("key=<redacted>");
    }
}
