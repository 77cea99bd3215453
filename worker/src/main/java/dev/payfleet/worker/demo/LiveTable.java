package dev.payfleet.worker.demo;

import dev.payfleet.worker.queue.QueueDepths;
import dev.payfleet.worker.stage.Stage;
import dev.payfleet.worker.stage.WorkerProcess;
import dev.payfleet.worker.terminal.Column;
import dev.payfleet.worker.terminal.Look;
import dev.payfleet.worker.terminal.Style;
import dev.payfleet.worker.terminal.Table;
import dev.payfleet.worker.terminal.Text;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Draws how far the demo is: a bar, the answers by what served them and by outcome, the queue, and
/// the latest answers.
final class LiveTable {
    private static final int LATEST = 6;
    private static final int BAR = 40;

    private final Stage stage;
    private final int planned;

    LiveTable(Stage stage, int planned) {
        this.stage = stage;
        this.planned = planned;
    }

    List<String> lines(Look look, Duration elapsed, Tape tape, QueueDepths depths) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("  " + bar(look, tape.answered())
                + look.paint(Style.STRONG, "  %d of %d".formatted(tape.answered(), planned))
                + look.paint(Style.FAINT, "   %d s".formatted(elapsed.toSeconds())));
        lines.add("");
        indented(lines, counts(tape), look);
        lines.add("  " + look.paint(Style.FAINT, where(depths)));
        lines.add("");
        tape.latest(LATEST).forEach(answer -> lines.add("  " + latest(look, answer, tape)));
        return lines;
    }

    /// The same in one line.
    String line(Duration elapsed, Tape tape, QueueDepths depths) {
        String tiers = tiers(tape).entrySet().stream()
                .map(entry -> entry.getKey().title() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
        return "  %3d s  %d of %d answered (%s); %s"
                .formatted(
                        elapsed.toSeconds(),
                        tape.answered(),
                        planned,
                        tiers.isEmpty() ? "none yet" : tiers,
                        where(depths));
    }

    private String bar(Look look, int answered) {
        int full = planned == 0 ? 0 : Math.min(BAR, answered * BAR / planned);
        return look.paint(Style.GOOD, "━".repeat(full)) + look.paint(Style.FAINT, "─".repeat(BAR - full));
    }

    private static void indented(List<String> lines, Table table, Look look) {
        table.lines(look).forEach(line -> lines.add("  " + line));
    }

    private static Table counts(Tape tape) {
        Table table =
                Table.of(Column.left("Served by"), Column.right("Jobs"), Column.left("Outcome"), Column.right("Jobs"));
        Map<Answer.Tier, Long> tiers = tiers(tape);
        List<Map.Entry<String, Long>> outcomes = List.copyOf(outcomes(tape).entrySet());
        Answer.Tier[] all = Answer.Tier.values();
        for (int i = 0; i < Math.max(all.length, outcomes.size()); i++) {
            Text tier = Text.plain(i < all.length ? all[i].title() : "");
            Text jobs = Text.plain(i < all.length ? String.valueOf(tiers.getOrDefault(all[i], 0L)) : "");
            boolean more = i < outcomes.size();
            table.row(
                    tier,
                    jobs,
                    more
                            ? new Text(
                                    outcomes.get(i).getKey(),
                                    Marks.style(outcomes.get(i).getKey()))
                            : Text.plain(""),
                    Text.plain(more ? String.valueOf(outcomes.get(i).getValue()) : ""));
        }
        return table;
    }

    static Map<Answer.Tier, Long> tiers(Tape tape) {
        return tape.answers()
                .flatMap(answer -> answer.tier().stream())
                .collect(Collectors.groupingBy(
                        tier -> tier, () -> new EnumMap<>(Answer.Tier.class), Collectors.counting()));
    }

    static Map<String, Long> outcomes(Tape tape) {
        return tape.answers().collect(Collectors.groupingBy(Answer::said, TreeMap::new, Collectors.counting()));
    }

    private String where(QueueDepths depths) {
        WorkerProcess worker = stage.worker();
        return "queue: %d ready, %d in flight, %d put off, %d dead · worker %d"
                .formatted(depths.ready(), depths.inFlight(), depths.delayed(), depths.dead(), worker.pid());
    }

    private String latest(Look look, Answer answer, Tape tape) {
        Player player = tape.cast().of(answer.connectionId());
        String asked = tape.jobs()
                .filter(job -> job.jobId().equals(answer.jobId()))
                .map(job -> job.query() == null
                        ? job.kind().wireName()
                        : job.query().resource().wireName())
                .findFirst()
                .orElse("");
        String how = answer.tier().map(Answer.Tier::title).orElse(answer.said());
        return look.paint(Marks.style(answer.said()), Marks.of(answer.said()))
                + " person %02d  %-18s ".formatted(player.number(), asked)
                + look.paint(
                        Style.FAINT,
                        "%-10s %s".formatted(how, answer.tier().isPresent() ? answer.records() + " records" : ""));
    }
}
