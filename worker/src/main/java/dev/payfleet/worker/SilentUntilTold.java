package dev.payfleet.worker;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.core.spi.ContextAwareBase;

/// Drops every log line until [ProcessLog] says where to. Logback finds this by its service file when the first line is
/// logged, so a command that logs nothing pays nothing; its own default is the standard output, where results go.
public final class SilentUntilTold extends ContextAwareBase implements Configurator {
    @Override
    public ExecutionStatus configure(LoggerContext context) {
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }
}
