package dev.payfleet.worker.cli;

import dev.payfleet.session.ConnectionKey;
import picocli.CommandLine.Option;

/// Whose account it is.
final class ConnectionOptions {
    @Option(names = "--client", required = true, paramLabel = "CLIENT", description = "The tenant (client_id).")
    private String client = "";

    @Option(
            names = "--connection",
            required = true,
            paramLabel = "CONNECTION",
            description = "The person's access to one provider (connection_id).")
    private String connection = "";

    /// @throws CommandException when a name is none that a key may have
    ConnectionKey key() {
        try {
            return new ConnectionKey(client, connection);
        } catch (IllegalArgumentException e) {
            throw new CommandException(
                    ExitCode.USAGE,
                    "--client, --connection: not names that can be used",
                    "expected 1 to 128 characters of A-Z a-z 0-9 . _ : - each");
        }
    }
}
