package dev.payfleet.worker.demo;

import dev.payfleet.worker.job.FetchJob;
import dev.payfleet.worker.queue.QueueDepths;
import dev.payfleet.worker.stage.Percentiles;
import dev.payfleet.worker.stage.Stage;
import dev.payfleet.worker.terminal.Column;
import dev.payfleet.worker.terminal.Look;
import dev.payfleet.worker.terminal.Style;
import dev.payfleet.worker.terminal.Table;
import dev.payfleet.worker.terminal.Text;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Draws how far the demo is: a bar, the answers by what served them and by outcome, the queue, the
/// worker, and the latest answers.
final class LiveTable {
    private static final int LATEST = 6;
    private static final int BAR = 48;
    private static final int MEDIAN = 50;

    private final Stage stage;
    private final int planned;
    private final int lanes;

    LiveTable(Stage stage, int planned, int lanes) {
        this.stage = stage;
        this.planned = planned;
        this.lanes = lanes;
    }

    List<String> lines(Look look, Duration elapsed, Tape tape, QueueDepths depths) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(bar(look, tape.answered())
                + look.paint(Style.STRONG, "  %d of %d".formatted(tape.answered(), planned))
                + look.paint(Style.FAINT, "  %d s".formatted(elapsed.toSeconds())));
        lines.add("");
        lines.addAll(counts(tape).lines(look));
        lines.add(fact(look, "queue", queue(depths)));
        lines.add(fact(look, "worker", worker()));
        lines.add("");
        tape.latest(LATEST).forEach(answer -> lines.add(latest(look, answer, tape)));
        return lines.stream().map(line -> "  " + line).toList();
    }

    /// The same in one line.
    String line(Duration elapsed, Tape tape, QueueDepths depths) {
        String tiers = Tallies.tiers(tape).entrySet().stream()
                .map(entry -> entry.getKey().title() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
        return "  %3d s  %d of %d answered%s; queue: %s; %s"
                .formatted(
                        elapsed.toSeconds(),
                        tape.answered(),
                        planned,
                        tiers.isEmpty() ? "" : " (" + tiers + ")",
                        queue(depths),
                        worker());
    }

    private String bar(Look look, int answered) {
        int full = planned == 0 ? 0 : Math.min(BAR, answered * BAR / planned);
        return look.paint(Style.GOOD, "━".repeat(full)) + look.paint(Style.FAINT, "─".repeat(BAR - full));
    }

    private static Table counts(Tape tape) {
        Table table = Table.of(
                Column.left("Served by"),
                Column.right("Jobs"),
                Column.right("median"),
                Column.left("Outcome"),
                Column.right("Jobs"));
        Iterator<Answer.Tier> tiers = List.of(Answer.Tier.values()).iterator();
        Iterator<Map.Entry<String, Long>> outcomes =
                Tallies.outcomes(tape).entrySet().iterator();
        while (tiers.hasNext() || outcomes.hasNext()) {
            List<Text> row = new ArrayList<>(tiers.hasNext() ? tier(tape, tiers.next()) : blanks(3));
            row.addAll(outcomes.hasNext() ? outcome(outcomes.next()) : blanks(2));
            table.row(row.toArray(Text[]::new));
        }
        return table;
    }

    private static List<Text> tier(Tape tape, Answer.Tier tier) {
        Percentiles took = new Percentiles(tape.answers()
                .filter(answer -> answer.tier().filter(tier::equals).isPresent())
                .map(Answer::took)
                .toList());
        // A stored answer takes less than the events' unit of time; the summary has it from the log.
        String median = tier == Answer.Tier.CACHE ? "" : took.at(MEDIAN);
        return List.of(
                Text.plain(tier.title()), Text.plain(String.valueOf(took.count())), new Text(median, Style.FAINT));
    }

    private static List<Text> outcome(Map.Entry<String, Long> outcome) {
        return List.of(
                new Text(Marks.of(outcome.getKey()) + " " + outcome.getKey(), Marks.style(outcome.getKey())),
                Text.plain(String.valueOf(outcome.getValue())));
    }

    private static List<Text> blanks(int count) {
        return Collections.nCopies(count, Text.plain(""));
    }

    private static String fact(Look look, String name, String words) {
        return look.paint(Style.FAINT, "%-9s".formatted(name)) + words;
    }

    private static String queue(QueueDepths depths) {
        return "%d ready, %d in flight, %d put off, %d dead"
                .formatted(depths.ready(), depths.inFlight(), depths.delayed(), depths.dead());
    }

    private String worker() {
        return "process %d with %d browsers".formatted(stage.worker().pid(), lanes);
    }

    private static String latest(Look look, Answer answer, Tape tape) {
        Player player = tape.cast().of(answer.connectionId());
        String asked = tape.job(answer.jobId()).map(LiveTable::asked).orElse("");
        String how = answer.tier()
                .map(tier -> "%-9s%d %s"
                        .formatted(tier.title(), answer.records(), answer.records() == 1 ? "record" : "records"))
                .orElse(answer.code().orElse(answer.outcome()));
        return look.paint(Marks.style(answer.outcome()), Marks.of(answer.outcome()))
                + " person %02d  %-19s".formatted(player.number(), asked)
                + look.paint(Style.FAINT, how);
    }

    private static String asked(FetchJob job) {
        return job.query() == null
                ? job.kind().wireName()
                : job.query().resource().wireName();
    }
}
