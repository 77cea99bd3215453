package dev.payfleet.worker.cli;

import dev.payfleet.provider.ProviderCatalog;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/// `provider list`: every adapter with what it reads, and those that were refused with the reason.
@CommandLine.Command(
        description = {
            "Lists every adapter with its resources and the tiers they are read by, and whether it is in order. One that is"
                    + " refused is listed with the reason; no job is taken for it, and the others go on."
        },
        footer = {"  ./payfleet provider list", "  ./payfleet provider list --json"})
final class ProviderListCommand implements Command {
    private final CommandContext context;

    @Option(names = "--json", description = "Print the list as JSON.")
    private boolean json;

    ProviderListCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public ExitCode run() {
        ProviderCatalog catalog = context.providers();
        if (json) {
            context.out().line(ProviderJson.of(catalog));
        } else {
            context.out().table(ProviderTable.of(catalog));
        }
        return ExitCode.DONE;
    }
}
