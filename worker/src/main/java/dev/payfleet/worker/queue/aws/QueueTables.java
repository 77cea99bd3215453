package dev.payfleet.worker.queue.aws;

import dev.payfleet.aws.TableIndex;
import dev.payfleet.aws.TableKey;
import dev.payfleet.aws.TableShape;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What the tables of queue and outcome log look like.
public final class QueueTables {

    /// How long outcomes and dead letters are kept.
    public static final Duration LIFE = Duration.ofDays(14);

    static final String EXPIRES = "expires";

    /// The events of a job, one item each. The last word lies in a place of its own, where there is room for one:
    /// that a job has one terminal event at most is a rule of the table's key, whoever writes.
    public static final TableShape OUTCOMES = new TableShape(
            "outcomes",
            TableKey.text(OutcomeItem.JOB_ID),
            Optional.of(TableKey.number(OutcomeItem.PLACE)),
            Optional.of(EXPIRES),
            List.of());

    /// The same events in the order of publishing, for readers: shards of numbered items, and in place zero of each
    /// shard its last number.
    public static final TableShape OUTCOME_LOG = new TableShape(
            "outcome-log",
            TableKey.text(OutcomeItem.SHARD),
            Optional.of(TableKey.number(OutcomeItem.SEQ)),
            Optional.of(EXPIRES),
            List.of());

    /// What was set aside, with the reason.
    public static final TableShape DEAD_LETTERS = new TableShape(
            "dead-letters",
            TableKey.text(DeadLetterTable.ID),
            Optional.empty(),
            Optional.of(EXPIRES),
            List.of(new TableIndex(
                    DeadLetterTable.BY_DAY,
                    TableKey.text(DeadLetterTable.DIED_ON),
                    Optional.of(TableKey.text(DeadLetterTable.IN_ORDER)))));

    /// All of them.
    public static final List<TableShape> ALL = List.of(OUTCOMES, OUTCOME_LOG, DEAD_LETTERS);

    private QueueTables() {}
}
