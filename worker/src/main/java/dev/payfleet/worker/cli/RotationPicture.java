package dev.payfleet.worker.cli;

import dev.payfleet.session.keys.KeyRotation;
import dev.payfleet.session.keys.RotationWatch;
import dev.payfleet.worker.terminal.Column;
import dev.payfleet.worker.terminal.InWords;
import dev.payfleet.worker.terminal.Live;
import dev.payfleet.worker.terminal.Screen;
import dev.payfleet.worker.terminal.Style;
import dev.payfleet.worker.terminal.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// How a rotation gets on: a picture that is redrawn on a terminal, a line now and then elsewhere.
final class RotationPicture implements RotationWatch, AutoCloseable {
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);

    private final Screen screen;
    private final InstantSource clock;
    private final Instant since;
    private final Live live;
    private Instant lastLine;
    private long done;
    private long left;
    private String is = "begins";

    RotationPicture(Screen screen, InstantSource clock) {
        this.screen = screen;
        this.clock = clock;
        this.since = clock.instant();
        this.lastLine = since;
        this.live = screen.live();
    }

    @Override
    public void began(boolean resumed, List<String> sealsNow, long records) {
        left = records;
        is = "seals anew";
        say((resumed ? "goes on with an earlier rotation, " : "there is a new key, ")
                + InWords.count(records, "record", "records") + " to seal anew");
    }

    @Override
    public void resealed(long doneSoFar, long stillLeft) {
        done = doneSoFar;
        left = stillLeft;
        is = "seals anew";
        if (live.shows()) {
            draw();
        } else if (Duration.between(lastLine, clock.instant()).compareTo(BETWEEN_LINES) >= 0) {
            say(done + " sealed anew, " + left + " left, " + rate());
        }
    }

    @Override
    public void waits(Duration most) {
        is = "waits until every process knows the new key, " + InWords.duration(most) + " at most";
        say(is);
    }

    @Override
    public void ended(KeyRotation rotation) {
        left = 0;
        is = "is done";
        draw();
    }

    private void say(String line) {
        lastLine = clock.instant();
        if (live.shows()) {
            draw();
        } else {
            live.above(InWords.duration(ran()) + "  " + line);
        }
    }

    private void draw() {
        Table table = Table.of(Column.left(""), Column.right(""))
                .row("sealed anew", Long.toString(done))
                .row("left", Long.toString(left))
                .row("rate", rate())
                .row("it", is);
        List<String> lines = new ArrayList<>();
        lines.add(screen.look().paint(Style.STRONG, "Key rotation, " + InWords.duration(ran())));
        lines.addAll(table.lines(screen.look()));
        live.show(lines);
    }

    private Duration ran() {
        return Duration.between(since, clock.instant());
    }

    private String rate() {
        long millis = Math.max(1, ran().toMillis());
        return done * 1000 / millis + " a second";
    }

    @Override
    public void close() {
        live.close();
    }
}
