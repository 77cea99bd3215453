package dev.payfleet.aws;

import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.client.config.SdkAdvancedClientOption;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;

/// Gives every AWS client the same time-outs, retries, region and credentials, and one pool of connections. Any
/// thread may call. Clients made with it must not be used after [#close()].
public final class AwsClients implements AutoCloseable {
    /// Tells our calls from others' in the service's own log.
    private static final String NAME = "payfleet";

    /// Enough for every virtual thread that reads or writes at once; a connection costs little.
    private static final int CONNECTIONS = 128;

    private final AwsAccess access;
    private final AwsCredentialsProvider credentials;
    private final Patience patience;
    private final SdkHttpClient http;

    public AwsClients(AwsAccess access, AwsCredentialsProvider credentials) {
        this(access, credentials, Patience.USUAL);
    }

    public AwsClients(AwsAccess access, AwsCredentialsProvider credentials, Patience patience) {
        this.access = access;
        this.credentials = credentials;
        this.patience = patience;
        this.http = Apache5HttpClient.builder()
                .maxConnections(CONNECTIONS)
                .connectionTimeout(patience.connect())
                .build();
    }

    /// Sets what is common to all clients.
    ///
    /// @return the same builder, for what is the client's own
    public <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> B configure(
            B builder, AwsService service) {
        return configure(builder, service, Duration.ZERO);
    }

    /// Sets what is common to all clients, for one that waits for its answer.
    ///
    /// @param longPoll how long the service may take its time by agreement, on top of the usual
    /// @return the same builder, for what is the client's own
    public <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> B configure(
            B builder, AwsService service, Duration longPoll) {
        builder.region(Region.of(access.region()))
                .credentialsProvider(credentials)
                .httpClient(http)
                .overrideConfiguration(ClientOverrideConfiguration.builder()
                        .apiCallAttemptTimeout(patience.attempt().plus(longPoll))
                        .apiCallTimeout(patience.call().plus(longPoll))
                        .retryStrategy(RetryMode.ADAPTIVE_V2)
                        .putAdvancedOption(SdkAdvancedClientOption.USER_AGENT_SUFFIX, NAME)
                        .build());
        URI endpoint = access.endpoints().get(service);
        return endpoint == null ? builder : builder.endpointOverride(endpoint);
    }

    /// Whether this service is called at an address of its own, in place of the region's: a server on this machine,
    /// whose name can't hold a bucket's.
    public boolean elsewhere(AwsService service) {
        return access.endpoints().containsKey(service);
    }

    /// Closes the pool of connections, and with it every client.
    @Override
    public void close() {
        http.close();
    }
}
