package dev.payfleet.worker.cli;

import dev.payfleet.worker.fleet.Fleet;
import dev.payfleet.worker.job.FetchJob;
import dev.payfleet.worker.queue.NewMessage;
import dev.payfleet.worker.terminal.Column;
import dev.payfleet.worker.terminal.InWords;
import dev.payfleet.worker.terminal.Table;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `submit`: puts jobs on the queue, all or none unless told otherwise.
@CommandLine.Command(
        description = {
            "Puts jobs on the queue: one job as JSON, or many as JSON lines. Each is checked first, and when one is"
                    + " malformed, every fault is listed by line and nothing is sent. A job that was sent before, by its"
                    + " job_id, is not sent twice."
        },
        footer = {
            "  ./payfleet submit job.json",
            "  ./payfleet submit jobs.jsonl --wait",
            "  generate-jobs | ./payfleet submit - --keep-going"
        })
final class SubmitCommand implements Command {
    private final CommandContext context;

    @Parameters(paramLabel = "FILE", description = "The jobs; - reads the standard input.")
    private String file = "";

    @Mixin
    private WaitOption waiting = new WaitOption();

    @Option(names = "--keep-going", description = "Send the well-formed jobs even when others are malformed.")
    private boolean keepGoing;

    SubmitCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public ExitCode run() throws InterruptedException {
        JobLines lines = JobLines.read(JobSource.of(file, context.in()));
        lines.faults().forEach(context.err()::println);
        if (!lines.faults().isEmpty() && !keepGoing) {
            throw malformed(lines, "nothing was sent: correct them, or send the others with --keep-going");
        }
        ExitCode sent = lines.jobs().isEmpty() ? ExitCode.DONE : send(lines.jobs());
        if (!lines.faults().isEmpty()) {
            throw malformed(lines, "the others were sent: correct these and send them");
        }
        return sent;
    }

    private static CommandException malformed(JobLines lines, String todo) {
        int all = lines.faults().size() + lines.jobs().size();
        return new CommandException(
                ExitCode.USAGE,
                lines.faults().size() + " of " + InWords.count(all, "job is", "jobs are") + " malformed",
                todo);
    }

    private ExitCode send(List<JobLines.Checked> jobs) throws InterruptedException {
        try (Fleet fleet = context.open()) {
            for (JobLines.Checked job : jobs) {
                fleet.queue()
                        .send(NewMessage.of(
                                job.job().connectionId(), job.job().jobId().toString(), job.body()));
            }
            if (!waiting.asked()) {
                context.out().table(sent(jobs));
                return ExitCode.DONE;
            }
            List<UUID> ids = jobs.stream().map(job -> job.job().jobId()).toList();
            Map<UUID, OutcomeView> answers =
                    new Outcomes(fleet.outcomes(), context.clock()).of(ids, waiting.patience());
            OutcomeTable.show(context, ids, answers);
            return ExitCode.of(ids.stream()
                    .allMatch(id -> answers.containsKey(id) && answers.get(id).succeeded()));
        }
    }

    private static Table sent(List<JobLines.Checked> jobs) {
        Table table = Table.of(
                Column.left("job_id"),
                Column.left("kind"),
                Column.left("connection"),
                Column.left("provider"),
                Column.left("resource"));
        jobs.stream()
                .map(JobLines.Checked::job)
                .forEach(job -> table.row(
                        job.jobId().toString(),
                        job.kind().wireName(),
                        job.key().toString(),
                        job.provider(),
                        resource(job)));
        return table;
    }

    private static String resource(FetchJob job) {
        return job.query() == null ? "" : job.query().resource().wireName();
    }
}
