package dev.payfleet.worker.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.payfleet.provider.Origin;
import dev.payfleet.worker.config.WorkerConfig.BrowserKind;
import dev.payfleet.worker.config.WorkerConfig.Egress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkerConfigTest {
    @Test
    void nothingNeedsToBeSet() {
        WorkerConfig config = WorkerConfig.read(Map.of());
        assertThat(config.lanes()).isEqualTo(Runtime.getRuntime().availableProcessors());
        assertThat(config.browser()).isEqualTo(BrowserKind.HEADLESS_SHELL);
        assertThat(config.egress()).isEqualTo(new Egress.Unset());
        assertThat(config.resultTimeToLive()).isEqualTo(Duration.ofHours(1));
        assertThat(config.sandbox()).isTrue();
    }

    @Test
    void everySettingIsRead() {
        WorkerConfig config = WorkerConfig.read(Map.of(
                "PAYFLEET_HOME", "/somewhere",
                "PAYFLEET_LANES", "4",
                "PAYFLEET_BROWSER_KIND", "full",
                "PAYFLEET_PROXY", "proxy.example:8080,other.example:8080",
                "PAYFLEET_PROXY_USER", "user-{connection}",
                "PAYFLEET_PROXY_PASSWORD_FILE", "/run/secrets/proxy",
                "PAYFLEET_ORIGINS", "https://a.example=http://127.0.0.1:8080",
                "PAYFLEET_VISIBILITY", "90s",
                "PAYFLEET_SANDBOX", "off",
                "PAYFLEET_RESULT_TTL", "PT20M"));
        assertThat(config.home()).isEqualTo(Path.of("/somewhere"));
        assertThat(config.lanes()).isEqualTo(4);
        assertThat(config.browser()).isEqualTo(BrowserKind.FULL);
        assertThat(config.egress())
                .isEqualTo(new Egress.Proxied(
                        List.of("proxy.example:8080", "other.example:8080"),
                        "user-{connection}",
                        Optional.of(Path.of("/run/secrets/proxy"))));
        assertThat(config.standIns())
                .containsExactly(Map.entry(Origin.of("https://a.example"), Origin.of("http://127.0.0.1:8080")));
        assertThat(config.visibility()).isEqualTo(Duration.ofSeconds(90));
        assertThat(config.resultTimeToLive()).isEqualTo(Duration.ofMinutes(20));
        assertThat(config.sandbox()).isFalse();
    }

    @Test
    void everyFaultIsToldAtOnce() {
        Map<String, String> wrong =
                Map.of("PAYFLEET_LANES", "none", "PAYFLEET_BROWSER_KIND", "netscape", "PAYFLEET_VISIBILITY", "soon");
        assertThatThrownBy(() -> WorkerConfig.read(wrong))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("PAYFLEET_LANES: expected a whole number")
                .hasMessageContaining("PAYFLEET_BROWSER_KIND: expected headless-shell or full")
                .hasMessageContaining("PAYFLEET_VISIBILITY: expected a time such as 30s");
    }

    @ParameterizedTest
    @CsvSource({
        "PAYFLEET_LANES, 0, expected 1 to 64",
        "PAYFLEET_LANES, 65, expected 1 to 64",
        "PAYFLEET_RESULT_TTL, 336h, expected less than 14 days",
        "PAYFLEET_RESULT_TTL, P14D, expected less than 14 days",
        "PAYFLEET_RESULT_TTL, 9999h, expected less than 14 days",
        "PAYFLEET_RESULT_MEMORY, -1, expected 0 to 1073741824",
        "PAYFLEET_RESULT_TTL, 0s, expected a time longer than nothing",
        "PAYFLEET_SANDBOX, no, expected on or off",
        "PAYFLEET_ORIGINS, https://a.example, expected DECLARED=LOOPBACK pairs",
        "PAYFLEET_ORIGINS, https://a.example=https://b.example, expected a loopback origin"
    })
    void whatMakesNoSenseIsRefusedByName(String name, String value, String expected) {
        assertThatThrownBy(() -> WorkerConfig.read(Map.of(name, value)))
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith(name)
                .hasMessageContaining(expected);
    }

    @Test
    void aProxyAndNoneAtOnceIsRefused() {
        assertThatThrownBy(() ->
                        WorkerConfig.read(Map.of("PAYFLEET_PROXY", "proxy.example:8080", "PAYFLEET_DIRECT", "true")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("PAYFLEET_DIRECT");
    }

    @Test
    void goingWithoutAProxyMustBeSaid() {
        assertThat(WorkerConfig.read(Map.of("PAYFLEET_DIRECT", "true")).egress())
                .isEqualTo(new Egress.Direct());
    }
}
