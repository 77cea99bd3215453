package dev.payfleet.worker.cli;

import dev.payfleet.worker.fleet.Fleet;
import dev.payfleet.worker.queue.DeadLetter;
import dev.payfleet.worker.terminal.InWords;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `queue redrive`: dead letters back to work.
@CommandLine.Command(
        description = {
            "Puts dead letters back at the end of their connection's line, as if they had never been tried. The outcome"
                    + " that was told before is reopened, so the job is answered once more."
        },
        footer = {"  ./payfleet queue redrive 3f0e6c1a-7d52-4b8e-9a40-1c2d3e4f5a6b", "  ./payfleet queue redrive --all"
        })
final class QueueRedriveCommand implements Command {
    private final CommandContext context;

    @Parameters(arity = "0..1", paramLabel = "JOB_ID", description = "The job to try again.")
    private @Nullable UUID job;

    @Option(names = "--all", description = "Try all dead letters again, the oldest first.")
    private boolean all;

    QueueRedriveCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public ExitCode run() {
        if (all == (job != null)) {
            throw new CommandException(ExitCode.USAGE, "JOB_ID or --all: expected one of them", "give the one");
        }
        try (Fleet fleet = context.open()) {
            List<DeadLetter> letters = fleet.desk().deadLetters(Integer.MAX_VALUE).stream()
                    .filter(letter -> job == null || letter.deduplicationId().equals(job.toString()))
                    .toList();
            if (job != null && letters.isEmpty()) {
                throw new CommandException(
                        ExitCode.NOT_SUCCEEDED,
                        "JOB_ID: there is no dead letter of this job",
                        "see ./payfleet queue dead");
            }
            long again = letters.reversed().stream()
                    .filter(letter -> redrive(fleet, letter))
                    .count();
            context.out().line("Sent again: " + InWords.count(again, "job", "jobs") + ".");
            return ExitCode.DONE;
        }
    }

    /// The outcome first: a worker may take the job the moment it is back, and would find it answered.
    private static boolean redrive(Fleet fleet, DeadLetter letter) {
        jobId(letter).ifPresent(fleet.outcomes()::reopen);
        return fleet.desk().redrive(letter.id());
    }

    /// Empty for a message that some other program sent under a name of its own.
    private static Optional<UUID> jobId(DeadLetter letter) {
        try {
            return Optional.of(UUID.fromString(letter.deduplicationId()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
