package dev.payfleet.worker.cli;

import dev.payfleet.worker.fleet.Fleet;
import dev.payfleet.worker.queue.QueueDepths;
import dev.payfleet.worker.terminal.Column;
import dev.payfleet.worker.terminal.InWords;
import dev.payfleet.worker.terminal.Style;
import dev.payfleet.worker.terminal.Table;
import dev.payfleet.worker.terminal.Text;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `queue`: how much waits, and what was set aside.
@CommandLine.Command(
        description = {
            "Shows how many jobs are ready, in flight, delayed and dead, and how long the oldest has waited. A dead letter"
                    + " is a job that was set aside because it is malformed or something of ours broke: look at it with"
                    + " queue dead and, once cured, send it again with queue redrive."
        },
        footer = {"  ./payfleet queue", "  ./payfleet queue dead --max 5", "  ./payfleet queue redrive --all"})
final class QueueCommand implements Command {
    private final CommandContext context;

    @Option(names = "--json", description = "Print the figures as JSON.")
    private boolean json;

    QueueCommand(CommandContext context) {
        this.context = context;
    }

    @Spec
    void addSubcommands(CommandSpec spec) {
        spec.addSubcommand("dead", new CommandLine(new QueueDeadCommand(context)));
        spec.addSubcommand("redrive", new CommandLine(new QueueRedriveCommand(context)));
    }

    @Override
    public ExitCode run() {
        try (Fleet fleet = context.open()) {
            QueueDepths depths = fleet.desk().depths();
            if (json) {
                context.out().line(json(depths));
            } else {
                context.out().table(table(depths));
            }
            return ExitCode.DONE;
        }
    }

    private static Table table(QueueDepths depths) {
        return Table.of(Column.left(""), Column.right(""))
                .row("ready", Long.toString(depths.ready()))
                .row("in flight", Long.toString(depths.inFlight()))
                .row("delayed", Long.toString(depths.delayed()))
                .row(
                        Text.plain("dead"),
                        new Text(Long.toString(depths.dead()), depths.dead() == 0 ? Style.PLAIN : Style.BAD))
                .row("oldest", oldest(depths));
    }

    private static String oldest(QueueDepths depths) {
        boolean empty = depths.ready() + depths.inFlight() + depths.delayed() == 0;
        return depths.oldest()
                .map(age -> "sent " + InWords.duration(age) + " ago")
                .orElse(empty ? "none" : "see the queue's metric ApproximateAgeOfOldestMessage");
    }

    private static String json(QueueDepths depths) {
        return "{\"ready\":%d,\"in_flight\":%d,\"delayed\":%d,\"dead\":%d,\"oldest_seconds\":%s}"
                .formatted(
                        depths.ready(),
                        depths.inFlight(),
                        depths.delayed(),
                        depths.dead(),
                        depths.oldest()
                                .map(age -> Long.toString(age.toSeconds()))
                                .orElse("null"));
    }
}
