package dev.payfleet.worker.queue.aws;

import dev.payfleet.worker.queue.OutcomeLog;
import dev.payfleet.worker.queue.OutcomeLogContract;
import dev.payfleet.worker.queue.SettableClock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class DynamoOutcomeLogTest extends OutcomeLogContract {

    /// Few enough that several jobs share one.
    private static final int SHARDS = 4;

    private final SettableClock clock = SettableClock.atSomeMoment();
    private LocalDeployment deployment;
    private DynamoOutcomeLog log;

    @BeforeEach
    void open() {
        deployment = new LocalDeployment(1);
        log = DynamoOutcomeLog.open(deployment.dynamoDb(), deployment.prefix(), clock, SHARDS);
    }

    @AfterEach
    void close() {
        log.close();
        deployment.close();
    }

    @Override
    protected OutcomeLog log() {
        return log;
    }

    @Override
    protected void pass(Duration time) {
        clock.pass(time);
    }
}
