package dev.payfleet.scrub.sentry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.payfleet.scrub.KnownSecrets;
import dev.payfleet.scrub.TextScrubber;
import dev.payfleet.scrub.TextScrubbers;
import io.sentry.Attachment;
import io.sentry.Breadcrumb;
import io.sentry.Hint;
import io.sentry.Sentry;
import io.sentry.SentryEnvelope;
import io.sentry.SentryEvent;
import io.sentry.SentryOptions;
import io.sentry.protocol.Request;
import io.sentry.protocol.User;
import io.sentry.transport.ITransport;
import io.sentry.transport.RateLimiter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ErrorReportsTest {
    private static final String SECRET = "correct-horse";
    private static final String DSN = "https://key@sentry.example/1";

    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
    private final KnownSecrets secrets = new KnownSecrets();

    @AfterEach
    void stop() {
        Sentry.close();
    }

    @Test
    void withoutAnAddressNothingIsStarted() {
        try (ErrorReports reports = ErrorReports.start(" ", "1", "test", TextScrubbers.none())) {
            assertThat(reports.on()).isFalse();
            assertThat(Sentry.isEnabled()).isFalse();
        }
    }

    @Test
    void noSecretIsInTheBytesThatAreSent() {
        secrets.add(SECRET);
        start(TextScrubbers.all(secrets));
        Sentry.configureScope(scope -> {
            scope.setTag("user", SECRET);
            scope.setTag("job_id", "job " + SECRET);
            scope.setExtra("extra", SECRET);
            scope.setContexts("page", Map.of("html", SECRET));
            scope.addAttachment(new Attachment(SECRET.getBytes(UTF_8), "page.html"));
            User user = new User();
            user.setUsername(SECRET);
            scope.setUser(user);
            Request request = new Request();
            request.setUrl("https://payroll.example/" + SECRET);
            scope.setRequest(request);
        });
        Breadcrumb crumb = new Breadcrumb("asked " + SECRET);
        crumb.setData("url", SECRET);
        Sentry.addBreadcrumb(crumb);
        SentryEvent event = new SentryEvent(new IllegalStateException(SECRET, new IOException(SECRET)));
        event.setServerName(SECRET);
        event.setFingerprints(java.util.List.of(SECRET));
        event.setTransaction(SECRET);
        Sentry.captureEvent(event);
        Sentry.captureMessage("read " + SECRET + " of ada@b.example");

        assertThat(written())
                .contains("IllegalStateException")
                .contains("ErrorReportsTest")
                .contains("asked <redacted>")
                .doesNotContain(SECRET)
                .doesNotContain("ada@b.example");
    }

    @Test
    void transactionsAreNotSent() {
        start(TextScrubbers.none());
        Sentry.startTransaction("GET " + SECRET, "http").finish();

        assertThat(written()).doesNotContain(SECRET);
    }

    @Test
    void eventThatCannotBeScrubbedIsDropped() {
        TextScrubber failing = TextScrubbers.failClosed(_ -> {
            throw new IllegalStateException();
        });
        SentryScrubber scrubber = new SentryScrubber(failing);
        SentryEvent event = new SentryEvent();
        event.setLogger("x");

        assertThat(scrubber.execute(event, new Hint())).isNull();
        assertThat(scrubber.execute(new Breadcrumb("x"), new Hint())).isNull();
    }

    private void start(TextScrubber scrubber) {
        Sentry.init(options -> {
            options.setDsn(DSN);
            options.setTracesSampleRate(1.0);
            ErrorReports.harden(options, scrubber);
            options.setTransportFactory((configured, _) -> new Recorder(configured));
        });
    }

    private String written() {
        Sentry.flush(2_000);
        return sent.toString(UTF_8);
    }

    /// Writes envelopes as they would go over the wire.
    private final class Recorder implements ITransport {
        private final SentryOptions options;

        Recorder(SentryOptions options) {
            this.options = options;
        }

        @Override
        public void send(SentryEnvelope envelope, Hint hint) throws IOException {
            try {
                options.getSerializer().serialize(envelope, sent);
            } catch (IOException | RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IOException(e);
            }
        }

        @Override
        public void flush(long timeoutMillis) {}

        @Override
        public RateLimiter getRateLimiter() {
            return null;
        }

        @Override
        public void close(boolean restarting) {}

        @Override
        public void close() {}
    }
}
