package dev.payfleet.worker.cli;

import dev.payfleet.worker.terminal.Column;
import dev.payfleet.worker.terminal.InWords;
import dev.payfleet.worker.terminal.Style;
import dev.payfleet.worker.terminal.Table;
import dev.payfleet.worker.terminal.Text;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What came of several jobs, a line each.
final class OutcomeTable {
    private OutcomeTable() {}

    /// Shows them, and below each challenge that waits for the person, with what to do about it.
    static void show(CommandContext context, Collection<UUID> jobs, Map<UUID, OutcomeView> answers) {
        context.out().table(of(jobs, answers));
        for (UUID job : jobs) {
            OutcomeView answer = answers.get(job);
            if (answer != null) {
                answer.asked().ifPresent(asked -> show(context, answer, asked));
            }
        }
    }

    private static void show(CommandContext context, OutcomeView answer, Asked asked) {
        context.out().table(asked.card(context.clock().instant()));
        answer.key().ifPresent(key -> context.out().line(Style.ACCENT, asked.todo(key)));
    }

    /// @param jobs in the order of the lines
    /// @param answers what came of them; a job without an answer is still open
    static Table of(Collection<UUID> jobs, Map<UUID, OutcomeView> answers) {
        Table table = Table.of(
                Column.left("job_id"),
                Column.left("outcome"),
                Column.wrapping("code"),
                Column.left("source"),
                Column.right("records"),
                Column.right("took"));
        jobs.forEach(job -> table.row(row(job, answers.get(job))));
        return table;
    }

    private static Text[] row(UUID job, @Nullable OutcomeView answer) {
        Text id = Text.plain(job.toString());
        if (answer == null) {
            Text none = Text.plain("");
            return new Text[] {id, new Text("no outcome yet", Style.WARNING), none, none, none, none};
        }
        return new Text[] {
            id,
            answer.outcome(),
            Text.plain(answer.code()),
            Text.plain(answer.source()),
            Text.plain(answer.records()),
            Text.plain(InWords.duration(answer.took()))
        };
    }
}
