package dev.payfleet.worker.cli;

import java.time.Duration;
import java.util.Map;
import java.util.Stack;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/// Whether to wait for outcomes, and how long.
final class WaitOption {
    private static final String USUAL = "120";

    @Option(
            names = "--wait",
            arity = "0..1",
            fallbackValue = USUAL,
            paramLabel = "SECONDS",
            preprocessor = OnlyAttached.class,
            description = "Wait for the outcome: " + USUAL + " s, or as long as given (--wait=10).")
    private @Nullable Integer seconds;

    boolean asked() {
        return seconds != null;
    }

    /// @throws CommandException when it is less than nothing
    Duration patience() {
        int patience = seconds == null ? 0 : seconds;
        if (patience < 0) {
            throw new CommandException(ExitCode.USAGE, "--wait: expected 0 or more seconds", "give such a number");
        }
        return Duration.ofSeconds(patience);
    }

    /// Takes a number only when it is attached (`--wait=10`), so that `--wait FILE` waits and keeps its file.
    static final class OnlyAttached implements IParameterPreprocessor {
        @Override
        public boolean preprocess(
                Stack<String> arguments, CommandSpec command, ArgSpec option, Map<String, Object> details) {
            if (" ".equals(details.get("separator"))) {
                arguments.push(USUAL);
            }
            return false;
        }
    }
}
