package dev.payfleet.worker.cli;

import dev.payfleet.session.StoreUnavailableException;
import dev.payfleet.session.keys.RotationBusyException;
import dev.payfleet.sqlite.SqliteFileException;
import dev.payfleet.worker.browser.BrowserMissingException;
import dev.payfleet.worker.browser.SandboxImpossibleException;
import dev.payfleet.worker.config.ConfigException;
import dev.payfleet.worker.drill.DrillException;
import dev.payfleet.worker.fleet.FleetException;
import dev.payfleet.worker.grant.GrantKeysException;
import dev.payfleet.worker.retention.RetentionException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.slf4j.LoggerFactory;

/// Something that went wrong, as the person is told: one line without a stack trace, and an exit code.
///
/// @param exitCode who can cure it
/// @param line what is wrong and what to do
record Trouble(ExitCode exitCode, String line) {
    Trouble {
        line = line.replaceAll("\\s*\\R\\s*", " ").strip();
    }

    static Trouble of(Throwable fault) {
        return switch (fault) {
            case CommandException e -> new Trouble(e.exitCode(), words(e));
            case ConfigException e -> new Trouble(ExitCode.SETUP, words(e) + "; correct the settings");
            case GrantKeysException e -> new Trouble(ExitCode.SETUP, words(e) + "; correct the file");
            case RetentionException e ->
                new Trouble(
                        ExitCode.SETUP, "what is kept is not kept as promised: " + words(e) + "; put it right first");
            case BrowserMissingException e -> new Trouble(ExitCode.SETUP, words(e));
            case SandboxImpossibleException e -> new Trouble(ExitCode.SETUP, words(e));
            case FleetException e ->
                new Trouble(
                        switch (e.fault()) {
                            case KEY_FILE -> ExitCode.SETUP;
                            case STORE -> ExitCode.STORE;
                        },
                        words(e));
            case DrillException e -> new Trouble(ExitCode.NOT_SUCCEEDED, words(e));
            case RotationBusyException e -> new Trouble(ExitCode.NOT_SUCCEEDED, words(e));
            case StoreUnavailableException e -> new Trouble(ExitCode.STORE, words(e));
            case SqliteFileException e -> new Trouble(ExitCode.STORE, words(e));
            case UncheckedIOException e ->
                new Trouble(ExitCode.SETUP, "a file cannot be used: " + words(e) + "; check it and its owner");
            default -> ours(fault);
        };
    }

    /// What we did not foresee: its message may hold anything, so only its kind is shown, and the log has the rest.
    private static Trouble ours(Throwable fault) {
        LoggerFactory.getLogger(Trouble.class).atError().setCause(fault).log("a fault of our own");
        return new Trouble(
                ExitCode.NOT_SUCCEEDED,
                "a fault of our own (" + fault.getClass().getSimpleName()
                        + "); look for it in the logs folder of PAYFLEET_HOME");
    }

    private static String words(Throwable fault) {
        return Objects.requireNonNullElse(fault.getMessage(), fault.getClass().getSimpleName());
    }
}
