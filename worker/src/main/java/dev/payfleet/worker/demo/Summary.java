package dev.payfleet.worker.demo;

import dev.payfleet.fixture.larkspur.SiteCounts;
import dev.payfleet.provider.ResourceQuery;
import dev.payfleet.worker.job.FetchJob;
import dev.payfleet.worker.stage.JobLog;
import dev.payfleet.worker.stage.Percentiles;
import dev.payfleet.worker.stage.Stage;
import dev.payfleet.worker.terminal.Column;
import dev.payfleet.worker.terminal.Screen;
import dev.payfleet.worker.terminal.Style;
import dev.payfleet.worker.terminal.Table;
import dev.payfleet.worker.terminal.Text;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The figures at the end.
final class Summary {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Screen screen;
    private final Stage stage;
    private final Tape tape;
    private final JobLog log;

    Summary(Screen screen, Stage stage, Tape tape, JobLog log) {
        this.screen = screen;
        this.stage = stage;
        this.tape = tape;
        this.log = log;
    }

    void print(TruthAct truth) {
        payslip(truth);
        outcomes();
        tiers();
        totals();
    }

    /// One payslip as upstream hands it on. The person is made up, or it would not be shown.
    private void payslip(TruthAct truth) {
        Optional<JsonNode> slip = tape.jobs()
                .filter(job -> job.query() instanceof ResourceQuery.Payslips)
                .flatMap(job -> slips(truth, job).stream())
                .flatMap(slips -> slips.valueStream())
                .filter(JsonNode::isObject)
                .findFirst();
        slip.ifPresent(found -> {
            screen.line("");
            screen.line(Style.STRONG, "  One payslip, normalized (the person is made up)");
            JSON.writerWithDefaultPrettyPrinter()
                    .writeValueAsString(found)
                    .lines()
                    .forEach(line -> screen.line("  " + line));
        });
    }

    private Optional<JsonNode> slips(TruthAct truth, FetchJob job) {
        return tape.to(job)
                .filter(answer -> answer.outcome().equals("succeeded"))
                .flatMap(answer -> truth.result(job, answer));
    }

    private void outcomes() {
        Table table = Table.of(Column.left("Outcome"), Column.right("Jobs"));
        Tallies.outcomes(tape)
                .forEach((said, jobs) -> table.row(new Text(said, Marks.style(said)), Text.plain(jobs.toString())));
        titled("Outcomes", table);
    }

    private void tiers() {
        Table table =
                Table.of(Column.left("Served by"), Column.right("Jobs"), Column.right("p50"), Column.right("p95"));
        for (Answer.Tier tier : Answer.Tier.values()) {
            Percentiles took = new Percentiles(took(tier));
            table.row(tier.title(), String.valueOf(took.count()), took.at(50), took.at(95));
        }
        titled("Jobs by what served them, and how long each was worked on", table);
    }

    private List<Duration> took(Answer.Tier tier) {
        return tape.answers()
                .filter(answer -> answer.tier().filter(tier::equals).isPresent())
                .flatMap(answer -> log.took(answer.jobId()).stream())
                .toList();
    }

    private void totals() {
        SiteCounts counts = stage.site().counts();
        long proxy = stage.proxyBytes();
        Table table = Table.of(Column.left("Sign-ins and bytes"), Column.right(""))
                .row("Sign-ins accepted", "%,d".formatted(counts.accepted()))
                .row("Sign-ins refused", "%,d".formatted(counts.rejected()))
                .row("Pages and files served by the site", "%,d".formatted(counts.requests()))
                .row("Bytes through the proxy, as the proxy counted", "%,d".formatted(proxy))
                .row("Bytes of all jobs, as the workers logged them", "%,d".formatted(log.bytes()))
                .row("Difference: work that the killed worker never logged", "%,d".formatted(proxy - log.bytes()));
        screen.line("");
        indent(table);
    }

    private void titled(String title, Table table) {
        screen.line("");
        screen.line(Style.STRONG, "  " + title);
        indent(table);
    }

    private void indent(Table table) {
        table.lines(screen.look()).forEach(line -> screen.line("  " + line));
    }
}
