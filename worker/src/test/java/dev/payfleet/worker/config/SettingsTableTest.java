package dev.payfleet.worker.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// README.md says of every setting what the catalogue says, and of nothing else.
class SettingsTableTest {
    private static final Pattern ROW = Pattern.compile("\\| `PAYFLEET_.*");

    @Test
    void the_readme_lists_every_setting_and_no_other() throws IOException {
        assertThat(rows()).containsExactlyElementsOf(expected());
    }

    @Test
    void every_setting_has_a_name_of_its_own() {
        assertThat(Catalogue.all()).extracting(Setting::name).doesNotHaveDuplicates();
        assertThat(Catalogue.all()).extracting(Setting::key).doesNotHaveDuplicates();
    }

    @Test
    void what_usually_holds_is_something_the_setting_takes() {
        assertThat(Catalogue.all())
                .allSatisfy(setting -> setting.usual()
                        .ifPresent(usual -> assertThat(setting.kind().reading().apply(usual))
                                .isNotNull()));
    }

    private static List<String> expected() {
        List<String> rows = new ArrayList<>();
        Catalogue.all()
                .forEach(setting -> rows.add("| `%s` | %s | %s | %s |"
                        .formatted(
                                setting.name(),
                                setting.meaning(),
                                setting.kind().takes(),
                                setting.usualWords())));
        return rows;
    }

    private static List<String> rows() throws IOException {
        return Files.readAllLines(root().resolve("README.md")).stream()
                .filter(line -> ROW.matcher(line).matches())
                .toList();
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("payfleet"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
