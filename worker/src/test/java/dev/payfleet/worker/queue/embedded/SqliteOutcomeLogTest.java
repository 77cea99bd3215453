package dev.payfleet.worker.queue.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.payfleet.sqlite.SqliteFile;
import dev.payfleet.worker.queue.LoggedOutcome;
import dev.payfleet.worker.queue.MessageBody;
import dev.payfleet.worker.queue.OutcomeCursor;
import dev.payfleet.worker.queue.OutcomeLog;
import dev.payfleet.worker.queue.OutcomeLogContract;
import dev.payfleet.worker.queue.SettableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteOutcomeLogTest extends OutcomeLogContract {

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-01T12:00:00Z"));

    @TempDir
    Path folder;

    private SqliteFile file;
    private SqliteOutcomeLog log;

    @BeforeEach
    void open() {
        file = SqliteFile.open(folder.resolve("payfleet.db"));
        log = SqliteOutcomeLog.open(file, clock);
    }

    @AfterEach
    void close() {
        log.close();
        file.close();
    }

    @Override
    protected OutcomeLog log() {
        return log;
    }

    @Override
    protected void pass(Duration time) {
        clock.pass(time);
    }

    @Test
    void keeps_the_order_of_all_jobs() throws InterruptedException {
        for (int i = 0; i < 20; i++) {
            log.publish(new UUID(0, i), true, MessageBody.of("event"));
        }

        assertThat(log.since(OutcomeCursor.START, 100, Duration.ZERO).events())
                .extracting(LoggedOutcome::jobId)
                .isSorted()
                .hasSize(20);
    }
}
