package dev.payfleet.awslocal.dynamodb;

import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBRequestHandler;
import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBServerHandler;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Properties;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.jetty.server.NetworkConnector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.jspecify.annotations.Nullable;

/// DynamoDB, as AWS's own DynamoDB local speaks it, in memory and on loopback. Needs no settings. Whoever starts it
/// knows it by the JDK's types alone, because it lives in a class loader of its own. For one thread at a time.
///
/// Differs from AWS: an item past its time to live stays; point-in-time recovery is unknown; encryption is not
/// described; nobody's signature is checked, and every access key sees the same tables.
public final class DynamoDbServer implements Function<Properties, InetSocketAddress>, AutoCloseable {
    /// Held, because the JDK forgets the level of a logger that nobody holds.
    private static final Logger SQLITE = Logger.getLogger("com.almworks.sqlite4java");

    private @Nullable Server server;

    /// Starts it. DynamoDB local's own server would listen on every address, announce itself, and report its use.
    ///
    /// @return where it listens
    @Override
    public InetSocketAddress apply(Properties settings) {
        SQLITE.setLevel(Level.OFF);
        Server started = new Server(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        started.setHandler(new ContextHandler(new LocalDynamoDBServerHandler(inMemory(), null), "/"));
        try {
            started.start();
        } catch (Exception e) {
            throw new IllegalStateException("DynamoDB local did not start", e);
        }
        server = started;
        int port = ((NetworkConnector) started.getConnectors()[0]).getLocalPort();
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
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

    private static LocalDynamoDBRequestHandler inMemory() {
        boolean inMemory = true;
        boolean sharedByAllAccessKeys = true;
        boolean tablesTakeTimeToAppear = false;
        return new LocalDynamoDBRequestHandler(0, inMemory, null, sharedByAllAccessKeys, tablesTakeTimeToAppear);
    }
}
