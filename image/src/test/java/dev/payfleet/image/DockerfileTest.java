package dev.payfleet.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What no linter knows of this image.
class DockerfileTest {
    private static final Pattern EXEC_FORM = Pattern.compile("\\[(\"[^\"]+\"(, )?)+]");

    private List<String> lines = List.of();

    @BeforeEach
    void read() throws IOException {
        String text = Files.readString(Layout.ROOT.resolve("Dockerfile"));
        lines = text.replaceAll("(?m)^#.*\\n", "")
                .replaceAll("\\\\\\n\\s*", "")
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
    }

    @Test
    void every_base_is_pinned_by_digest() {
        assertThat(all("FROM"))
                .hasSize(3)
                .allMatch(from -> from.matches("[a-z-]+:[a-z0-9.-]+@sha256:[0-9a-f]{64}( AS \\w+)?"));
        assertThat(all("FROM")).noneMatch(from -> from.contains(":latest"));
    }

    @Test
    void the_worker_runs_as_a_user_who_is_visibly_not_root() {
        assertThat(all("USER")).containsExactly("10001:10001");
        assertThat(lines.indexOf("USER 10001:10001")).isGreaterThan(lastIndexOf("RUN"));
    }

    @Test
    void nothing_needs_a_shell_once_it_is_built() {
        assertThat(all("ENTRYPOINT"))
                .hasSize(1)
                .allMatch(command -> EXEC_FORM.matcher(command).matches());
        assertThat(all("CMD")).containsExactly("[\"work\"]");
        assertThat(all("HEALTHCHECK"))
                .hasSize(1)
                .allMatch(check -> EXEC_FORM
                        .matcher(check.substring(check.indexOf("CMD ") + 4))
                        .matches());
    }

    @Test
    void an_init_passes_signals_on_and_buries_orphans() {
        assertThat(all("ENTRYPOINT").getFirst()).startsWith("[\"/usr/bin/tini\", \"--\", \"/opt/java/bin/java\"");
        assertThat(all("STOPSIGNAL")).containsExactly("SIGTERM");
    }

    @Test
    void the_last_stage_holds_java_and_the_layout_alone() {
        List<String> last = lines.subList(lastIndexOf("FROM"), lines.size());

        assertThat(last.stream().filter(line -> line.startsWith("COPY") || line.startsWith("ADD")))
                .containsExactly(
                        "COPY --from=java /opt/java/openjdk /opt/java",
                        "COPY --from=layout /build/image/target/layout /opt/payfleet");
    }

    @Test
    void training_work_and_this_test_share_flags_and_class_path() {
        assertThat(lines.stream().filter(line -> line.contains("AOTCache")))
                .hasSize(2)
                .allMatch(line ->
                        line.contains("@/opt/payfleet/java.options") && line.contains("@/opt/payfleet/java.classpath"));
    }

    @Test
    void the_sandbox_is_off_for_the_training_alone() {
        assertThat(lines.stream().filter(line -> line.contains("PAYFLEET_SANDBOX")))
                .hasSize(1)
                .allMatch(line -> line.startsWith("RUN"));
        assertThat(lines).noneMatch(line -> line.contains("no-sandbox"));
    }

    @Test
    void the_build_is_sent_sources_only() throws IOException {
        List<String> ignored = Files.readAllLines(Layout.ROOT.resolve(".dockerignore"));

        assertThat(ignored).contains("**").doesNotContain("!.git", "!.payfleet", "!target");
        assertThat(ignored).filteredOn(line -> line.startsWith("!")).noneMatch(line -> line.contains("test"));
    }

    private List<String> all(String instruction) {
        return lines.stream()
                .filter(line -> line.startsWith(instruction + " "))
                .map(line -> line.substring(instruction.length() + 1))
                .toList();
    }

    private int lastIndexOf(String instruction) {
        return lines.lastIndexOf(lines.stream()
                .filter(line -> line.startsWith(instruction + " "))
                .reduce((first, second) -> second)
                .orElseThrow());
    }
}
