package dev.payfleet.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BuildLayoutTest {

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "providers/spi",
                "providers/adapters",
                "session-store",
                "scrubber",
                "fixtures",
                "aws-local/servers",
                "worker",
                "image",
                "infra"
            })
    void everyModuleIsWhereTheParentSaysItIs(String module) throws IOException {
        assertThat(Files.readString(ROOT.resolve("pom.xml"))).contains("<module>" + module + "</module>");
        assertThat(ROOT.resolve(module).resolve("pom.xml")).isRegularFile();
    }

    @Test
    void theParentNamesNoRepository() throws IOException {
        assertThat(Files.readString(ROOT.resolve("pom.xml"))).doesNotContain("<repository>", "<pluginRepository>");
    }

    @Test
    void testsRunOnTheChosenJdk() {
        assertThat(Runtime.version().feature()).isEqualTo(25);
    }
}
