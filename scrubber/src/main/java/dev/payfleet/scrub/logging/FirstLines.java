package dev.payfleet.scrub.logging;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.core.spi.ContextAwareBase;
import dev.payfleet.scrub.KnownSecrets;
import java.io.FileDescriptor;
import java.io.FileOutputStream;

/// What Logback finds when the first logger is made. Left to itself it would write everything from DEBUG on to
/// standard output, unscrubbed, until [JsonLines#install] is called.
@ConfiguratorRank(ConfiguratorRank.CUSTOM_HIGH_PRIORITY)
public final class FirstLines extends ContextAwareBase implements Configurator {
    /// Called by the service loader.
    public FirstLines() {}

    @Override
    @SuppressWarnings("resource") // it lives as long as the process, or until an install takes its place
    public ExecutionStatus configure(LoggerContext context) {
        JsonLines.install(context, JsonLines.unclosed(new FileOutputStream(FileDescriptor.err)), new KnownSecrets());
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }
}
