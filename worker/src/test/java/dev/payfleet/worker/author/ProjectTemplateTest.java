package dev.payfleet.worker.author;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

final class ProjectTemplateTest {
    private static final Pattern VERSION = Pattern.compile("version>(\\d[^<]*)<");

    @TempDir
    private Path folder;

    @Test
    void the_project_passes_the_contract_as_it_is() throws Exception {
        CompiledProject.in(folder.resolve("acme-pay"), "acme-pay");

        TestExecutionSummary summary = contract(folder.resolve("acme-pay"), "acmepay.AcmePayContractTest");

        assertThat(summary.getFailures())
                .extracting(failure -> failure.getTestIdentifier().getDisplayName() + ": " + failure.getException())
                .isEmpty();
        assertThat(summary.getTestsSucceededCount()).isGreaterThan(30);
    }

    @Test
    void its_pom_has_the_versions_of_the_fleet_s_own() throws IOException {
        new ProjectTemplate("acme").write(folder);

        String ours = Files.readString(Path.of("").toAbsolutePath().getParent().resolve("pom.xml"));
        List<String> versions = VERSION.matcher(Files.readString(folder.resolve("pom.xml")))
                .results()
                .map(result -> result.group(1))
                .filter(version -> !version.equals("1.0.0-SNAPSHOT"))
                .toList();
        assertThat(versions).hasSize(5).allSatisfy(version -> assertThat(ours).contains(">" + version + "<"));
    }

    @Test
    void every_name_is_the_adapter_s() throws IOException {
        new ProjectTemplate("acme-pay").write(folder);

        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile).toList())
                    .hasSize(9)
                    .allSatisfy(file -> assertThat(file).content().doesNotContain("@id@", "@Name@", "@package@"));
        }
        assertThat(folder.resolve("src/main/java/acmepay/AcmePayProvider.java")).exists();
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "a", "Acme", "1st", "acme_pay", "../acme", "class"})
    void refuses_an_id_that_is_none(String id) {
        assertThatThrownBy(() -> new ProjectTemplate(id))
                .isInstanceOf(AuthorException.class)
                .hasMessage("ID: it cannot be an adapter's");
    }

    @Test
    void leaves_a_folder_alone_that_is_not_empty() throws IOException {
        Files.writeString(folder.resolve("mine"), "mine");

        assertThatThrownBy(() -> new ProjectTemplate("acme").write(folder))
                .isInstanceOf(AuthorException.class)
                .hasMessage("DIR: it is not empty");
        assertThat(folder.toFile().list()).containsExactly("mine");
    }

    private static TestExecutionSummary contract(Path project, String className) throws Exception {
        URL[] places = {
            project.resolve("target/classes").toUri().toURL(),
            project.resolve("target/test-classes").toUri().toURL()
        };
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        try (URLClassLoader loader = new URLClassLoader(places, ProjectTemplateTest.class.getClassLoader())) {
            LauncherFactory.create()
                    .execute(
                            LauncherDiscoveryRequestBuilder.request()
                                    .selectors(selectClass(loader.loadClass(className)))
                                    .build(),
                            listener);
        }
        return listener.getSummary();
    }
}
