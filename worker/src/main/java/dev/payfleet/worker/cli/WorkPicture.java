package dev.payfleet.worker.cli;

import dev.payfleet.worker.queue.QueueDepths;
import dev.payfleet.worker.terminal.Column;
import dev.payfleet.worker.terminal.InWords;
import dev.payfleet.worker.terminal.Look;
import dev.payfleet.worker.terminal.Style;
import dev.payfleet.worker.terminal.Table;
import dev.payfleet.worker.terminal.Text;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/// How a worker's progress looks on a terminal.
final class WorkPicture {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());

    private final Look look;

    WorkPicture(Look look) {
        this.look = look;
    }

    List<String> lines(String state, QueueDepths depths, AnswerTally answers, Instant now) {
        List<String> lines = new ArrayList<>();
        lines.add(look.paint(Style.STRONG, state));
        lines.addAll(queue(depths, answers, now).lines(look));
        if (answers.last().isEmpty()) {
            lines.add(look.paint(Style.FAINT, "No answer yet."));
        } else {
            lines.addAll(last(answers).lines(look));
        }
        return lines;
    }

    private static Table queue(QueueDepths depths, AnswerTally answers, Instant now) {
        return Table.of(
                        Column.right("ready"),
                        Column.right("in flight"),
                        Column.right("delayed"),
                        Column.right("dead"),
                        Column.right("answered"),
                        Column.right("a minute"),
                        Column.right("oldest"))
                .row(
                        count(depths.ready(), Style.PLAIN),
                        count(depths.inFlight(), Style.ACCENT),
                        count(depths.delayed(), Style.WARNING),
                        count(depths.dead(), Style.BAD),
                        count(answers.all(), Style.STRONG),
                        count(answers.perMinute(now), Style.PLAIN),
                        Text.plain(depths.oldest().map(InWords::duration).orElse("none")));
    }

    private static Text count(long number, Style style) {
        return new Text(Long.toString(number), number == 0 ? Style.FAINT : style);
    }

    private static Table last(AnswerTally answers) {
        Table table = Table.of(
                Column.left("at"),
                Column.left("outcome"),
                Column.wrapping("code"),
                Column.left("source"),
                Column.right("records"),
                Column.right("took"),
                Column.wrapping("connection"));
        for (AnswerTally.Answer answer : answers.last()) {
            OutcomeView outcome = answer.outcome();
            table.row(
                    Text.plain(TIME.format(answer.at())),
                    outcome.outcome(),
                    Text.plain(outcome.code()),
                    Text.plain(outcome.source()),
                    Text.plain(outcome.records()),
                    Text.plain(InWords.duration(outcome.took())),
                    Text.plain(outcome.connectionId()));
        }
        return table;
    }
}
