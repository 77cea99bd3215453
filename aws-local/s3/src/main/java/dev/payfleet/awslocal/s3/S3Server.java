package dev.payfleet.awslocal.s3;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Properties;
import java.util.function.Function;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;
import org.jspecify.annotations.Nullable;

/// S3, as s3proxy speaks it, in memory and on loopback. The settings `access-key` and `secret-key` name the only
/// credentials whose signatures it takes. Whoever starts it knows it by the JDK's types alone, because it lives in
/// a class loader of its own. For one thread at a time.
///
/// Differs from AWS: lifecycle, public access block, policy, ownership and tagging are answered 501; encryption is
/// echoed and not done.
public final class S3Server implements Function<Properties, InetSocketAddress>, AutoCloseable {
    private @Nullable S3Proxy server;

    /// Starts it.
    ///
    /// @return where it listens
    @Override
    public InetSocketAddress apply(Properties settings) {
        String host = InetAddress.getLoopbackAddress().getHostAddress();
        S3Proxy started = S3Proxy.builder()
                .blobStore(new TransientNio2BlobStore())
                .endpoint(URI.create("http://" + host + ":0"))
                .awsAuthentication(
                        AuthenticationType.AWS_V2_OR_V4,
                        settings.getProperty("access-key"),
                        settings.getProperty("secret-key"))
                .build();
        try {
            started.start();
        } catch (Exception e) {
            throw new IllegalStateException("s3proxy did not start", e);
        }
        server = started;
        return new InetSocketAddress(host, started.getPort());
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
            throw new IllegalStateException("s3proxy did not stop", e);
        }
    }
}
