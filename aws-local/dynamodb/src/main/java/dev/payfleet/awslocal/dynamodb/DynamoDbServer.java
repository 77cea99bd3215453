package dev.payfleet.awslocal.dynamodb;

import com.amazonaws.services.dynamodbv2.local.main.ServerRunner;
import com.amazonaws.services.dynamodbv2.local.server.DynamoDBProxyServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Properties;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// DynamoDB, as AWS's own DynamoDB local speaks it, in memory. Needs no settings. Whoever starts it knows it by the
/// JDK's types alone, because it lives in a class loader of its own. For one thread at a time.
///
/// Differs from AWS: an item past its time to live stays; point-in-time recovery is unknown; encryption is not
/// described; nobody's signature is checked, and every access key sees the same tables.
public final class DynamoDbServer implements Function<Properties, InetSocketAddress>, AutoCloseable {
    private @Nullable DynamoDBProxyServer server;

    /// Starts it.
    ///
    /// @return where it listens
    @Override
    public InetSocketAddress apply(Properties settings) {
        InetSocketAddress address = freeAddress();
        try {
            DynamoDBProxyServer started = ServerRunner.createServerFromCommandLineArgs(new String[] {
                "-inMemory", "-sharedDb", "-disableTelemetry", "-port", String.valueOf(address.getPort())
            });
            started.start();
            server = started;
        } catch (Exception e) {
            throw new IllegalStateException("DynamoDB local did not start on " + address, e);
        }
        return address;
    }

    /// Stops it and waits until it has.
    @Override
    public void close() {
        if (server == null) {
            return;
        }
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("DynamoDB local did not stop", e);
        }
    }

    /// It does not tell which port it took, so it must be told one.
    private static InetSocketAddress freeAddress() {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        try (ServerSocket probe = new ServerSocket(0, 1, loopback)) {
            return new InetSocketAddress(loopback, probe.getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
