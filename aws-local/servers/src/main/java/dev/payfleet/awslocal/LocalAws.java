package dev.payfleet.awslocal;

import dev.payfleet.awslocal.kms.LocalKms;
import java.net.URI;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/// SQS, DynamoDB, S3 and KMS on loopback, each started when it is first asked for, each empty, each in memory. What
/// one of them answers differently from AWS is said by its door: `SqsServer`, `DynamoDbServer`, `S3Server` and
/// [LocalKms]. Thread-safe.
///
/// Tests share one by [#shared()] and stay apart by names of their own for queues, tables, buckets and keys.
public final class LocalAws implements AutoCloseable {
    /// The region in every ARN, and the one to sign requests for.
    public static final String REGION = "eu-west-1";

    /// The account in every ARN.
    public static final String ACCOUNT = "000000000000";

    /// The access key whose signatures S3 takes; the other services take any.
    public static final String ACCESS_KEY = "AKIAPAYFLEETLOCAL000";

    /// The secret that belongs to [#ACCESS_KEY]. It guards nothing.
    public static final String SECRET_KEY = "only-for-servers-on-loopback";

    private final IsolatedServer sqs;
    private final IsolatedServer dynamoDb;
    private final IsolatedServer s3;
    private final boolean shared;
    private @Nullable LocalKms kms;

    /// Servers of one's own. None is started yet.
    public LocalAws() {
        this(false);
    }

    private LocalAws(boolean shared) {
        Properties settings = new Properties();
        settings.setProperty("region", REGION);
        settings.setProperty("account", ACCOUNT);
        settings.setProperty("access-key", ACCESS_KEY);
        settings.setProperty("secret-key", SECRET_KEY);
        this.sqs = new IsolatedServer("sqs", "SqsServer", settings);
        this.dynamoDb = new IsolatedServer("dynamodb", "DynamoDbServer", settings);
        this.s3 = new IsolatedServer("s3", "S3Server", settings);
        this.shared = shared;
    }

    /// The servers of this JVM. They stop with it; closing them does nothing.
    public static LocalAws shared() {
        return Shared.SERVERS;
    }

    /// SQS's endpoint.
    public URI sqs() {
        return sqs.uri();
    }

    /// DynamoDB's endpoint.
    public URI dynamoDb() {
        return dynamoDb.uri();
    }

    /// S3's endpoint. It knows buckets by path, not by host name.
    public URI s3() {
        return s3.uri();
    }

    /// KMS's endpoint.
    public URI kms() {
        return keys().uri();
    }

    /// KMS, for making keys, revoking them and counting calls.
    public synchronized LocalKms keys() {
        if (kms == null) {
            kms = LocalKms.start(REGION, ACCOUNT);
        }
        return kms;
    }

    /// Stops what was started. What was stored in it is gone.
    @Override
    public synchronized void close() {
        if (shared) {
            return;
        }
        sqs.close();
        dynamoDb.close();
        s3.close();
        if (kms != null) {
            kms.close();
            kms = null;
        }
    }

    private static final class Shared {
        static final LocalAws SERVERS = new LocalAws(true);
    }
}
