package dev.payfleet.scrub.logging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static net.logstash.logback.argument.StructuredArguments.kv;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import dev.payfleet.scrub.KnownSecrets;
import java.io.ByteArrayOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import net.logstash.logback.marker.Markers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonLinesTest {
    private static final String SECRET = "correct-horse";

    private static final Logger LOG = LoggerFactory.getLogger(JsonLinesTest.class);

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final KnownSecrets secrets = new KnownSecrets();

    @BeforeEach
    void install() {
        secrets.add(SECRET);
        JsonLines.install(out, secrets);
    }

    @AfterEach
    @SuppressWarnings("resource") // standard error stays open
    void uninstall() {
        MDC.clear();
        JsonLines.install(new FileOutputStream(FileDescriptor.err), new KnownSecrets());
    }

    @Test
    void lineIsOneJsonObjectWithTheFieldsOfAJob() {
        MDC.put("job_id", "1f0e2d3c-4b5a-6978-8796-a5b4c3d2e1f0");
        LOG.info("read {} pay runs", 12);

        JsonNode line = line();
        assertThat(line.get("@timestamp").asString()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        assertThat(line.get("level").asString()).isEqualTo("INFO");
        assertThat(line.get("logger").asString()).isEqualTo(JsonLinesTest.class.getName());
        assertThat(line.get("thread").asString())
                .isEqualTo(Thread.currentThread().getName());
        assertThat(line.get("message").asString()).isEqualTo("read 12 pay runs");
        assertThat(line.get("job_id").asString()).isEqualTo("1f0e2d3c-4b5a-6978-8796-a5b4c3d2e1f0");
    }

    @Test
    void secretIsInNoPartOfALine() {
        MDC.put(SECRET, "x");
        MDC.put("user", SECRET);
        LOG.atWarn()
                .addMarker(Markers.append("marked", SECRET))
                .addKeyValue("plain", SECRET)
                .addKeyValue("map", Map.of(SECRET, SECRET))
                .addArgument(SECRET)
                .addArgument(kv("structured", Map.of("deep", SECRET)))
                .setCause(new IllegalStateException(SECRET, new IOException("inner " + SECRET)))
                .log(SECRET + " {} {}");

        assertThat(written())
                .contains("<redacted>")
                .contains("IllegalStateException")
                .doesNotContain(SECRET);
        assertThat(written().lines()).hasSize(1);
    }

    @Test
    void patternsApplyToStackTraces() {
        LOG.error("failed", new IllegalArgumentException("password=hunter2 of ada@b.example"));

        assertThat(written()).doesNotContain("hunter2").doesNotContain("ada@b").contains("JsonLinesTest.java");
    }

    @Test
    void lineThatCannotBeScrubbedIsReplacedByOneThatSaysSo() {
        LOG.atInfo().addKeyValue("broken", new Unwritable()).log("hunter2");

        assertThat(line().get("message").asString())
                .isEqualTo("A log line was left out because it could not be scrubbed.");
        assertThat(written()).doesNotContain("hunter2");
    }

    @Test
    void lineBreaksInAMessageMakeNoSecondLine() {
        LOG.info("one\n{\"level\":\"ERROR\"}");

        assertThat(written().lines()).hasSize(1);
    }

    @Test
    void numericSecretIsReplaced() {
        secrets.add("48151623");
        LOG.atInfo().addKeyValue("code", 48151623).log("asked");

        assertThat(line().get("code").asString()).isEqualTo("<redacted>");
    }

    @Test
    void debugLinesAreNotWritten() {
        LOG.debug("noise");

        assertThat(written()).isEmpty();
    }

    @Test
    void fileIsAppendedTo(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("worker.log");
        Files.writeString(file, "before\n");
        try (JsonLines _ = JsonLines.install(file, secrets)) {
            LOG.info("after");
        }

        assertThat(Files.readAllLines(file)).hasSize(2).first().isEqualTo("before");
    }

    @Test
    void logbackStartsWithScrubbedLines() {
        LoggerContext context = new LoggerContext();
        context.setMDCAdapter(new LogbackMDCAdapter());

        assertThat(new FirstLines().configure(context)).hasToString("DO_NOT_INVOKE_NEXT_IF_ANY");
        assertThat(context.getLogger("x").isDebugEnabled()).isFalse();
        assertThat(context.getLogger("ROOT").getAppender("json-lines")).isNotNull();
    }

    private JsonNode line() {
        return JsonMapper.shared().readTree(written());
    }

    private String written() {
        return out.toString(UTF_8);
    }

    /// Fails when Jackson reads it: it holds itself.
    public static final class Unwritable {
        public Unwritable getSelf() {
            return this;
        }

        public String getValue() {
            return "hunter2";
        }
    }
}
