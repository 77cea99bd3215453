package dev.payfleet.awslocal.kms;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// KMS on loopback: symmetric keys, AES-256-GCM with the encryption context as associated data, rotation, and
/// errors in KMS's own shape, so that the real client and the Encryption SDK run against it. Keys live in memory.
/// Thread-safe.
///
/// It does **not** check signatures, IAM and key policies, grants, quotas or the time to a deletion; it knows one
/// account and one region, no asymmetric, HMAC, imported or multi-region keys, and answers
/// `UnsupportedOperationException` to what it does not know. Whether a role may decrypt is not to be tested with
/// it.
public final class LocalKms implements AutoCloseable {
    private final Keys keys;
    private final CallCounts counts = new CallCounts();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    private LocalKms(Keys keys, HttpServer server) {
        this.keys = keys;
        this.server = server;
        server.setExecutor(threads);
        server.createContext("/", new KmsEndpoint(new Operations(keys), counts));
        server.start();
    }

    /// Starts one without keys.
    ///
    /// @param region in its ARNs, for example `eu-west-1`
    /// @param account in its ARNs, twelve digits
    public static LocalKms start(String region, String account) {
        try {
            InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            return new LocalKms(new Keys(region, account), HttpServer.create(anyPort, 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The endpoint for clients.
    public URI uri() {
        InetSocketAddress address = server.getAddress();
        return URI.create("http://" + address.getAddress().getHostAddress() + ":" + address.getPort());
    }

    /// Makes a key, without a call that counts.
    ///
    /// @return its ARN
    public String createKey() {
        return keys.create("").arn();
    }

    /// Revokes a key: every use of it is refused from now on.
    ///
    /// @param key id, ARN or alias
    public void disable(String key) {
        keys.find(key).state(KeyState.DISABLED);
    }

    /// Gives a revoked key back.
    ///
    /// @param key id, ARN or alias
    public void enable(String key) {
        keys.find(key).state(KeyState.ENABLED);
    }

    /// Gives the key new material, as rotation does: what was encrypted before still opens.
    ///
    /// @param key id, ARN or alias
    public void rotate(String key) {
        keys.find(key).rotate();
    }

    /// How often an operation was called so far, refused calls included.
    ///
    /// @param operation for example `GenerateDataKey`
    public long calls(String operation) {
        return counts.of(operation);
    }

    /// How often each operation was called so far, refused calls included.
    public Map<String, Long> calls() {
        return counts.all();
    }

    /// Stops it at once; its keys are gone.
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
