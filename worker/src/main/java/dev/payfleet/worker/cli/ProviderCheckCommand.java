package dev.payfleet.worker.cli;

import dev.payfleet.worker.author.AuthorException;
import dev.payfleet.worker.author.ContractPoint;
import dev.payfleet.worker.author.ContractRun;
import dev.payfleet.worker.terminal.InWords;
import dev.payfleet.worker.terminal.Style;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `provider check`: the contract's verdict on an adapter.
@CommandLine.Command(
        description = {
            "Compiles an adapter with Maven, runs its contract against its simulated site, and lists what it keeps and"
                    + " what it breaks. Without DIR it is an adapter of this build; with DIR a project as"
                    + " ./payfleet provider new writes them. The exit code is 0 only if everything is kept."
        },
        footer = {"  ./payfleet provider check larkspur", "  ./payfleet provider check acme-pay ../acme-pay"})
final class ProviderCheckCommand implements Command {
    /// The script tells where the sources are.
    private static final String SOURCES = "payfleet.sources";

    private final CommandContext context;

    @Parameters(index = "0", paramLabel = "ID", description = "The adapter.")
    private String id = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "DIR", description = "Its project.")
    private @Nullable Path folder;

    @Option(names = "--offline", description = "Fetch no library.")
    private boolean offline;

    ProviderCheckCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public ExitCode run() throws InterruptedException {
        String sources = System.getProperty(SOURCES);
        if (sources == null) {
            throw new CommandException(
                    ExitCode.SETUP, "the sources of Payfleet are not known", "use the script ./payfleet");
        }
        Path work = context.config().home().resolve("check");
        ContractRun run =
                new ContractRun(Path.of(sources), work, context.environment().getOrDefault("MAVEN", "mvn"), offline);
        try {
            return show(folder == null ? run.ofThisBuild(known()) : run.ofProject(folder));
        } catch (AuthorException e) {
            throw new CommandException(ExitCode.NOT_SUCCEEDED, String.valueOf(e.getMessage()), e.todo());
        }
    }

    private String known() {
        return context.providers()
                .find(id)
                .map(provider -> provider.declaration().id())
                .orElseThrow(() -> new CommandException(
                        ExitCode.USAGE, "ID: there is no such provider", "name its project's folder as well"));
    }

    private ExitCode show(List<ContractPoint> points) {
        points.forEach(this::show);
        long broken = points.stream().filter(point -> !point.kept()).count();
        context.out().line("%d kept, %d broken".formatted(points.size() - broken, broken));
        return ExitCode.of(broken == 0);
    }

    private void show(ContractPoint point) {
        String mark = point.kept() ? "✓" : "✗";
        context.out()
                .line(
                        point.kept() ? Style.PLAIN : Style.BAD,
                        "  %s %-72s %8s".formatted(mark, point.what(), InWords.duration(point.took())));
        point.broken().ifPresent(why -> context.out().line("      " + why));
    }
}
