package dev.payfleet.worker.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.payfleet.worker.config.AwsSettings.Service;
import dev.payfleet.worker.config.WorkerConfig.Engine;
import dev.payfleet.worker.config.WorkerConfig.GrantSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What has to be set before the fleet runs on AWS.
class AwsSettingsTest {
    private static final Map<String, String> WHOLE = Map.of(
            "PAYFLEET_ENGINE", "aws",
            "PAYFLEET_AWS_REGION", "eu-west-1",
            "PAYFLEET_AWS_EVIDENCE_BUCKET", "payfleet-evidence",
            "PAYFLEET_AWS_RESULTS_BUCKET", "payfleet-results",
            "PAYFLEET_AWS_KMS_KEY", "arn:aws:kms:eu-west-1:111122223333:key/0a1b2c3d-0000-1111-2222-333344445555",
            "PAYFLEET_GRANT_KEYS", "/etc/payfleet/grant-keys.json",
            "PAYFLEET_GRANT_ISSUER", "https://api.example");

    @Test
    void a_whole_deployment_is_read() {
        WorkerConfig config = WorkerConfig.read(with("PAYFLEET_AWS_S3_ENDPOINT", "http://127.0.0.1:9000"));

        assertThat(config.engine()).isInstanceOfSatisfying(Engine.Aws.class, aws -> {
            assertThat(aws.settings().prefix()).isEqualTo("payfleet");
            assertThat(aws.settings().keyCache()).isEqualTo(Duration.ofMinutes(5));
            assertThat(aws.settings().endpoints())
                    .containsExactly(Map.entry(Service.S3, URI.create("http://127.0.0.1:9000")));
        });
        assertThat(config.grants())
                .contains(new GrantSettings(Path.of("/etc/payfleet/grant-keys.json"), "https://api.example"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PAYFLEET_AWS_REGION",
                "PAYFLEET_AWS_EVIDENCE_BUCKET",
                "PAYFLEET_AWS_RESULTS_BUCKET",
                "PAYFLEET_AWS_KMS_KEY"
            })
    void aws_does_not_start_without_it(String name) {
        assertThat(Settings.of(without(name)).faults())
                .containsExactly(name + ": expected where PAYFLEET_ENGINE is aws (not set)");
    }

    @Test
    void aws_does_not_start_without_grant_keys() {
        Map<String, String> keyless = without("PAYFLEET_GRANT_KEYS");
        keyless.remove("PAYFLEET_GRANT_ISSUER");

        assertThat(Settings.of(keyless).faults())
                .containsExactly(
                        "PAYFLEET_GRANT_KEYS: expected where PAYFLEET_ENGINE is aws (not set)",
                        "PAYFLEET_GRANT_ISSUER: expected where PAYFLEET_ENGINE is aws (not set)");
    }

    @Test
    void everything_that_is_missing_is_told_at_once() {
        assertThat(Settings.of(Map.of("PAYFLEET_ENGINE", "aws")).faults()).hasSize(6);
    }

    @Test
    void this_machine_alone_needs_neither() {
        WorkerConfig config = WorkerConfig.read(Map.of());

        assertThat(config.engine()).isEqualTo(new Engine.Embedded());
        assertThat(config.grants()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://sqs.example", "ftp://127.0.0.1", "file:///etc/passwd"})
    void an_endpoint_without_tls_is_for_this_machine_alone(String address) {
        assertThat(Settings.of(with("PAYFLEET_AWS_SQS_ENDPOINT", address)).faults())
                .singleElement()
                .asString()
                .startsWith("PAYFLEET_AWS_SQS_ENDPOINT: expected an https address");
    }

    @Test
    void a_revoked_key_is_honoured_within_minutes_whatever_is_set() {
        assertThat(Settings.of(with("PAYFLEET_AWS_KEY_CACHE", "11m")).faults())
                .containsExactly("PAYFLEET_AWS_KEY_CACHE: expected 1s to 10m (from the environment)");
    }

    private static Map<String, String> with(String name, String value) {
        Map<String, String> changed = new HashMap<>(WHOLE);
        changed.put(name, value);
        return changed;
    }

    private static Map<String, String> without(String name) {
        Map<String, String> changed = new HashMap<>(WHOLE);
        changed.remove(name);
        return changed;
    }
}
