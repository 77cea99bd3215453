package dev.payfleet.awslocal.sqs;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Properties;
import java.util.function.Function;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import org.jspecify.annotations.Nullable;

/// SQS, as ElasticMQ speaks it, in memory and on loopback. The settings `region` and `account` are the ones in its
/// ARNs. Whoever starts it knows it by the JDK's types alone, because it lives in a class loader of its own. For
/// one thread at a time.
///
/// Differs from AWS: the receive that uses up a message's last delivery answers nothing, and the next one moves on;
/// bodies may be larger than a mebibyte; retention and encryption of a queue are accepted and ignored; nobody's
/// signature is checked.
public final class SqsServer implements Function<Properties, InetSocketAddress>, AutoCloseable {
    private @Nullable SQSRestServer server;

    /// Starts it.
    ///
    /// @return where it listens
    @Override
    public InetSocketAddress apply(Properties settings) {
        SQSRestServer started = SQSRestServerBuilder.withDynamicPort()
                .withInterface(InetAddress.getLoopbackAddress().getHostAddress())
                .withAWSRegion(settings.getProperty("region"))
                .withAWSAccountId(settings.getProperty("account"))
                .start();
        server = started;
        return started.waitUntilStarted().localAddress();
    }

    /// Stops it and waits until it has.
    @Override
    public void close() {
        if (server != null) {
            server.stopAndWait();
        }
    }
}
