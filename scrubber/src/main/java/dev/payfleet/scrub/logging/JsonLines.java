package dev.payfleet.scrub.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import dev.payfleet.scrub.KnownSecrets;
import dev.payfleet.scrub.TextScrubbers;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.slf4j.LoggerFactory;

/// The process's logs: one JSON object a line, UTF-8, with `@timestamp` (UTC), `level`, `logger`, `thread`,
/// `message`, the MDC (`job_id` and its like) and structured key-values as fields of their own, and `stack_trace`.
/// Every string in it, names included, has gone through [TextScrubbers#all]; a line that can't be scrubbed is
/// replaced by one that says so.
///
/// There is no configuration file. Until an `install` the lines go to standard error, scrubbed by patterns alone.
public final class JsonLines implements AutoCloseable {
    private final OutputStreamAppender<ILoggingEvent> appender;

    private JsonLines(OutputStreamAppender<ILoggingEvent> appender) {
        this.appender = appender;
    }

    /// Sends all logs from level INFO to the stream, in place of wherever they went before. The stream is flushed
    /// after each line and is not closed.
    public static JsonLines install(OutputStream out, KnownSecrets secrets) {
        return install(context(), unclosed(out), secrets);
    }

    /// The same stream, only flushed where it would be closed: whoever opened it still uses it.
    static OutputStream unclosed(OutputStream out) {
        return new FilterOutputStream(out) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                out.write(bytes, offset, length);
            }

            @Override
            public void close() throws IOException {
                flush();
            }
        };
    }

    /// Appends all logs from level INFO to the file, in place of wherever they went before.
    ///
    /// @throws IOException if the file cannot be opened; the logs then go where they went
    public static JsonLines install(Path file, KnownSecrets secrets) throws IOException {
        OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        return install(context(), new BufferedOutputStream(out), secrets);
    }

    static JsonLines install(LoggerContext context, OutputStream out, KnownSecrets secrets) {
        ScrubbingEncoder encoder = new ScrubbingEncoder(TextScrubbers.all(secrets), secrets);
        encoder.setContext(context);
        OutputStreamAppender<ILoggingEvent> appender = new OutputStreamAppender<>();
        appender.setName("json-lines");
        appender.setContext(context);
        appender.setEncoder(encoder);
        appender.setOutputStream(out);
        encoder.start();
        appender.start();
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.detachAndStopAllAppenders();
        root.setLevel(Level.INFO);
        root.addAppender(appender);
        return new JsonLines(appender);
    }

    private static LoggerContext context() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            return context;
        }
        throw new IllegalStateException("logs: expected Logback behind SLF4J, found "
                + LoggerFactory.getILoggerFactory().getClass().getName());
    }

    /// Stops writing; later lines are dropped until the next `install`.
    @Override
    public void close() {
        appender.stop();
    }
}
