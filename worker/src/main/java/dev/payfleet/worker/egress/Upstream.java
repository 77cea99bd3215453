package dev.payfleet.worker.egress;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/// A connection to the proxy, or to the origin where there is none; everything on it is counted.
final class Upstream implements AutoCloseable {
    private final Socket socket;
    private final HeadInput in;
    private final OutputStream out;
    private final OpenSockets sockets;

    private Upstream(Socket socket, Meter meter, OpenSockets sockets) throws IOException {
        this.socket = socket;
        this.in = new HeadInput(socket, meter.counting(socket.getInputStream()));
        this.out = meter.counting(socket.getOutputStream());
        this.sockets = sockets;
    }

    /// Connects, or throws what kept it from connecting.
    static Upstream dial(
            Optional<ProxyEndpoint> proxy,
            Destination destination,
            RelayLimits limits,
            Meter meter,
            OpenSockets sockets)
            throws IOException {
        InetSocketAddress address = proxy.map(p -> new InetSocketAddress(p.host(), p.port()))
                .orElseGet(() -> new InetSocketAddress(destination.host(), destination.port()));
        Socket socket = sockets.add(new Socket());
        try {
            socket.setTcpNoDelay(true);
            socket.connect(address, (int) limits.connect().toMillis());
            return new Upstream(socket, meter, sockets);
        } catch (IOException e) {
            sockets.end(socket);
            throw e;
        }
    }

    /// The header line that opens the proxy to us, with its line end; empty where it asks for nothing.
    static String authorization(Optional<ProxyEndpoint> proxy) {
        return proxy.flatMap(
                        p -> p.userName().map(name -> name + ":" + p.password().reveal()))
                .map(pair -> Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)))
                .map(word -> "Proxy-Authorization: Basic " + word + "\r\n")
                .orElse("");
    }

    HeadInput in() {
        return in;
    }

    OutputStream out() {
        return out;
    }

    /// Tells the other side that nothing more comes.
    void finish() {
        try {
            socket.shutdownOutput();
        } catch (IOException e) {
            close();
        }
    }

    @Override
    public void close() {
        sockets.end(socket);
    }
}
