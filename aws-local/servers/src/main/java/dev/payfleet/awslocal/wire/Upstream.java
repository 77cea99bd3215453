package dev.payfleet.awslocal.wire;

import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;

/// The server behind the wire. Each request goes over a connection of its own, so that no idle one can be stale and
/// add a fault that is in no script. Thread-safe.
final class Upstream {
    private final URI server;

    Upstream(URI server) {
        this.server = server;
    }

    HttpMessage answer(HttpMessage request) throws IOException {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setTcpNoDelay(true);
            socket.getOutputStream().write(request.bytes());
            HttpReader reader = new HttpReader(socket.getInputStream());
            HttpMessage head = head(reader);
            while (head.firstLine().startsWith("HTTP/1.1 1")) {
                head = head(reader);
            }
            return request.firstLine().startsWith("HEAD ") ? head : reader.withBody(head);
        }
    }

    private static HttpMessage head(HttpReader reader) throws IOException {
        return reader.head().orElseThrow(() -> new EOFException("the server closed the connection"));
    }
}
