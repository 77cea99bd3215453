package dev.payfleet.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LayoutTest {
    @Test
    void every_jar_is_one_that_somebody_has_allowed() throws IOException {
        assertThat(Layout.jars().stream().map(jar -> jar.replaceFirst("-\\d[^/]*\\.jar$", "")))
                .as("image/src/test/resources/dev/payfleet/image/jars.txt")
                .containsExactlyElementsOf(allowed());
    }

    @Test
    void nothing_of_demo_and_tests_is_inside() {
        assertThat(Layout.jars())
                .noneMatch(jar -> jar.matches(
                        "(fixtures|wiremock|littleproxy|netty|junit|assertj|archunit|opentest4j|driver-bundle).*"));
    }

    @Test
    void the_class_path_names_every_jar_once_and_the_worker_first() throws IOException {
        List<String> names = Layout.classPath().stream()
                .map(file -> file.substring("/opt/payfleet/lib/".length()))
                .toList();

        assertThat(names).containsExactlyInAnyOrderElementsOf(Layout.jars());
        assertThat(names.getFirst()).startsWith("worker-");
    }

    @Test
    void the_parts_list_names_every_jar() throws IOException {
        String list = Files.readString(Path.of("target", "bom.json"));

        assertThat(list).contains("\"bomFormat\" : \"CycloneDX\"");
        assertThat(allowed()).allSatisfy(jar -> assertThat(list).contains("\"name\" : \"" + jar + "\""));
        assertThat(list).doesNotContain("\"name\" : \"fixtures\"", "wiremock", "littleproxy", "junit");
    }

    @Test
    void what_cannot_be_unpacked_on_a_read_only_file_system_is_unpacked() throws IOException {
        assertThat(Layout.FOLDER.resolve("driver/node")).isExecutable();
        assertThat(Layout.FOLDER.resolve("driver/package/cli.js")).isNotEmptyFile();
        assertThat(Layout.FOLDER.resolve("native/libsqlitejdbc.so")).isNotEmptyFile();
        try (Stream<Path> files = Files.list(Layout.FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> !name.startsWith("worker.aot")))
                    .containsExactlyInAnyOrder("driver", "java.classpath", "java.options", "lib", "native");
        }
    }

    private static List<String> allowed() throws IOException {
        try (InputStream list = Objects.requireNonNull(LayoutTest.class.getResourceAsStream("jars.txt"))) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
    }
}
