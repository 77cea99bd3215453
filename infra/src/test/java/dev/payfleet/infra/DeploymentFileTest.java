package dev.payfleet.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeploymentFileTest {
    @TempDir
    private Path folder;

    @Test
    void the_example_is_a_deployment() throws IOException {
        Deployment deployment = SynthesizedStack.deployment();

        assertThat(deployment.name()).isEqualTo("payfleet");
        assertThat(deployment.zones()).hasSize(3);
        assertThat(deployment.proxies())
                .singleElement()
                .satisfies(proxy -> assertThat(proxy.port()).isEqualTo(8443));
    }

    @Test
    void an_image_by_tag_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(example().replaceFirst("image.digest = .*", "image.digest = latest")))
                .withMessageContaining("digest");
    }

    @Test
    void a_proxy_that_is_half_the_internet_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(example().replace("203.0.113.0/28", "0.0.0.0/0")))
                .withMessageContaining("proxy.addresses");
    }

    @Test
    void one_zone_is_not_enough() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(example().replaceFirst("zones = .*", "zones = eu-west-1a")))
                .withMessageContaining("zones");
    }

    @Test
    void every_missing_setting_is_named_at_once() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        read(example().replaceFirst("(?m)^region = .*$", "").replaceFirst("(?m)^account = .*$", "")))
                .withMessageContaining("region: expected a value")
                .withMessageContaining("account: expected a value");
    }

    private static String example() throws IOException {
        return Files.readString(SynthesizedStack.ROOT.resolve("infra/deployment.properties"));
    }

    private void read(String text) throws IOException {
        Deployment _ = DeploymentFile.read(Files.writeString(folder.resolve("deployment.properties"), text));
    }
}
