package dev.payfleet.worker.egress;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// A proxy that asks for `user` and `pass`, counts the bytes of its clients, keeps what they asked, and misbehaves
/// when told.
final class TinyProxy implements AutoCloseable {
    /// How it treats a client.
    enum Manner {
        PROPER,
        SILENT,
        HANGS_UP,
        SPEAKS_NONSENSE,
        FINDS_NOTHING
    }

    private static final String EXPECTED = "Proxy-Authorization: Basic "
            + Base64.getEncoder().encodeToString("user:pass".getBytes(StandardCharsets.UTF_8));

    private final ServerSocket listener;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final List<String> heads = new CopyOnWriteArrayList<>();
    private final AtomicLong bytesIn = new AtomicLong();
    private final AtomicLong bytesOut = new AtomicLong();
    private final AtomicLong connections = new AtomicLong();
    private volatile Manner manner = Manner.PROPER;

    TinyProxy() {
        try {
            listener = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    void behave(Manner now) {
        manner = now;
    }

    List<String> heads() {
        return heads;
    }

    long bytesIn() {
        return bytesIn.get();
    }

    long bytesOut() {
        return bytesOut.get();
    }

    long connections() {
        return connections.get();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                sockets.add(socket);
                connections.incrementAndGet();
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            OutputStream out = client.getOutputStream();
            switch (manner) {
                case SILENT -> client.getInputStream().readAllBytes();
                case HANGS_UP -> readHead(client.getInputStream());
                case SPEAKS_NONSENSE -> {
                    readHead(client.getInputStream());
                    out.write("SSH-2.0-OpenSSH_9.6 what is this\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                }
                case FINDS_NOTHING -> {
                    readHead(client.getInputStream());
                    say(out, "HTTP/1.1 504 Gateway Timeout\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
                }
                case PROPER -> proper(client, out);
            }
        } catch (IOException e) {
            // The client went away.
        }
    }

    private void proper(Socket client, OutputStream out) throws IOException {
        Socket origin = null;
        Thread answers = Thread.ofVirtual().unstarted(() -> {});
        InputStream in = client.getInputStream();
        while (true) {
            String head = readHead(in);
            if (head.isEmpty()) {
                finish(origin, answers);
                return;
            }
            heads.add(head);
            if (!head.contains(EXPECTED)) {
                say(out, "HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n");
                return;
            }
            String[] words = head.split(" ", 3);
            if (words[0].equals("CONNECT")) {
                origin = connect(URI.create("x://" + words[1]));
                say(out, "HTTP/1.1 200 OK\r\n\r\n");
                Socket far = origin;
                answers = Thread.ofVirtual().start(() -> pump(far, client, bytesOut));
                pump(client, far, bytesIn);
                finish(origin, answers);
                return;
            }
            URI uri = URI.create(words[1]);
            if (origin == null) {
                origin = connect(uri);
                Socket far = origin;
                answers = Thread.ofVirtual().start(() -> pump(far, client, bytesOut));
            }
            String path = uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
            origin.getOutputStream()
                    .write((words[0] + " " + path + " " + words[2].replaceFirst("Proxy-Authorization: .*\r\n", ""))
                            .getBytes(StandardCharsets.ISO_8859_1));
            forwardBody(head, in, origin.getOutputStream());
        }
    }

    /// Lets the answers of a half-closed client arrive.
    private static void finish(@Nullable Socket origin, Thread answers) throws IOException {
        if (origin != null) {
            if (!origin.isOutputShutdown()) {
                origin.shutdownOutput();
            }
            try {
                answers.join(Duration.ofSeconds(5));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void forwardBody(String head, InputStream in, OutputStream out) throws IOException {
        String lower = head.toLowerCase(Locale.ROOT);
        if (lower.contains("transfer-encoding: chunked") || lower.contains("upgrade: websocket")) {
            // Good enough for a test: what follows on this connection is that body, or that WebSocket.
            for (int next = in.read(); next >= 0; next = in.read()) {
                bytesIn.incrementAndGet();
                out.write(next);
            }
        } else if (lower.contains("content-length: ")) {
            int length = Integer.parseInt(lower.split("content-length: ")[1].split("\r\n")[0]);
            out.write(in.readNBytes(length));
            bytesIn.addAndGet(length);
        }
    }

    private Socket connect(URI uri) throws IOException {
        Socket socket = new Socket(InetAddress.ofLiteral(uri.getHost()), uri.getPort());
        sockets.add(socket);
        return socket;
    }

    private void say(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        bytesOut.addAndGet(text.length());
    }

    private String readHead(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                return "";
            }
            bytesIn.incrementAndGet();
            head.append((char) next);
        }
        return head.toString();
    }

    private static void pump(Socket from, Socket to, AtomicLong count) {
        try {
            byte[] buffer = new byte[8192];
            for (int n = from.getInputStream().read(buffer);
                    n >= 0;
                    n = from.getInputStream().read(buffer)) {
                count.addAndGet(n);
                to.getOutputStream().write(buffer, 0, n);
            }
            to.shutdownOutput();
        } catch (IOException e) {
            // One side is gone.
        }
    }

    @Override
    public void close() {
        try {
            listener.close();
            for (Socket socket : sockets) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
