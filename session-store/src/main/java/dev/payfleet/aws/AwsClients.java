package dev.payfleet.aws;

import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;

/// Gives every AWS client the same time-outs, retries, region and credentials, and one pool of connections. Any thread
/// may call. Clients made with it must not be used after [#close()].
public final class AwsClients implements AutoCloseable {
    /// How long one try may take. Twice the longest long poll of SQS, 20 s, would be patient; a receive that waits is
    /// given its own limit by the queue.
    private static final Duration TRY = Duration.ofSeconds(5);

    /// How long a call may take with all its retries.
    private static final Duration CALL = Duration.ofSeconds(20);

    private static final Duration CONNECT = Duration.ofSeconds(2);

    /// Enough for every virtual thread that reads or writes at once; a connection costs little.
    private static final int CONNECTIONS = 128;

    private final AwsAccess access;
    private final AwsCredentialsProvider credentials;
    private final SdkHttpClient http;

    public AwsClients(AwsAccess access, AwsCredentialsProvider credentials) {
        this.access = access;
        this.credentials = credentials;
        this.http = Apache5HttpClient.builder()
                .maxConnections(CONNECTIONS)
                .connectionTimeout(CONNECT)
                .build();
    }

    /// Sets what is common to all clients.
    ///
    /// @return the same builder, for what is the client's own
    public <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> B configure(
            B builder, AwsService service) {
        builder.region(Region.of(access.region()))
                .credentialsProvider(credentials)
                .httpClient(http)
                .overrideConfiguration(ClientOverrideConfiguration.builder()
                        .apiCallAttemptTimeout(TRY)
                        .apiCallTimeout(CALL)
                        .retryStrategy(RetryMode.ADAPTIVE_V2)
                        .build());
        URI endpoint = access.endpoints().get(service);
        return endpoint == null ? builder : builder.endpointOverride(endpoint);
    }

    /// Closes the pool of connections, and with it every client.
    @Override
    public void close() {
        http.close();
    }
}
