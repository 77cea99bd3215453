package dev.payfleet.scrub.sentry;

import dev.payfleet.scrub.TextScrubber;
import io.sentry.Sentry;
import io.sentry.SentryOptions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Error reports to Sentry. Without a DSN nothing is started and nothing is ever sent. Everything that goes out has
/// been through a [SentryScrubber]; what has none of its own there (logs, replays, feedback, sessions,
/// transactions) is off.
public final class ErrorReports implements AutoCloseable {
    private static final ErrorReports OFF = new ErrorReports(false);

    private final boolean on;

    private ErrorReports(boolean on) {
        this.on = on;
    }

    /// Starts reporting if there is a DSN.
    ///
    /// @param dsn the address to report to; null, empty or blank: none
    /// @param release the version of the product
    /// @param environment where it runs, such as `production`
    public static ErrorReports start(@Nullable String dsn, String release, String environment, TextScrubber scrubber) {
        Optional<String> address = Optional.ofNullable(dsn).map(String::strip).filter(text -> !text.isEmpty());
        address.ifPresent(text -> Sentry.init(options -> {
            harden(options, scrubber);
            options.setDsn(text);
            options.setRelease(release);
            options.setEnvironment(environment);
        }));
        return address.isPresent() ? new ErrorReports(true) : OFF;
    }

    /// Turns off all that collects by itself, and puts the scrubber before the rest.
    static void harden(SentryOptions options, TextScrubber scrubber) {
        SentryScrubber sentryScrubber = new SentryScrubber(scrubber);
        options.setBeforeSend(sentryScrubber);
        options.setBeforeBreadcrumb(sentryScrubber);
        options.setBeforeSendTransaction((_, _) -> null);
        options.setBeforeSendFeedback((_, _) -> null);
        options.setBeforeSendReplay((_, _) -> null);
        options.getLogs().setEnabled(false);
        options.setAttachServerName(false);
        options.setAttachThreads(false);
        options.setSendModules(false);
        options.setEnableAutoSessionTracking(false);
        options.setEnableExternalConfiguration(false);
        options.setEnableSpotlight(false);
        options.setMaxAttachmentSize(0);
    }

    /// Whether anything is reported.
    public boolean on() {
        return on;
    }

    /// Reports a fault, scrubbed. Does nothing where reporting is off.
    public void report(Throwable fault) {
        if (on) {
            Sentry.captureException(fault);
        }
    }

    /// Sends what is waiting, for a moment, and stops. Closing again does nothing.
    @Override
    public void close() {
        if (on) {
            Sentry.close();
        }
    }
}
