package dev.payfleet.worker.cli;

import dev.payfleet.worker.config.WorkerConfig;
import dev.payfleet.worker.drill.DrillReport;
import dev.payfleet.worker.fleet.DeploymentDesk;
import dev.payfleet.worker.terminal.Style;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/// `restore-drill`: whether the backups are any good.
@CommandLine.Command(
        description = {
            "Restores every recoverable table of a deployment on AWS to PREFIX-drill-TABLE, as it was at the latest point"
                    + " there is, compares the counts, opens 100 sealed records for their own connections and one for"
                    + " another's, which must be refused, and deletes the scratch tables, however it ends. Says what"
                    + " would be lost (RPO) and how long it took (RTO). The exit code is 1 when a check fails. Needs"
                    + " PAYFLEET_ENGINE=aws, the deployment's settings and the drill's role. One at a time: a drill"
                    + " begins by deleting what an earlier one left that was ended by a signal."
        },
        footer = {"  PAYFLEET_CONFIG=/etc/payfleet.conf ./payfleet restore-drill", "  ./payfleet restore-drill --log -"
        })
final class RestoreDrillCommand implements Command {
    private static final String STANDARD_OUTPUT = "-";

    private final CommandContext context;

    @Option(
            names = "--log",
            paramLabel = "FILE",
            description = "Where the log goes; - is the standard output, which then has nothing else.")
    private @Nullable String log;

    RestoreDrillCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public ExitCode run() throws InterruptedException {
        WorkerConfig config = context.config();
        try (DeploymentDesk desk = context.deployment(config)) {
            directLog(config);
            DrillReport report =
                    STANDARD_OUTPUT.equals(log) ? desk.restoreDrill().run((_, _) -> {}) : shown(desk);
            return ExitCode.of(report.passed());
        }
    }

    private DrillReport shown(DeploymentDesk desk) throws InterruptedException {
        DrillReport report;
        try (DrillPicture picture = new DrillPicture(context.out(), context.clock())) {
            report = desk.restoreDrill().run(picture);
        }
        context.out().table(DrillTable.of(report));
        report.failures().forEach(failure -> context.out().line(Style.BAD, failure));
        if (report.passed()) {
            context.out().line(Style.GOOD, "What is backed up comes back, and opens.");
        }
        return report;
    }

    private void directLog(WorkerConfig config) {
        if (log == null) {
            context.logToFile(config);
        } else if (log.equals(STANDARD_OUTPUT)) {
            context.log().standardOutput();
        } else {
            context.log().file(Path.of(log));
        }
    }
}
