package dev.payfleet.worker.cli;

import dev.payfleet.worker.bench.Bench;
import dev.payfleet.worker.bench.Measure;
import dev.payfleet.worker.stage.StageException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

/// `bench`: measures what the worker costs on this machine.
@CommandLine.Command(
        description = {
            "Measures on this machine, against the simulated provider: sign-in (a whole job beside the same steps"
                    + " straight in Playwright, in turns), tiers (cache, HTTP and sign-in), start (of a worker process),"
                    + " memory (of one, two and four lanes), queue, stores (sealing, ledger and lease, cache) and providers (reads"
                    + " of a warm session). Goals are shown beside the figures; the exit code does not depend on them. Keep the machine idle meanwhile."
        },
        footer = {"  ./payfleet bench", "  ./payfleet bench sign-in tiers"})
final class BenchCommand implements Command {
    private static final String ALL = "all";

    private final CommandContext context;

    @Parameters(
            paramLabel = "WHAT",
            arity = "0..*",
            description = "sign-in, tiers, start, memory, queue, stores, providers or all.")
    private List<String> words = List.of(ALL);

    BenchCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public ExitCode run() throws InterruptedException {
        Set<Measure> measures = measures();
        Path home = context.config().home();
        context.log().file(home.resolve("logs").resolve("bench.jsonl"));
        try {
            new Bench(home, context.opener(), context.out()).run(measures);
            return ExitCode.DONE;
        } catch (StageException e) {
            throw new CommandException(
                    ExitCode.NOT_SUCCEEDED, String.valueOf(e.getMessage()), "see ./payfleet bench --help");
        }
    }

    private Set<Measure> measures() {
        Set<Measure> measures = EnumSet.noneOf(Measure.class);
        for (String word : words) {
            if (word.equals(ALL)) {
                return EnumSet.allOf(Measure.class);
            }
            measures.add(Measure.of(word)
                    .orElseThrow(() -> new CommandException(
                            ExitCode.USAGE,
                            "WHAT: there is no such measure",
                            "expected sign-in, tiers, start, memory, queue, stores, providers or all")));
        }
        return measures;
    }
}
