package dev.payfleet.worker.cli;

import dev.payfleet.worker.author.AuthorException;
import dev.payfleet.worker.author.ProjectTemplate;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

/// `provider new`: a project to begin with.
@CommandLine.Command(
        description = {
            "Writes a small Maven project, anywhere: an adapter that reads two resources, the simulated site that it is"
                    + " tested against, and the contract, which it passes as it is. Change one page at a time, and keep"
                    + " the contract passing."
        },
        footer = {"  ./payfleet provider new acme-pay", "  ./payfleet provider new acme-pay ../acme-pay"})
final class ProviderNewCommand implements Command {
    private final CommandContext context;

    @Parameters(index = "0", paramLabel = "ID", description = "The adapter's id: small letters, digits and hyphens.")
    private String id = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "DIR", description = "Where; a folder named as the id.")
    private @Nullable Path folder;

    ProviderNewCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public ExitCode run() {
        Path target = folder == null ? Path.of(id) : folder;
        try {
            new ProjectTemplate(id).write(target);
        } catch (AuthorException e) {
            throw new CommandException(ExitCode.USAGE, String.valueOf(e.getMessage()), e.todo());
        }
        context.out().line("Written to " + target + ". Next:");
        context.out().line("  ./payfleet provider check " + id + " " + target);
        context.out().line("  ./payfleet provider try " + id + " " + target);
        return ExitCode.DONE;
    }
}
