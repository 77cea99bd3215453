package dev.payfleet.worker.cli;

import dev.payfleet.session.keys.KeyUse;
import dev.payfleet.worker.fleet.OpenKeys;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/// `keys status`: which keys there are, and what is sealed under them.
@CommandLine.Command(
        description = {
            "Shows each key, since when it seals and how many records of each kind are sealed under it. Reads the headers"
                    + " of all records and opens none; the fleet may work meanwhile."
        },
        footer = {"  ./payfleet keys status", "  ./payfleet keys status --json"})
final class KeysStatusCommand implements Command {
    private final CommandContext context;

    @Option(names = "--json", description = "Print the keys as JSON, with their whole ids.")
    private boolean json;

    KeysStatusCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public ExitCode run() {
        try (OpenKeys keys = context.keys()) {
            List<KeyUse> uses = keys.desk().status();
            if (json) {
                context.out().line(KeysJson.of(uses));
            } else {
                context.out().table(KeysTable.of(uses));
            }
            return ExitCode.DONE;
        }
    }
}
