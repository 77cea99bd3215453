package dev.payfleet.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkerTaskTest {
    @ParameterizedTest
    @ValueSource(strings = {"worker", "references"})
    void a_container_is_read_only_and_nobody_special(String name) {
        Node container = container(name);

        assertThat(container.at("ReadonlyRootFilesystem").flag()).isTrue();
        assertThat(container.at("Privileged").flag()).isFalse();
        assertThat(container.at("User").text()).isEqualTo("10001:10001");
        assertThat(container.at("DockerSecurityOptions").texts()).containsExactly("no-new-privileges");
        assertThat(container.at("LinuxParameters", "Capabilities", "Drop").texts())
                .containsExactly("ALL");
        assertThat(container.at("LinuxParameters", "Capabilities", "Add").isThere())
                .isFalse();
    }

    @Test
    void what_a_worker_writes_lies_in_memory() {
        assertThat(container("worker").at("LinuxParameters", "Tmpfs").items())
                .extracting(place -> place.at("ContainerPath").text())
                .containsExactlyInAnyOrder("/var/lib/payfleet", "/tmp");
        assertThat(container("worker").at("LinuxParameters", "Tmpfs").items())
                .allSatisfy(
                        place -> assertThat(place.at("MountOptions").texts()).contains("noexec", "nosuid", "nodev"));
    }

    @Test
    void a_worker_that_is_told_to_stop_has_its_patience_and_some_more() {
        int stop = container("worker").at("StopTimeout").number();

        assertThat(stop).isLessThanOrEqualTo(120);
        assertThat(stop - seconds("PAYFLEET_PATIENCE")).isEqualTo(15);
    }

    @Test
    void a_sick_worker_is_replaced() {
        Node health = container("worker").at("HealthCheck");

        assertThat(health.at("Command").texts()).startsWith("CMD").endsWith("dev.payfleet.worker.health.HealthProbe");
        assertThat(health.at("Retries").number()).isEqualTo(3);
    }

    @Test
    void the_image_is_one_and_no_other() {
        assertThat(container("worker").at("Image").mentions("@sha256:")).isTrue();
    }

    @Test
    void no_variable_holds_a_secret() {
        List<Node> variables = container("worker").at("Environment").items();

        assertThat(variables)
                .extracting(variable -> variable.at("Name").text())
                .allSatisfy(name -> assertThat(name).matches("PAYFLEET_.*|AWS_REGION"))
                .filteredOn(name -> name.contains("PASSWORD") || name.contains("KEYS"))
                .allSatisfy(name -> assertThat(value(name)).startsWith("/references/"))
                .hasSize(2);
        assertThat(container("worker").at("Secrets").isThere()).isFalse();
    }

    @Test
    void every_variable_is_a_setting_that_the_worker_knows() throws IOException {
        StringBuilder settings = new StringBuilder();
        try (Stream<Path> files =
                Files.walk(SynthesizedStack.ROOT.resolve("worker/src/main/java/dev/payfleet/worker/config"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                settings.append(Files.readString(file));
            }
        }

        assertThat(container("worker").at("Environment").items())
                .extracting(variable -> variable.at("Name").text())
                .filteredOn(name -> name.startsWith("PAYFLEET_"))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(settings).contains("\"" + name + "\""));
    }

    @Test
    void a_worker_starts_when_what_it_refers_to_is_there() {
        assertThat(container("worker").at("DependsOn").items()).singleElement().satisfies(other -> {
            assertThat(other.at("ContainerName").text()).isEqualTo("references");
            assertThat(other.at("Condition").text()).isEqualTo("HEALTHY");
        });
        assertThat(container("worker").at("MountPoints").items())
                .singleElement()
                .satisfies(mount -> assertThat(mount.at("ReadOnly").flag()).isTrue());
    }

    @Test
    void hosts_allow_namespaces_for_users_and_refuse_what_docker_refuses() {
        List<String> refused = Pattern.compile("\"([a-z0-9_]+)\"")
                .matcher(HostSetup.rules())
                .results()
                .map(match -> match.group(1))
                .toList();

        assertThat(refused)
                .contains("bpf", "mount", "setns", "ptrace", "keyctl", "io_uring_setup", "kexec_load", "init_module")
                .doesNotContain("clone", "clone3", "unshare", "chroot");
        assertThat(HostSetup.rules()).contains("SCMP_ARCH_X86\"", "SCMP_ARCH_X32\"");
    }

    @Test
    void a_task_gets_no_answer_from_its_host() {
        Node options =
                Stacked.one("AWS::EC2::LaunchTemplate", "WorkerService").at("LaunchTemplateData", "MetadataOptions");

        assertThat(options.at("HttpTokens").text()).isEqualTo("required");
        assertThat(options.at("HttpPutResponseHopLimit").number()).isEqualTo(1);
    }

    @Test
    void a_task_is_as_large_as_its_lanes() {
        Node worker = container("worker");

        assertThat(worker.at("Cpu").number() + container("references").at("Cpu").number())
                .isEqualTo(4 * 1024);
        assertThat(worker.at("Memory").number()).isEqualTo(1024 + 4 * 512);
        assertThat(value("PAYFLEET_LANES")).isEqualTo("4");
    }

    private static int seconds(String name) {
        return Integer.parseInt(value(name).replace("s", ""));
    }

    private static String value(String name) {
        return container("worker").at("Environment").items().stream()
                .filter(variable -> variable.at("Name").text().equals(name))
                .findFirst()
                .orElseThrow()
                .at("Value")
                .text();
    }

    private static Node container(String name) {
        return Stacked.one("AWS::ECS::TaskDefinition", "WorkerService").at("ContainerDefinitions").items().stream()
                .filter(container -> container.at("Name").text().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
