package dev.payfleet.worker.cli;

import dev.payfleet.worker.fleet.Fleet;
import dev.payfleet.worker.queue.DeadLetter;
import dev.payfleet.worker.terminal.Column;
import dev.payfleet.worker.terminal.InWords;
import dev.payfleet.worker.terminal.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/// `queue dead`: what was set aside, and why.
@CommandLine.Command(
        description = {"Lists dead letters, the latest first: which job, when it was set aside and why."},
        footer = {"  ./payfleet queue dead --max 5"})
final class QueueDeadCommand implements Command {
    private static final int MOST = 10_000;

    private final CommandContext context;

    @Option(names = "--max", paramLabel = "N", description = "How many at most; 20 unless given.")
    private int max = 20;

    QueueDeadCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public ExitCode run() {
        if (max < 1 || max > MOST) {
            throw new CommandException(ExitCode.USAGE, "--max: out of range", "expected 1 to " + MOST);
        }
        try (Fleet fleet = context.open()) {
            List<DeadLetter> letters = fleet.desk().deadLetters(max);
            if (letters.isEmpty()) {
                context.out().line("There are no dead letters.");
            } else {
                context.out().table(table(letters, context.clock().instant()));
                more(letters.size(), fleet.desk().depths().dead());
            }
            return ExitCode.DONE;
        }
    }

    private void more(long shown, long all) {
        if (all > shown) {
            context.out().line(InWords.count(all - shown, "more", "more") + "; --max shows them.");
        }
    }

    private static Table table(List<DeadLetter> letters, Instant now) {
        Table table = Table.of(
                Column.left("job_id"),
                Column.left("connection"),
                Column.right("attempts"),
                Column.right("set aside"),
                Column.wrapping("why"));
        letters.forEach(letter -> table.row(
                letter.deduplicationId(),
                letter.group(),
                Integer.toString(letter.attempts()),
                InWords.duration(Duration.between(letter.diedAt(), now)) + " ago",
                letter.reason()));
        return table;
    }
}
