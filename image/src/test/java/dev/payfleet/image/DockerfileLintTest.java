package dev.payfleet.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A linter's opinion of the Dockerfile, where npm can fetch the linter.
@Timeout(180)
class DockerfileLintTest {
    private static final Path TOOLS = Path.of("target", "tools").toAbsolutePath();
    private static final Path LINTER = TOOLS.resolve("node_modules/.bin/dockerfilelint");

    @TempDir
    private Path folder;

    @BeforeEach
    void fetch() throws IOException, InterruptedException {
        assumeTrue(
                Files.exists(LINTER)
                        || run(
                                                "npm",
                                                "install",
                                                "--prefix",
                                                TOOLS.toString(),
                                                "--ignore-scripts",
                                                "--no-audit",
                                                "--no-fund",
                                                "--no-save",
                                                "dockerfilelint@1.8.0")
                                        .code()
                                == 0,
                "not run: npm is not here or cannot fetch the linter");
    }

    @Test
    void the_linter_finds_nothing() throws IOException, InterruptedException {
        Ran ran = run(LINTER.toString(), Layout.ROOT.resolve("Dockerfile").toString());

        assertThat(ran.code()).as(ran.out()).isZero();
    }

    @Test
    void the_linter_would_find_something() throws IOException, InterruptedException {
        Path bad = Files.writeString(folder.resolve("Dockerfile"), "FROM debian:latest\n");

        assertThat(run(LINTER.toString(), bad.toString()).code()).isEqualTo(1);
    }

    private record Ran(int code, String out) {}

    private static Ran run(String... command) throws IOException, InterruptedException {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Ran(process.waitFor(), out);
        } catch (IOException e) {
            // No such program.
            return new Ran(127, "");
        }
    }
}
