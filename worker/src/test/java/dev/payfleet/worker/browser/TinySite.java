package dev.payfleet.worker.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// A site of a few fixed pages. `/cookie?<name>=<value>` sets a cookie, `/echo` shows the cookies that came,
/// `/file` is a download.
final class TinySite implements AutoCloseable {
    private final HttpServer server;
    private final AtomicInteger hits = new AtomicInteger();
    private final Map<String, String> pages = new ConcurrentHashMap<>();

    TinySite() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
        page("/", "<title>home</title><h1>Hello</h1>");
    }

    void page(String path, String html) {
        pages.put(path, html);
    }

    String url(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    int port() {
        return server.getAddress().getPort();
    }

    /// Requests that arrived.
    int hits() {
        return hits.get();
    }

    private void answer(HttpExchange exchange) throws IOException {
        hits.incrementAndGet();
        String path = exchange.getRequestURI().getPath();
        String body = pages.getOrDefault(path, "<title>none</title>");
        if (path.equals("/cookie")) {
            exchange.getResponseHeaders()
                    .add("Set-Cookie", exchange.getRequestURI().getQuery() + "; Path=/");
            body = "<title>set</title>";
        } else if (path.equals("/echo")) {
            body = "<p id=cookies>" + exchange.getRequestHeaders().getOrDefault("Cookie", List.of()) + "</p>";
        } else if (path.equals("/file")) {
            exchange.getResponseHeaders().add("Content-Disposition", "attachment; filename=slip.pdf");
        }
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
        exchange.sendResponseHeaders(200, bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
