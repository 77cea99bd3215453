package dev.payfleet.worker.cli;

import dev.payfleet.worker.drill.DrillProgress;
import dev.payfleet.worker.drill.DrillStage;
import dev.payfleet.worker.terminal.Column;
import dev.payfleet.worker.terminal.InWords;
import dev.payfleet.worker.terminal.Live;
import dev.payfleet.worker.terminal.Look;
import dev.payfleet.worker.terminal.Screen;
import dev.payfleet.worker.terminal.Style;
import dev.payfleet.worker.terminal.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How a drill gets on: a picture that is redrawn on a terminal, a line for each step elsewhere.
final class DrillPicture implements DrillProgress, AutoCloseable {
    private final Screen screen;
    private final InstantSource clock;
    private final Instant since;
    private final Live live;
    private final Map<String, DrillStage> stages = new LinkedHashMap<>();

    DrillPicture(Screen screen, InstantSource clock) {
        this.screen = screen;
        this.clock = clock;
        this.since = clock.instant();
        this.live = screen.live();
    }

    @Override
    public void reached(String table, DrillStage stage) {
        DrillStage former = stages.put(table, stage);
        if (live.shows()) {
            live.show(lines(screen.look()));
        } else if (former != stage) {
            live.above(ran() + "  " + table + ": " + stage.words());
        }
    }

    private List<String> lines(Look look) {
        List<String> lines = new ArrayList<>();
        lines.add(look.paint(Style.STRONG, "Restore drill, " + ran()));
        Table table = Table.of(Column.left("table"), Column.left("is"));
        stages.forEach((name, stage) -> table.row(name, stage.words()));
        lines.addAll(table.lines(look));
        return lines;
    }

    private String ran() {
        return InWords.duration(Duration.between(since, clock.instant()));
    }

    @Override
    public void close() {
        live.close();
    }
}
