package dev.payfleet.worker.cli;

import dev.payfleet.worker.refresh.ProviderPace;
import dev.payfleet.worker.refresh.RefreshRules;
import dev.payfleet.worker.refresh.simulation.RosterMemory;
import dev.payfleet.worker.refresh.simulation.Scenario;
import dev.payfleet.worker.refresh.simulation.Simulation;
import dev.payfleet.worker.refresh.simulation.Tally;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/// `refresh simulate`: the sign-ins of a fleet of any size, with the plan and without.
@CommandLine.Command(
        description = {
            "Runs days of a fleet in seconds, with the very plan that workers run: every connection is read once an hour,"
                    + " all on the hour; providers end one session in a hundred hours unannounced; in the middle the fleet"
                    + " stands still for two hours. Beside it the same without a plan, where whoever finds a session dead"
                    + " signs in. Connections are spread over this build's providers, with the lifetimes and polite rates"
                    + " that they declare. The same seed gives the same figures; the memory is measured."
        },
        footer = {
            "  ./payfleet refresh simulate",
            "  ./payfleet refresh simulate --connections 20000 --provider fernhill --hours 24"
        })
final class RefreshSimulateCommand implements Command {
    private static final int MOST_CONNECTIONS = 1_000_000;
    private static final int MOST_HOURS = 24 * 14;

    private final CommandContext context;

    @Option(names = "--connections", paramLabel = "N", description = "How many; 100000 unless given.")
    private int connections = 100_000;

    @Option(names = "--hours", paramLabel = "N", description = "How long; 48 unless given.")
    private int hours = 48;

    @Option(names = "--seed", paramLabel = "N", description = "What chance begins with; 1 unless given.")
    private long seed = 1;

    @Option(names = "--provider", paramLabel = "ID", description = "This provider alone; all unless given.")
    private String provider = "";

    RefreshSimulateCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public ExitCode run() {
        require("--connections", connections, MOST_CONNECTIONS);
        require("--hours", hours, MOST_HOURS);
        RefreshRules rules = context.config().refresh().orElse(RefreshRules.USUAL);
        Scenario scenario = new Scenario(connections, hours, seed, providers(), rules);
        Simulation simulation = new Simulation(scenario);
        Tally planned = simulation.planned();
        Tally unplanned = simulation.unplanned();
        context.out().table(SimulationTable.byHour(planned, unplanned, hours));
        context.out().table(SimulationTable.inAll(planned, unplanned, hours, RosterMemory.measure(scenario)));
        return ExitCode.DONE;
    }

    private Map<String, ProviderPace> providers() {
        Map<String, ProviderPace> known = new TreeMap<>(ProviderPace.of(context.providers()));
        if (provider.isEmpty()) {
            return known;
        }
        ProviderPace pace = known.get(provider);
        if (pace == null) {
            throw new CommandException(
                    ExitCode.USAGE, "--provider: no provider has this id", "see ./payfleet provider list");
        }
        return Map.of(provider, pace);
    }

    private static void require(String option, int value, int most) {
        if (value < 1 || value > most) {
            throw new CommandException(ExitCode.USAGE, option + ": out of range", "expected 1 to " + most);
        }
    }
}
