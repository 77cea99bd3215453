package dev.payfleet.worker.egress;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// The browser's or HTTP client's side of a conversation.
final class Client implements AutoCloseable {
    private static final int LINGER_MILLIS = 500;
    private static final int LINGER_BYTES = 256 * 1024;

    private final Socket socket;
    private final HeadInput in;
    private final OutputStream out;
    private final OpenSockets sockets;
    private boolean refused;

    Client(Socket socket, OpenSockets sockets) throws IOException {
        this.socket = socket;
        this.in = new HeadInput(socket, socket.getInputStream());
        this.out = socket.getOutputStream();
        this.sockets = sockets;
        socket.setTcpNoDelay(true);
    }

    HeadInput in() {
        return in;
    }

    OutputStream out() {
        return out;
    }

    /// Answers with the trouble and says that the connection ends. Only the first refusal is sent.
    synchronized void refuse(EgressTrouble trouble) throws IOException {
        if (refused) {
            return;
        }
        refused = true;
        String text = "Payfleet egress: " + trouble.wireName() + "\n";
        String head = "HTTP/1.1 " + trouble.status() + " " + trouble.wireName() + "\r\nPayfleet-Egress: "
                + trouble.wireName() + "\r\nContent-Type: text/plain\r\nCache-Control: no-store\r\nContent-Length: "
                + text.length() + "\r\nConnection: close\r\n\r\n";
        out.write((head + text).getBytes(StandardCharsets.US_ASCII));
        finish();
    }

    synchronized boolean isRefused() {
        return refused;
    }

    /// Tells the client that nothing more comes.
    void finish() {
        try {
            socket.shutdownOutput();
        } catch (IOException e) {
            sockets.end(socket);
        }
    }

    /// Reads away what the client still sends for a moment: a socket that is closed with unread bytes resets the
    /// connection, and the client would lose the answer.
    void linger() {
        finish();
        try {
            socket.setSoTimeout(LINGER_MILLIS);
            InputStream rest = socket.getInputStream();
            byte[] away = new byte[8 * 1024];
            int total = 0;
            int count = 0;
            while (count >= 0 && total < LINGER_BYTES) {
                count = rest.read(away);
                total += count;
            }
        } catch (IOException e) {
            // Gone, or in no hurry: either way the answer had its time.
        }
    }

    @Override
    public void close() {
        sockets.end(socket);
    }
}
