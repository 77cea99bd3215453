package dev.payfleet.worker.cli;

import dev.payfleet.cache.CachedResult;
import dev.payfleet.session.ConnectionKey;
import dev.payfleet.worker.fleet.Fleet;
import dev.payfleet.worker.queue.LoggedOutcome;
import dev.payfleet.worker.terminal.InWords;
import dev.payfleet.worker.terminal.Style;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `result`: what came of one job, and the data where there is some.
@CommandLine.Command(
        description = {
            "Shows what came of a job: its outcome and, when it succeeded, the first records of its result. The result is"
                    + " the person's data; it is kept for an hour unless set otherwise, and then gone for good."
        },
        footer = {
            "  ./payfleet result 3f0e6c1a-7d52-4b8e-9a40-1c2d3e4f5a6b --wait",
            "  ./payfleet result 3f0e6c1a-7d52-4b8e-9a40-1c2d3e4f5a6b --body | jq '.[0]'"
        })
final class ResultCommand implements Command {
    private final CommandContext context;

    @Parameters(paramLabel = "JOB_ID", description = "The id of the job.")
    private UUID job = new UUID(0, 0);

    @Mixin
    private WaitOption waiting = new WaitOption();

    @Option(
            names = "--json",
            description = "Print one JSON object: the outcome event and the body (null where there is none).")
    private boolean json;

    @Option(names = "--body", description = "Print the body alone, in the very bytes that upstream gets.")
    private boolean body;

    ResultCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public ExitCode run() throws InterruptedException {
        if (json && body) {
            throw new CommandException(ExitCode.USAGE, "--json and --body do not go together", "give one of them");
        }
        try (Fleet fleet = context.open()) {
            OutcomeView answer = new Outcomes(fleet.outcomes(), context.clock())
                    .of(List.of(job), waiting.patience())
                    .get(job);
            if (answer == null) {
                throw new CommandException(
                        ExitCode.NOT_SUCCEEDED, "there is no outcome of this job yet", passing(fleet));
            }
            return show(answer, result(fleet, answer));
        }
    }

    private String passing(Fleet fleet) {
        List<LoggedOutcome> events = fleet.outcomes().of(job);
        if (events.isEmpty()) {
            return "check its id, look at ./payfleet queue, or wait for it with --wait";
        }
        OutcomeView last = OutcomeView.of(events.getLast().event());
        return "attempt %d ended in %s (%s), and it is tried again: wait for it with --wait"
                .formatted(last.attempt(), last.outcome().words(), last.code());
    }

    private Optional<CachedResult> result(Fleet fleet, OutcomeView answer) {
        Optional<ConnectionKey> key = answer.key();
        return key.isEmpty() || answer.resultKey().isEmpty()
                ? Optional.empty()
                : fleet.results()
                        .findById(key.get(), answer.resultKey(), context.clock().instant());
    }

    private ExitCode show(OutcomeView answer, Optional<CachedResult> result) {
        if (json) {
            context.out()
                    .line("{\"outcome\":" + answer.event() + ",\"body\":"
                            + result.map(ResultCommand::text).orElse("null") + "}");
        } else if (body) {
            CachedResult found = result.orElseThrow(() -> new CommandException(
                    ExitCode.NOT_SUCCEEDED,
                    answer.succeeded()
                            ? "the result has expired"
                            : "there is no result: the outcome is "
                                    + answer.outcome().words(),
                    answer.succeeded() ? "submit the job again under a new job_id" : "see the outcome without --body"));
            context.out().line(text(found));
        } else {
            context.out().table(OutcomeCard.of(answer, context.clock().instant()));
            answer.asked()
                    .flatMap(asked -> answer.key().map(asked::todo))
                    .ifPresent(todo -> context.out().line(Style.ACCENT, todo));
            result.ifPresent(found -> summary(found));
            if (answer.succeeded() && result.isEmpty()) {
                context.out()
                        .line(
                                "The result has expired, and nothing of it is left. Submit the job again under a new job_id.");
            }
        }
        return ExitCode.of(answer.succeeded() && result.isPresent());
    }

    private void summary(CachedResult result) {
        BodySummary summary = BodySummary.of(result.body());
        context.out().table(summary.table());
        context.out().line(summary.rest() + InWords.bytes(result.body().length) + " of JSON; --body prints it all.");
    }

    private static String text(CachedResult result) {
        return new String(result.body(), StandardCharsets.UTF_8).strip();
    }
}
