package dev.payfleet.worker.fleet.aws;

import dev.payfleet.aws.AwsClients;
import dev.payfleet.aws.AwsService;
import dev.payfleet.cache.aws.AwsResults;
import dev.payfleet.session.aws.AwsSessions;
import dev.payfleet.worker.audit.AuditTrail;
import dev.payfleet.worker.audit.aws.DynamoAuditTrail;
import dev.payfleet.worker.config.AwsSettings;
import dev.payfleet.worker.evidence.EvidenceStore;
import dev.payfleet.worker.evidence.aws.S3EvidenceStore;
import dev.payfleet.worker.grant.UsedGrants;
import dev.payfleet.worker.grant.aws.DynamoUsedGrants;
import dev.payfleet.worker.queue.JobQueue;
import dev.payfleet.worker.queue.OutcomeLog;
import dev.payfleet.worker.queue.QueueDesk;
import dev.payfleet.worker.queue.aws.DynamoOutcomeLog;
import dev.payfleet.worker.queue.aws.SqsJobQueue;
import dev.payfleet.worker.queue.aws.SqsQueueDesk;
import dev.payfleet.worker.retention.KeptPlace;
import dev.payfleet.worker.retention.aws.BucketPlace;
import dev.payfleet.worker.retention.aws.TablePlace;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/// A deployment in AWS: its clients, and what lies behind them.
public final class Deployment implements AutoCloseable {
    /// After how many days the buckets forget at the latest, whatever workers do.
    private static final int EVIDENCE_DAYS = Math.toIntExact(EvidenceStore.LIFE.toDays());

    private static final int RESULT_DAYS = 13;

    /// The longest that SQS waits in one call.
    private static final Duration LONGEST_POLL = Duration.ofSeconds(20);

    private final AwsSettings settings;
    private final AwsClients clients;
    private final DynamoDbClient dynamoDb;
    private final S3Client s3;
    private final AwsSessions sessions;
    private final JobQueue queue;
    private final QueueDesk desk;
    private final OutcomeLog outcomes;
    private final AuditTrail audit;
    private final UsedGrants usedGrants;

    private Deployment(AwsSettings settings, AwsClients clients, Clock clock) {
        this.settings = settings;
        this.clients = clients;
        SqsClient sqs = clients.configure(SqsClient.builder(), AwsService.SQS, LONGEST_POLL)
                .build();
        this.dynamoDb =
                clients.configure(DynamoDbClient.builder(), AwsService.DYNAMODB).build();
        this.s3 = clients.configure(S3Client.builder(), AwsService.S3)
                .forcePathStyle(clients.elsewhere(AwsService.S3))
                .build();
        this.sessions = AwsSessions.over(clients, Access.sessions(settings));
        this.queue = SqsJobQueue.open(sqs, dynamoDb, settings.prefix(), clock);
        this.desk = SqsQueueDesk.open(sqs, dynamoDb, settings.prefix(), clock);
        this.outcomes = DynamoOutcomeLog.open(dynamoDb, settings.prefix(), clock);
        this.usedGrants = DynamoUsedGrants.open(dynamoDb, settings.prefix(), clock);
        this.audit = DynamoAuditTrail.open(dynamoDb, settings.prefix(), sessions.chainKey(), clock);
    }

    /// Opens it.
    ///
    /// @throws dev.payfleet.session.StoreUnavailableException when SQS could not be asked, or has no such queues
    public static Deployment open(AwsSettings settings, Clock clock) {
        AwsClients clients = Access.clients(settings);
        try {
            return new Deployment(settings, clients, clock);
        } catch (RuntimeException e) {
            clients.close();
            throw e;
        }
    }

    /// Where jobs wait.
    public JobQueue queue() {
        return queue;
    }

    /// What on-call does with the queue.
    public QueueDesk desk() {
        return desk;
    }

    /// What came of the jobs.
    public OutcomeLog outcomes() {
        return outcomes;
    }

    /// Who did what.
    public AuditTrail audit() {
        return audit;
    }

    /// The grants that are good for one job, and were used.
    public UsedGrants usedGrants() {
        return usedGrants;
    }

    /// Connections, sessions, ledger and results.
    public AwsSessions sessions() {
        return sessions;
    }

    /// Redrawn pages, whether or not their bucket is as promised.
    public EvidenceStore evidence() {
        return new S3EvidenceStore(s3, settings.evidenceBucket(), settings.evidenceKey());
    }

    /// Everything in which something of people's is kept.
    public List<KeptPlace> places() {
        List<KeptPlace> places = new ArrayList<>();
        places.add(new BucketPlace(s3, settings.evidenceBucket(), settings.evidenceKey(), "", EVIDENCE_DAYS));
        places.add(new BucketPlace(
                s3, settings.resultsBucket(), settings.storageKey(), AwsResults.KIND + "/", RESULT_DAYS));
        Access.tables()
                .forEach(
                        shape -> places.add(new TablePlace(dynamoDb, shape, settings.prefix(), settings.storageKey())));
        return places;
    }

    @Override
    public void close() {
        queue.close();
        outcomes.close();
        clients.close();
    }
}
