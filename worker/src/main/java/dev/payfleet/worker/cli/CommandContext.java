package dev.payfleet.worker.cli;

import dev.payfleet.provider.ProviderCatalog;
import dev.payfleet.worker.config.WorkerConfig;
import dev.payfleet.worker.fleet.DeploymentDesk;
import dev.payfleet.worker.fleet.Fleet;
import dev.payfleet.worker.fleet.FleetOpener;
import dev.payfleet.worker.fleet.OpenKeys;
import dev.payfleet.worker.plugin.PluginFolder;
import dev.payfleet.worker.terminal.Screen;
import java.io.InputStream;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.Map;

/// What commands have at hand. Everything that costs time is made when a command asks for it.
///
/// @param opener opens the engine
/// @param log where the log goes
/// @param environment the settings, as variables
/// @param in what is piped in
/// @param out for results
/// @param err for one-line errors
/// @param clock the time
public record CommandContext(
        FleetOpener opener,
        LogDestination log,
        Map<String, String> environment,
        InputStream in,
        Screen out,
        PrintStream err,
        InstantSource clock) {

    public CommandContext {
        environment = Map.copyOf(environment);
    }

    /// The settings.
    public WorkerConfig config() {
        return WorkerConfig.read(environment);
    }

    /// The providers of this build and of the home's plugins, without the engine.
    ProviderCatalog providers() {
        WorkerConfig config = config();
        log.file(config.home().resolve("logs").resolve("commands.jsonl"));
        return PluginFolder.catalog(config.home());
    }

    /// Opens the engine for a command that is soon over. Its log goes to a file, since people read the output.
    Fleet open() {
        WorkerConfig config = config();
        logToFile(config);
        return opener.open(config);
    }

    /// Opens the keys of the engine. The log goes to a file, since people read the output.
    OpenKeys keys() {
        WorkerConfig config = config();
        logToFile(config);
        return opener.keys(config);
    }

    /// Opens the deployment, for what is done with one as a whole. Says nothing of where the log goes.
    DeploymentDesk deployment(WorkerConfig config) {
        return opener.deployment(config)
                .orElseThrow(() -> new CommandException(
                        ExitCode.SETUP,
                        "the embedded engine has no deployment to look after",
                        "set PAYFLEET_ENGINE=aws and where the deployment lies"));
    }

    /// Sends the log to the file of commands that are soon over.
    void logToFile(WorkerConfig config) {
        log.file(config.home().resolve("logs").resolve("commands.jsonl"));
    }
}
