package dev.payfleet.provider.visit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.payfleet.provider.Origin;
import dev.payfleet.provider.Origins;
import dev.payfleet.provider.PageMeaning;
import dev.payfleet.provider.PageSign;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A site of a few pages on loopback, which a test makes up as it goes.
final class SmallSite implements AutoCloseable {

    static final List<PageSign> SIGNS = List.of(
            PageSign.element(PageMeaning.MAINTENANCE, "#maintenance"),
            PageSign.element(PageMeaning.ACCOUNT_LOCKED, "#locked"),
            PageSign.element(PageMeaning.CREDENTIALS_REJECTED, "#wrong"),
            PageSign.element(PageMeaning.SIGNED_OUT, "form#sign-in"),
            PageSign.element(PageMeaning.SIGNED_IN, "nav"));

    /// Answers one request.
    @FunctionalInterface
    interface Page {
        void answer(HttpExchange exchange) throws IOException;
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Page> pages = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    SmallSite() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            try (exchange) {
                requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
                pages.getOrDefault(exchange.getRequestURI().getPath(), html(404, "<p>nothing here"))
                        .answer(exchange);
            }
        });
        server.start();
    }

    SmallSite on(String path, Page page) {
        pages.put(path, page);
        return this;
    }

    Origin origin() {
        return Origin.of("http://127.0.0.1:" + server.getAddress().getPort());
    }

    Origins origins() {
        return new Origins(List.of(origin()), Map.of());
    }

    /// For visits to it.
    VisitSetting setting(Clock clock, Duration timeout) {
        return new VisitSetting(
                origins(), SIGNS, Optional.empty(), new RecordIds("c"), clock, RequestGate.open(), timeout);
    }

    /// Method and address of every request, in order.
    List<String> requests() {
        return requests;
    }

    static Page html(int status, String body, String... headers) {
        return bytes(
                status,
                body.getBytes(StandardCharsets.UTF_8),
                with(headers, "Content-Type", "text/html; charset=utf-8"));
    }

    static Page redirect(String location, String... headers) {
        return bytes(302, new byte[0], with(headers, "Location", location));
    }

    static Page bytes(int status, byte[] body, String... headers) {
        return exchange -> {
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
            }
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                exchange.getResponseBody().write(body);
            }
        };
    }

    private static String[] with(String[] headers, String name, String value) {
        String[] all = java.util.Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = name;
        all[headers.length + 1] = value;
        return all;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
