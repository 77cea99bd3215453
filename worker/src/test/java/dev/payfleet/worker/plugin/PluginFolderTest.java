package dev.payfleet.worker.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.payfleet.provider.ProviderCatalog;
import dev.payfleet.provider.ProviderCatalog.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PluginFolderTest {
    @TempDir
    private Path home;

    private Path plugins;

    @BeforeEach
    void name() {
        plugins = home.resolve("plugins");
    }

    @Test
    void a_home_without_plugins_has_the_providers_of_the_build() {
        ProviderCatalog catalog = PluginFolder.catalog(home);

        assertThat(ids(catalog)).contains("larkspur").isEqualTo(ids(ProviderCatalog.load()));
        assertThat(PluginFolder.jarOf(catalog.find("larkspur").orElseThrow())).isEmpty();
    }

    @Test
    void two_plugins_with_clashing_libraries_both_work() {
        PluginJar.adapter(home, "acme", "1.0").into(plugins.resolve("acme.jar"));
        PluginJar.adapter(home, "zenith", "2.0").into(plugins.resolve("zenith.jar"));

        ProviderCatalog catalog = PluginFolder.catalog(home);

        assertThat(name(catalog, "acme")).isEqualTo("1.0");
        assertThat(name(catalog, "zenith")).isEqualTo("2.0");
        assertThat(catalog.refusals()).isEmpty();
        assertThat(PluginFolder.jarOf(catalog.find("acme").orElseThrow())).isEqualTo("acme.jar");
    }

    @Test
    void a_plugin_sees_the_spi_and_the_jdk_and_nothing_else() {
        String seen = """
                String.join(" ", java.util.stream.Stream.of(
                        "dev.payfleet.payroll.Company", "dev.payfleet.provider.reading.Table", "org.jsoup.Jsoup",
                        "java.sql.Connection", "dev.payfleet.provider.larkspur.LarkspurProvider",
                        "dev.payfleet.worker.Main", "dev.payfleet.session.Secret",
                        "tools.jackson.databind.json.JsonMapper", "picocli.CommandLine")
                    .filter(name -> {
                        try {
                            return Class.forName(name, false, Adapter.class.getClassLoader()) != null;
                        } catch (ClassNotFoundException e) {
                            return false;
                        }
                    })
                    .toList())""";
        PluginJar.naming(home, "curious", seen).into(plugins.resolve("curious.jar"));

        assertThat(name(PluginFolder.catalog(home), "curious"))
                .isEqualTo("dev.payfleet.payroll.Company dev.payfleet.provider.reading.Table org.jsoup.Jsoup"
                        + " java.sql.Connection");
    }

    @Test
    void broken_plugins_are_refused_by_name_and_the_others_go_on() throws IOException {
        PluginJar.adapter(home, "acme", "1.0").into(plugins.resolve("acme.jar"));
        PluginJar.naming(home, "blank", "\"\"").into(plugins.resolve("blank.jar"));
        PluginJar.naming(home, "careless", "Objects.requireNonNull((String) null)")
                .into(plugins.resolve("careless.jar"));
        PluginJar.naming(home, "larkspur", "\"Not Larkspur\"").into(plugins.resolve("double.jar"));
        Files.write(plugins.resolve("garbage.jar"), new byte[] {1, 2, 3});
        new PluginJar(home).offering("not.There").into(plugins.resolve("hollow.jar"));
        PluginJar.adapter(home, "zenith", "2.0").into(plugins.resolve("zenith.jar"));

        ProviderCatalog catalog = PluginFolder.catalog(home);

        assertThat(ids(catalog)).contains("acme", "zenith", "larkspur");
        assertThat(name(catalog, "larkspur")).isNotEqualTo("Not Larkspur");
        assertThat(catalog.refusals())
                .containsExactly(
                        new Refusal("blank.jar: blank.Adapter", "name must not be blank"),
                        new Refusal("careless.jar: careless.Adapter", "it cannot be made: NullPointerException"),
                        new Refusal("double.jar: larkspur", "its id is another provider's already: larkspur.Adapter"),
                        new Refusal(
                                "garbage.jar",
                                "it offers no provider: no META-INF/services/dev.payfleet.provider.PayrollProvider"
                                        + " in it"),
                        new Refusal("hollow.jar", "it cannot be made: ServiceConfigurationError"));
    }

    @Test
    void only_jars_are_plugins() throws IOException {
        Files.createDirectories(plugins.resolve("libraries.jar"));
        Files.writeString(plugins.resolve("README"), "not one");

        assertThat(PluginFolder.catalog(home).refusals()).isEmpty();
    }

    private static List<String> ids(ProviderCatalog catalog) {
        return catalog.all().stream()
                .map(provider -> provider.declaration().id())
                .toList();
    }

    private static String name(ProviderCatalog catalog, String id) {
        return catalog.find(id).orElseThrow().declaration().name();
    }
}
