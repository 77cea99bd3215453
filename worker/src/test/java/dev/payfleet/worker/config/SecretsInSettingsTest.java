package dev.payfleet.worker.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A secret is taken by reference alone, and nothing that is told or shown repeats what was set.
class SecretsInSettingsTest {
    private static final String SECRET = "hunter2";

    @ParameterizedTest
    @CsvSource({
        "PAYFLEET_PROXY_PASSWORD, hunter2, put it in a file and name that in PAYFLEET_PROXY_PASSWORD_FILE",
        "PAYFLEET_PROXY_PASSWORD_FILE, hunter2, expected the path of a file that holds it",
        "PAYFLEET_PROXY, ada:hunter2@proxy.example:8080, without a name and a password",
        "PAYFLEET_SENTRY_DSN, https://public:hunter2@sentry.example/1, without the secret key",
        "PAYFLEET_SENTRY_DSN, hunter2, expected https://PUBLIC_KEY@HOST/PROJECT",
        "PAYFLEET_AWS_SQS_ENDPOINT, https://ada:hunter2@sqs.example, without a name",
        "PAYFLEET_GRANT_ISSUER, hunter2, expected only where PAYFLEET_GRANT_KEYS is set",
        "PAYFLEET_VISIBILITY, hunter2, expected a time",
        "PAYFLEET_LANES, hunter2, expected a whole number",
        "PAYFLEET_BROWSER_KIND, hunter2, expected headless-shell or full",
        "PAYFLEET_ENGINE, hunter2, expected embedded or aws",
        "PAYFLEET_ORIGINS, hunter2, expected DECLARED=LOOPBACK",
        "PAYFLEET_DIRECT, hunter2, expected true or false",
        "PAYFLEET_AWS_PREFIX, hunter2/, 'expected 1 to 60 letters, digits, _ or -'",
        "PAYFLEET_AWS_KMS_KEY, hunter2, expected the ARN of a key",
        "PAYFLEET_AWS_REGION, hunter2, expected a region",
        "PAYFLEET_AWS_EVIDENCE_BUCKET, hunter2@, expected a bucket's name"
    })
    void what_is_refused_is_named_and_not_repeated(String name, String value, String expected) {
        Settings settings = Settings.of(Map.of(name, value));

        assertThat(settings.faults()).hasSize(1).first().satisfies(fault -> {
            assertThat(fault).startsWith(name + ": ").contains(expected, "(from the environment)");
            assertThat(fault).doesNotContain(SECRET);
        });
    }

    @Test
    void what_was_refused_is_not_shown_either() {
        Settings settings = Settings.of(
                Map.of("PAYFLEET_PROXY_PASSWORD_FILE", SECRET, "PAYFLEET_PROXY", "ada:" + SECRET + "@proxy.example:1"));

        assertThat(settings.inForce())
                .noneSatisfy(each -> assertThat(each.shown())
                        .hasValueSatisfying(shown -> assertThat(shown).contains(SECRET)));
        assertThat(settings.inForce())
                .filteredOn(each -> each.shown().equals(Optional.of("<refused>")))
                .hasSize(2);
    }

    @Test
    void a_key_to_something_is_redacted() {
        Settings settings = Settings.of(Map.of("PAYFLEET_SENTRY_DSN", "https://publickey@sentry.example/1"));

        assertThat(settings.faults()).isEmpty();
        assertThat(settings.inForce())
                .filteredOn(each -> each.setting().equals(Catalogue.SENTRY_DSN))
                .singleElement()
                .satisfies(each -> assertThat(each.shown()).contains("<redacted>"));
    }

    @Test
    void where_a_secret_lies_may_be_shown() {
        Settings settings = Settings.of(Map.of("PAYFLEET_PROXY_PASSWORD_FILE", "/run/secrets/proxy"));

        assertThat(settings.inForce())
                .filteredOn(each -> each.setting().equals(Catalogue.PROXY_PASSWORD_FILE))
                .singleElement()
                .satisfies(each -> assertThat(each.shown()).contains("/run/secrets/proxy"));
    }
}
