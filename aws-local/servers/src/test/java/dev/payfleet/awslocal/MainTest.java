package dev.payfleet.awslocal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.kms.KmsClient;

/// Starts the process as its documentation says.
class MainTest {
    @Test
    void it_says_where_each_server_is_and_ends_with_its_input() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        "target/classes" + File.pathSeparator + Files.readString(Path.of("target/libraries")),
                        "dev.payfleet.awslocal.Main")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader out = process.inputReader()) {
            Map<String, URI> servers = new LinkedHashMap<>();
            for (int i = 0; i < 4; i++) {
                String[] words = out.readLine().split(" ");
                servers.put(words[0], URI.create(words[1]));
            }

            assertThat(servers).containsOnlyKeys("sqs", "dynamodb", "s3", "kms");
            try (KmsClient kms = Clients.kms(servers.get("kms"))) {
                assertThat(kms.createKey().keyMetadata().enabled()).isTrue();
            }
            process.getOutputStream().close();
            assertThat(out.readLine()).isNull();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
        } finally {
            process.destroyForcibly();
        }
    }
}
