package dev.payfleet.worker.cli;

import dev.payfleet.worker.fleet.Fleet;
import dev.payfleet.worker.terminal.Style;
import dev.payfleet.worker.terminal.Table;
import dev.payfleet.worker.terminal.Text;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// A job that a command has sent for its user.
final class SentJob {
    private SentJob() {}

    /// Shows its id; or, where that was asked, waits and shows what came of it.
    ///
    /// @return whether it was sent, or whether it succeeded
    static ExitCode show(CommandContext context, Fleet fleet, UUID job, WaitOption waiting)
            throws InterruptedException {
        if (!waiting.asked()) {
            context.out().table(Table.ofPairs().row(Text.plain("job_id"), new Text(job.toString(), Style.ACCENT)));
            return ExitCode.DONE;
        }
        Map<UUID, OutcomeView> answers =
                new Outcomes(fleet.outcomes(), context.clock()).of(List.of(job), waiting.patience());
        OutcomeTable.show(context, List.of(job), answers);
        OutcomeView answer = answers.get(job);
        return ExitCode.of(answer != null && answer.succeeded());
    }
}
