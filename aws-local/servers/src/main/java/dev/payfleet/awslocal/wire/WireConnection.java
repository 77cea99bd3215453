package dev.payfleet.awslocal.wire;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// One client's connection: reads its requests one after the other and lets the script befall them. For one thread.
final class WireConnection {
    private static final byte[] CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final Socket socket;
    private final HttpReader reader;
    private final Passage passage;

    WireConnection(Socket socket, Passage passage) throws IOException {
        this.socket = socket;
        this.reader = new HttpReader(socket.getInputStream());
        this.passage = passage;
        socket.setTcpNoDelay(true);
    }

    /// Serves until the client leaves or a fault cuts it off.
    void serve() throws IOException, InterruptedException {
        try (socket) {
            boolean open = true;
            while (open) {
                Optional<HttpMessage> head = reader.head();
                open = head.isPresent() && serve(whole(head.get()));
            }
        }
    }

    private HttpMessage whole(HttpMessage head) throws IOException {
        if (head.header("Expect").isPresent()) {
            socket.getOutputStream().write(CONTINUE);
        }
        return reader.withBody(head);
    }

    /// @return whether another request may follow
    private boolean serve(HttpMessage request) throws IOException, InterruptedException {
        return switch (passage.pass(request)) {
            case Outcome.Told(HttpMessage answer) -> {
                socket.getOutputStream().write(answer.bytes());
                yield answer.header("Connection")
                        .filter("close"::equalsIgnoreCase)
                        .isEmpty();
            }
            case Outcome.Torn(HttpMessage answer) -> {
                byte[] bytes = answer.bytes();
                socket.getOutputStream().write(bytes, 0, bytes.length / 2);
                yield reset();
            }
            case Outcome.Reset() -> reset();
        };
    }

    /// Closing a socket that does not linger sends a reset instead of a farewell.
    private boolean reset() throws IOException {
        socket.setSoLinger(true, 0);
        return false;
    }
}
