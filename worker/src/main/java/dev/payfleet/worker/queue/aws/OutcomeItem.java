package dev.payfleet.worker.queue.aws;

import static dev.payfleet.aws.Attributes.bytes;
import static dev.payfleet.aws.Attributes.flag;
import static dev.payfleet.aws.Attributes.instant;
import static dev.payfleet.aws.Attributes.number;
import static dev.payfleet.aws.Attributes.text;
import static dev.payfleet.aws.Attributes.timeToLive;

import dev.payfleet.aws.Item;
import dev.payfleet.worker.queue.LoggedOutcome;
import dev.payfleet.worker.queue.MessageBody;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// An event, as it lies in both tables.
///
/// @param outcome the event
/// @param shard the shard of its job
/// @param seq its number there, from 1
/// @param publication names the call that published it, so that a call whose answer was lost knows its own work
///     again
record OutcomeItem(LoggedOutcome outcome, String shard, long seq, String publication) {

    static final String JOB_ID = "job_id";
    static final String PLACE = "place";
    static final String SHARD = "shard_name"; // `shard` is a word of DynamoDB's own
    static final String SEQ = "seq";
    static final String TERMINAL = "terminal";
    private static final String EVENT = "event";
    private static final String PUBLISHED_AT = "published_at";
    private static final String PUBLICATION = "publication";

    /// Where the last word of a job lies. Every other event of the job lies under its number.
    static final long LAST_WORD = 0;

    static OutcomeItem of(Item item) {
        return new OutcomeItem(
                new LoggedOutcome(
                        UUID.fromString(item.text(JOB_ID)),
                        item.flag(TERMINAL),
                        MessageBody.of(item.bytes(EVENT)),
                        item.instant(PUBLISHED_AT)),
                item.text(SHARD),
                item.number(SEQ),
                item.text(PUBLICATION));
    }

    /// Where it lies among the events of its job.
    Map<String, AttributeValue> jobKey() {
        return jobKey(outcome.jobId(), outcome.terminal() ? LAST_WORD : seq);
    }

    static Map<String, AttributeValue> jobKey(UUID jobId, long place) {
        return Map.of(JOB_ID, text(jobId.toString()), PLACE, number(place));
    }

    /// Where it lies in the log.
    Map<String, AttributeValue> logKey() {
        return logKey(shard, seq);
    }

    static Map<String, AttributeValue> logKey(String shard, long seq) {
        return Map.of(SHARD, text(shard), SEQ, number(seq));
    }

    /// The item, the same in both tables but for the key.
    Map<String, AttributeValue> itemAt(Map<String, AttributeValue> key) {
        Map<String, AttributeValue> item = new HashMap<>();
        item.put(JOB_ID, text(outcome.jobId().toString()));
        item.put(TERMINAL, flag(outcome.terminal()));
        item.put(EVENT, bytes(outcome.event().bytes()));
        item.put(PUBLISHED_AT, instant(outcome.publishedAt()));
        item.put(SHARD, text(shard));
        item.put(SEQ, number(seq));
        item.put(PUBLICATION, text(publication));
        item.put(QueueTables.EXPIRES, timeToLive(expires()));
        item.putAll(key);
        return item;
    }

    OutcomeItem noLongerTerminal() {
        LoggedOutcome passing = new LoggedOutcome(outcome.jobId(), false, outcome.event(), outcome.publishedAt());
        return new OutcomeItem(passing, shard, seq, publication);
    }

    private Instant expires() {
        return outcome.publishedAt().plus(QueueTables.LIFE);
    }

    /// DynamoDB deletes within two days of the time; until then we look away.
    boolean isAlive(Instant now) {
        return expires().isAfter(now);
    }
}
