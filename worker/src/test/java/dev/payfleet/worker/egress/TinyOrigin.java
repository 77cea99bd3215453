package dev.payfleet.worker.egress;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/// An origin that answers each request with the body it got, and keeps the header names that arrived.
final class TinyOrigin implements AutoCloseable {
    private final HttpServer server;
    private final List<String> headerNames = new CopyOnWriteArrayList<>();

    TinyOrigin() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            headerNames.addAll(exchange.getRequestHeaders().keySet());
            byte[] body = exchange.getRequestBody().readAllBytes();
            byte[] answer =
                    body.length == 0 ? exchange.getRequestURI().toString().getBytes(StandardCharsets.UTF_8) : body;
            exchange.sendResponseHeaders(200, answer.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(answer);
            }
        });
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    List<String> headerNames() {
        return headerNames;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
